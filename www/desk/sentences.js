/** The list of sentences: number, words, length. */
import { h } from '../dom.js';
import { wordsIn } from '../report.js';
import { matcher } from './search.js';

/** @typedef {import('./desk.js').Desk} Desk */

/** Sentences shown before one asks for more. */
const PAGE = 200;
/** Longest stretch of a sentence in the list; two lines are shown of it. */
const LONGEST = 240;

/** @param {Desk} desk @returns {Node[]} */
export function sentencesList(desk) {
  const { report, locale: { t, number }, view, story: { text } } = desk;
  if (!report) return [];
  const matches = matcher(view.query);
  const all = report.sentences.map(({ start, end }, i) => ({ words: text.slice(start, end), i })).filter(({ words }) => matches(words));
  if (!all.length) return [h('div', { class: 'quiet' }, h('p', {}, t('search.none')))];
  const limit = Math.max(view.limit.sentences ?? PAGE, (view.sentence ?? -1) + 1);
  const rows = all.slice(0, limit), rest = all.length - rows.length, first = all.some(({ i }) => i === view.sentence) ? view.sentence : all[0].i;
  return [
    h('ol', { class: 'lines' }, ...rows.map(({ words, i }) => {
      const n = wordsIn(words);
      return h('li', {}, h('button', { 'data-sentence': i, 'data-key': `sentence-${i}`, 'aria-current': view.sentence === i ? 'true' : null,
        tabindex: i === first ? 0 : -1, onclick: () => desk.selectSentence(view.sentence === i ? null : i) },
      h('span', { class: 'number' }, h('span', { class: 'visually-hidden' }, `${t('where', { n: i + 1 })}. `), h('span', { 'aria-hidden': 'true' }, number(i + 1))),
      h('span', { class: 'text', lang: report.lang }, words.slice(0, LONGEST)),
      h('span', { class: 'length' }, t('words', { n }))));
    })),
    ...rest > 0 ? [h('button', { class: 'button more', onclick: () => desk.update({ limit: { ...view.limit, sentences: limit + PAGE } }) }, t('more', { n: rest }))] : [],
  ];
}
