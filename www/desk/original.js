/**
 * The original beside the story, paragraph by paragraph: both columns share the rows of one grid (subgrid), so that
 * partners stand side by side however long each of them is. Under 72 rem each stands above its own paragraph.
 */
import { h } from '../dom.js';
import { $ } from './dom.js';

/** @typedef {import('./desk.js').Desk} Desk */

/** More paragraphs than this are shown side by side without pairing; no story is that long, and grids get slow. */
const MOST_ROWS = 400;
/** Rules that compare with the original. While the engine has none of them, the pane says so. */
const COMPARING = ['number-mismatch', 'date-mismatch', 'missing-name', 'wrong-name', 'missing-quotation', 'missing-negation', 'omitted-sentence', 'mistranslation'];

/** @param {Desk} desk */
export function createOriginal(desk) {
  const paper = $('#paper'), pane = $('#original'), head = $('#original-head');
  const field = h('textarea', { id: 'original-field', rows: 6 });
  const placed = new CSSStyleSheet();
  document.adoptedStyleSheets.push(placed);
  let rows = '';

  field.addEventListener('change', take);
  field.addEventListener('paste', () => setTimeout(take));

  function take() {
    const text = field.value;
    if (!text.trim()) return;
    field.value = '';
    desk.story.decide({ original: text });
  }

  /** The rows of the grid: written as a sheet, because the article's own blocks are not to be touched. */
  function place() {
    const { lines, text } = desk.story;
    const filled = lines.starts().flatMap((start, i) => (text.slice(start, lines.endOf(i)).trim() ? [i] : []));
    const originals = pane.children.length;
    if (lines.blocks.length > MOST_ROWS || originals > MOST_ROWS) { placed.replaceSync(''); paper.classList.remove('paired'); return; }
    paper.classList.add('paired');
    const extra = Math.max(0, originals - filled.length), total = lines.blocks.length + extra;
    const row = Array.from({ length: originals }, (_, k) => filled[k] ?? lines.blocks.length + k - filled.length);
    const wide = [`#paper.paired { grid-template-rows: repeat(${total}, auto) }`,
      ...row.map((at, k) => `#original > :nth-child(${k + 1}) { grid-row: ${at + 1} }`)];
    const narrow = [`#paper.paired { grid-template-rows: repeat(${total * 2}, auto) }`,
      ...row.map((at, k) => `#original > :nth-child(${k + 1}) { grid-row: ${at * 2 + 1} }`),
      ...lines.blocks.map((_, i) => `#story > p:nth-child(${i + 1}) { grid-row: ${i * 2 + 2} }`)];
    const next = `@media (min-width: 72.01rem) { ${wide.join(' ')} } @media (max-width: 72rem) { ${narrow.join(' ')} }`;
    if (next !== rows) placed.replaceSync(next);
    rows = next;
    return row;
  }

  let shown = '', shownKey = '';

  return {
    render() {
      const { view, story, locale, ruleInfo } = desk, { t } = locale, open = view.original && !view.compare;
      const original = story.decisions.original;
      document.body.classList.toggle('with-original', open && !!story.text);
      head.hidden = !open;
      pane.hidden = !open || original === null;
      if (!open) { placed.replaceSync(''); rows = ''; paper.classList.remove('paired'); return; }

      const key = `${locale.lang} ${original === null} ${ruleInfo.length}`;
      if (key !== shownKey) {
        field.setAttribute('aria-label', t('original'));
        field.placeholder = t('original.paste');
        const compares = ruleInfo.some(({ code }) => COMPARING.includes(code));
        head.replaceChildren(...original === null ? [h('h2', {}, t('original')), field]
          : [h('p', { class: 'pane-name' }, t('original'), ' ', h('button', { class: 'button small', onclick: () => desk.story.decide({ original: null }) }, t('original.remove')),
            ...compares ? [] : [h('span', { class: 'honest' }, t('original.honest'))])]);
        shownKey = key;
      }
      if (original !== null && original !== shown) {
        pane.replaceChildren(...original.split(/\r\n|\r|\n/u).filter((line) => line.trim()).map((line) => h('p', {}, line)));
        pane.lang = /[\u0900-\u097F]/u.test(original) ? 'hi' : 'en';
        shown = original;
      }
      const row = original === null ? undefined : place();
      // The paragraph that the chosen words stand in has its partner washed.
      const at = view.selected ? story.lines.lineAt(view.selected.start) : -1;
      [...pane.children].forEach((p, k) => p.classList.toggle('partner', row?.[k] === at));
    },
  };
}
