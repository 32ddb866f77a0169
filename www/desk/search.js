/** Looking for something in the list: words, and one rule alone. It stands outside the list, which is built anew so often. */
import { h } from '../dom.js';
import { $ } from './dom.js';

/** @typedef {import('../types.js').Finding} Finding */
/** @typedef {import('./desk.js').Desk} Desk */

/** Fewer findings than this are seen at a glance. */
const FEW = 6;

/** @param {Desk} desk */
export function createSearch(desk) {
  const box = $('#search');
  const field = h('input', { type: 'search', autocomplete: 'off', spellcheck: 'false', oninput: () => desk.update({ query: field.value }) });
  const rule = h('select', { onchange: () => desk.update({ rule: rule.value, selected: null }) });
  field.addEventListener('keydown', (event) => {
    if (event.key !== 'Escape' || !field.value) return;
    event.stopPropagation();
    field.value = '';
    desk.update({ query: '' });
  });
  box.append(field, rule);
  let key = '';

  return {
    render() {
      const { locale: { t, number }, report, view, state } = desk, findings = report?.findings ?? [];
      const many = view.tab === 'findings' ? findings.length > FEW : state === 'report' || state === 'clear';
      box.hidden = ['empty', 'loading', 'error'].includes(state) || !(many || view.query || view.rule);
      rule.hidden = view.tab !== 'findings';
      field.placeholder = t(`search.${view.tab}`);
      field.setAttribute('aria-label', t(`search.${view.tab}`));
      if (field.value !== view.query && document.activeElement !== field) field.value = view.query;

      /** @type {Map<string, number>} */ const codes = new Map();
      for (const { code } of findings) codes.set(code, (codes.get(code) ?? 0) + 1);
      if (view.rule && !codes.has(view.rule)) codes.set(view.rule, 0);
      const next = [desk.locale.lang, ...codes].join();
      if (next !== key) {
        key = next;
        rule.setAttribute('aria-label', t('filter.rule'));
        const rows = [...codes].map(([code, n]) => ({ code, words: `${t(`rule.${code}`)} (${number(n)})` })).sort((a, b) => a.words.localeCompare(b.words, desk.locale.lang));
        rule.replaceChildren(h('option', { value: '' }, t('filter.rule.all')), ...rows.map(({ code, words }) => h('option', { value: code }, words)));
      }
      if (rule.value !== view.rule) rule.value = view.rule;
    },
  };
}

/** @param {string} query @returns {(words: string) => boolean} whether all words of the query stand there */
export function matcher(query) {
  const wanted = query.toLowerCase().split(/\s+/u).filter(Boolean);
  return (words) => {
    const said = wanted.length ? words.toLowerCase() : '';
    return wanted.every((word) => said.includes(word));
  };
}

/** What of a finding can be looked for: its words, their mending, its rule and what that says.
 * @param {import('../locale.js').Locale} locale @param {string} text @param {Finding} finding */
export function wordsOf(locale, text, finding) {
  const { title, short } = locale.message(finding, text);
  return [text.slice(finding.start, finding.end), ...(finding.fixes ?? []).flatMap(({ edits }) => edits.map((edit) => edit.text)), finding.code, title, short].join('\n');
}
