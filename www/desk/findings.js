/** The list of slips: by severity, in the order of the text. The accessible truth of what is painted. */
import { BUTTON, isSafe, offer, reading, shortened } from '../choices.js';
import { SEVERITIES } from '../report.js';
import { card } from './card.js';
import { saveGlossary, saveGlossaryTable } from './exports.js';
import { h } from '../dom.js';

/** @typedef {import('../types.js').Finding} Finding */
/** @typedef {import('./desk.js').Desk} Desk */

/** Rows shown of a group before one asks for more: more than anyone reads, few enough for a slow telephone. */
const PAGE = 100;

/** @param {Desk} desk @returns {Node[]} */
export function findingsList(desk) {
  const { report, locale: { t, number }, view } = desk;
  if (!report) return [];
  const all = report.findings;
  if (!all.length) {
    return [h('div', { class: 'quiet' },
      h('p', {}, t('state.clear.what')), h('p', {}, t('state.clear.limits')),
      !desk.story.decisions.original && h('p', {}, h('button', { class: 'button outlined small', onclick: () => desk.update({ original: true }) }, t('original.add')))),
    setAside(desk)];
  }
  const shown = desk.shown();
  const chips = filters(desk);
  return [
    ...chips ? [chips] : [],
    ...shown.length ? [] : [h('div', { class: 'quiet' }, h('p', {}, t('search.none')), h('p', {}, h('button', { class: 'button outlined small', 'data-key': 'search-clear', onclick: () => desk.update({ filter: '', rule: '', query: '' }) }, t('search.clear'))))],
    h('div', { class: 'groups' },
      ...SEVERITIES.map((severity) => {
        const group = shown.filter((finding) => finding.severity === severity);
        if (!group.length) return null;
        const limit = view.limit[severity] ?? PAGE, at = view.selected ? group.indexOf(view.selected) : -1;
        const rows = group.slice(0, Math.max(limit, at + 1));
        return h('section', { class: 'group', 'aria-labelledby': `group-${severity}` },
          h('h3', { id: `group-${severity}` }, sign(severity), t(`sev.${severity}`, { n: group.length }), ' ', h('span', { class: 'count' }, number(group.length))),
          h('ol', {}, ...rows.map((finding) => row(desk, finding))),
          rows.length < group.length && h('button', { class: 'button more', onclick: () => desk.update({ limit: { ...view.limit, [severity]: rows.length + PAGE } }) },
            t('more', { n: group.length - rows.length })));
      })),
    setAside(desk),
  ];
}

/** The paint itself, in small. @param {string} severity */
export function sign(severity) {
  return h('span', { class: 'sign', 'data-severity': severity, 'aria-hidden': 'true', lang: 'mr' }, 'कस');
}

/** @param {Desk} desk */
function filters(desk) {
  const { report, locale: { t, number }, view } = desk, all = report?.findings ?? [];
  const chip = (/** @type {string} */ value, /** @type {string} */ label, /** @type {number} */ n) =>
    h('button', { class: 'chip', 'data-key': `filter-${value}`, 'aria-pressed': String(view.filter === value), onclick: () => desk.update({ filter: value, selected: null }) },
      label, value && h('span', { class: 'count' }, number(n)));
  const kinds = SEVERITIES.filter((severity) => all.some((finding) => finding.severity === severity));
  const safe = all.filter(isSafe).length;
  if (kinds.length < 2 && !safe) return null;
  return h('div', { class: 'filters', role: 'group', 'aria-label': t('filter.label') },
    chip('', t('filter.all'), all.length),
    ...kinds.map((severity) => { const n = all.filter((finding) => finding.severity === severity).length; return chip(severity, t(`sev.${severity}`, { n }), n); }),
    safe > 0 && chip('safe', t('filter.safe'), safe));
}

/** @param {Desk} desk @param {Finding} finding */
function row(desk, finding) {
  const { locale, report, story, view } = desk, { t, number } = locale;
  const chosen = finding === view.selected, kind = offer(finding);
  const { lead, said, mended } = reading(finding, finding.fixes?.[0], story.text);
  // A choice about a fact is not made for the editor, not even in the list.
  const suggestion = kind === 'choose' && finding.severity === 'critical' ? null : mended;
  const n = desk.sentenceOf(finding), lang = report?.lang;
  const open = h('button', { class: 'open', 'data-key': `${finding.code} ${finding.start}`, 'aria-expanded': String(chosen), 'aria-controls': chosen ? 'card' : null,
    tabindex: chosen || (!view.selected && finding === desk.shown()[0]) ? 0 : -1,
    onclick: () => desk.select(chosen ? null : finding, { focus: true }) },
  h('span', { class: 'number' }, h('span', { class: 'visually-hidden' }, `${t('where', { n })}. `), h('span', { 'aria-hidden': 'true' }, number(n))),
  h('span', { class: 'words', lang },
    lead, h('span', { class: 'said' }, seen(shortened(said, chosen ? 240 : 64))),
    ...suggestion === null ? [] : [h('span', { class: 'arrow', 'aria-hidden': 'true' }, '→'), suggestion
      ? h('span', { class: 'mend' }, seen(shortened(suggestion))) : h('span', { class: 'mend gone', lang: locale.lang }, t('fix.remove'))]),
  h('span', { class: 'reason' }, locale.message(finding, story.text).short));
  return h('li', { class: chosen ? 'finding selected' : 'finding', 'data-finding': '', 'data-severity': finding.severity, 'data-code': finding.code, 'data-start': finding.start, 'data-end': finding.end },
    h('div', { class: 'row' }, open, !chosen && button(desk, finding, kind)),
    chosen && card(desk, finding));
}

/** Spaces and marks that cannot be seen, made visible. @param {string} words */
function seen(words) {
  return words.replaceAll('\n', ' ⏎ ').replaceAll('\u00A0', '⍽').replaceAll(/^[ \t]+|[ \t]+$/gu, (run) => '␣'.repeat(run.length));
}

/** @param {Desk} desk @param {Finding} finding @param {import('../choices.js').Offer} kind */
function button(desk, finding, kind) {
  const { locale: { t } } = desk, label = t(BUTTON[kind]), fix = finding.fixes?.[0];
  if (kind === 'none') return h('span', { class: 'byhand' }, label);
  if (kind === 'choose' || !fix) return h('button', { class: 'button outlined small', onclick: () => desk.select(finding, { inside: true }) }, label);
  return h('button', { class: 'button outlined small', onclick: () => desk.fix(finding, fix) }, label);
}

/** What was switched off, left alone or accepted: it stays listed, and comes back from here. @param {Desk} desk */
function setAside(desk) {
  const { locale: { t, number }, story: { decisions } } = desk;
  const title = (/** @type {string} */ code) => desk.locale.t(`rule.${code}`);
  const list = (/** @type {string} */ key, /** @type {Node[]} */ items, /** @type {Node[]} */ ...more) => items.length > 0 && h('details', { class: 'off', 'data-key': key },
    h('summary', {}, `${t(key)} `, h('span', { class: 'count' }, number(items.length))), h('ul', {}, ...items), ...more);
  const item = (/** @type {Node} */ what, /** @type {string} */ label, /** @type {() => void} */ back) =>
    h('li', {}, what, ' ', h('button', { class: 'button small', onclick: back }, t(label)));
  return h('div', { class: 'aside' },
    list('rules.off', decisions.rulesOff.map((code) => item(
      h('span', {}, `${title(code)} `, h('code', { lang: 'en', translate: 'no' }, code)), 'rule.on', () => desk.switchOn(code)))),
    list('ignored', decisions.ignored.map((entry) => item(
      h('span', {}, `${title(entry.code)}: `, h('span', { class: 'text', lang: desk.report?.lang }, entry.words)),
      'ignored.show', () => desk.unignore(entry)))),
    list('glossary', decisions.accepted.map((forms) => item(
      h('span', { class: 'text', lang: desk.report?.lang }, forms.join(' · ')), 'glossary.remove', () => desk.unaccept(forms))),
    h('p', { class: 'keep' },
      h('button', { class: 'button small', onclick: () => saveGlossary(desk) }, t('export'), h('small', {}, ' .json')),
      h('button', { class: 'button small', onclick: () => saveGlossaryTable(desk) }, t('export'), h('small', {}, ' .csv')))));
}
