/** The view «before and after»: only sentences that changed, each with its own way back. */
import { bySentence, compare } from './compare.js';
import { invert } from './changes.js';
import { h } from '../dom.js';

/** @typedef {import('./changes.js').Change} Change */
/** @typedef {import('./changes.js').Span} Span */
/** @typedef {import('./desk.js').Desk} Desk */

/** @param {Desk} desk @returns {Node[]} */
export function beforeAfter(desk) {
  const { story, report, locale: { t, number } } = desk;
  const received = story.decisions.received ?? story.text;
  const changes = compare(received, story.text), sentences = report?.sentences ?? [];
  if (!changes.length) return [h('h2', {}, t('compare.none')), h('p', {}, t('compare.none.why'))];
  const rows = bySentence(changes, sentences), touched = rows.reduce((sum, row) => sum + row.count, 0);
  const rest = Math.max(0, sentences.length - touched);
  return [
    h('h2', {}, t('compare.count', { n: changes.length, m: touched })),
    rest > 0 && h('p', {}, t('compare.rest', { n: rest })),
    h('ol', {},
      h('li', { class: 'change change-head', 'aria-hidden': 'true' }, h('span'), h('span', {}, t('compare.before')), h('span', {}, t('compare.after')), h('span')),
      ...rows.map((row) => h('li', { class: 'change' },
        h('span', { class: 'number' }, h('span', { class: 'visually-hidden' }, t('where', { n: row.first + 1 })), h('span', { 'aria-hidden': 'true' }, number(row.first + 1))),
        side('del', 'before', received, row.before, row.changes, t('compare.before')),
        side('ins', 'after', story.text, row.after, invertedFrom(changes, row.changes), t('compare.after')),
        h('button', { class: 'button small outlined', 'data-key': `undo-${row.after.start}`, onclick: () => desk.takeBack(invertedFrom(changes, row.changes)) }, t('undo.this'))))),
  ].filter((node) => node instanceof Node);

  /** @param {'ins' | 'del'} tag @param {string} name @param {string} text @param {Span} span @param {Change[]} marks @param {string} label */
  function side(tag, name, text, span, marks, label) {
    const line = h('p', { class: name, lang: report?.lang }, h('span', { class: 'visually-hidden', lang: desk.locale.lang }, `${label}: `));
    let at = span.start;
    for (const { start, removed } of marks) {
      line.append(text.slice(at, start));
      if (removed) line.append(h(tag, {}, removed));
      at = start + removed.length;
    }
    line.append(text.slice(at, span.end));
    return line;
  }
}

/** Some of the changes, as the changes that take just them back from the text after all. @param {Change[]} all @param {Change[]} some */
function invertedFrom(all, some) {
  const back = invert(all);
  return some.map((change) => back[all.indexOf(change)]);
}
