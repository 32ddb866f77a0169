/**
 * The original beside the story, paragraph by paragraph: both columns share the rows of one grid (subgrid), so that
 * partners stand side by side however long each of them is. Under 72 rem each stands above its own paragraph. The
 * sentence at the pointer, at the caret or of the chosen finding is washed on both sides, and what the finding is
 * measured against is marked as the finding is.
 */
import { h, oncePerFrame } from '../dom.js';
import { spanAt } from '../hit.js';
import { highlightPainter, supported } from '../paint/highlight.js';
import { $, reveal } from './dom.js';
import { fromRoot } from './from-root.js';
import { LONG } from './lines.js';
import { sourceText } from './source.js';

/** @typedef {import('./desk.js').Desk} Desk */
/** @typedef {import('../types.js').Finding} Finding */
/** @typedef {import('../types.js').Pair} Pair */
/** @typedef {import('../types.js').Span} Span */

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
  const source = sourceText(pane);
  let placedRows = '';

  field.addEventListener('change', take);
  field.addEventListener('paste', () => setTimeout(take));

  function take() {
    const text = field.value;
    if (!text.trim()) return;
    field.value = '';
    desk.story.decide({ original: text });
  }

  /** A sheet replaced by the same one still has the whole page's style worked out again. @param {string} css */
  function placeRows(css) {
    if (css !== placedRows) placed.replaceSync(css);
    placedRows = css;
    paper.classList.toggle('paired', css !== '');
  }

  /** The rows of the grid: written as a sheet, because the article's own blocks are not to be touched. */
  function place() {
    const { lines } = desk.story, count = lines.blocks.length;
    if (desk.story.text.length > LONG || count > MOST_ROWS || source.lines.length > MOST_ROWS) return placeRows('');
    const rows = inRows(count, source.lines.map(partnerLine));
    /** @param {(row: { line: number | null, source: number | null }, i: number) => string} css @param {number} total */
    const sheet = (css, total) => `#paper.paired { grid-template-rows: repeat(${total}, auto) } ${rows.map(css).join(' ')}`;
    const at = (/** @type {string} */ list, /** @type {number | null} */ n, /** @type {number} */ row) => n === null ? '' : `#${list} > :nth-child(${n + 1}) { grid-row: ${row} }`;
    const wide = sheet(({ line, source: k }, i) => at('story', line, i + 1) + at('original', k, i + 1), rows.length);
    const narrow = sheet(({ line, source: k }, i) => at('original', k, i * 2 + 1) + at('story', line, i * 2 + 2), rows.length * 2);
    placeRows(`@media (min-width: 72.01rem) { ${wide} } @media (max-width: 72rem) { ${narrow} }`);
  }

  /** The line of the story that a paragraph of the original stands beside. Without a report: the one in its turn.
   * @param {Span} paragraph @param {number} k */
  function partnerLine({ start, end }, k) {
    const { lines, text } = desk.story, pairs = desk.report?.pairs;
    const pair = pairs?.find(({ text: ours, original }) => ours && original && original.start >= start && original.start < end);
    if (pair?.text) return lines.lineAt(Math.min(pair.text.start, text.length));
    if (pairs) return null;
    return lines.starts().flatMap((from, i) => (text.slice(from, lines.endOf(i)).trim() ? [i] : []))[k] ?? null;
  }

  // ── Sentences that render each other ──

  const painters = supported ? { text: highlightPainter(desk.story.lines, fromRoot), original: highlightPainter(source, fromRoot) } : null;
  /** The pair at the pointer or the caret. @type {Pair | null} */ let near = null;

  /** @param {'text' | 'original'} side @param {number} at */
  const pairAt = (side, at) => desk.report?.pairs?.find(({ [side]: span }) => span && span.start <= at && at <= span.end) ?? null;

  /** A sentence that was left out is where nothing renders it. @param {Finding} finding */
  function pairOf({ start, original: there }) {
    const partner = there && pairAt('original', there.start);
    return partner && !partner.text ? partner : pairAt('text', start);
  }

  function paint() {
    const { view, report } = desk, open = view.original && !view.compare && !!report?.pairs;
    const pair = !open ? null : (view.selected && pairOf(view.selected)) ?? near;
    for (const side of /** @type {const} */ (['text', 'original'])) {
      const span = pair?.[side];
      painters?.[side].set('partner', span ? [span] : []);
    }
    const measure = open && view.selected?.original;
    painters?.original.set('selected', measure ? [measure] : []);
    return pair;
  }

  /** @param {Pair | null} pair */
  function rest(pair) {
    if (pair === near) return;
    near = pair;
    paint();
  }

  for (const [root, lines, side] of /** @type {const} */ ([[desk.story.root, desk.story.lines, 'text'], [pane, source, 'original']])) {
    const under = (/** @type {MouseEvent} */ event) => {
      const spans = (desk.report?.pairs ?? []).flatMap(({ [side]: span }) => span ?? []), span = spanAt(event, lines, spans);
      return span && pairAt(side, span.start);
    };
    const soon = oncePerFrame((/** @type {PointerEvent} */ event) => rest(under(event)));
    root.addEventListener('pointermove', (event) => { if (desk.view.original) soon(event); });
    root.addEventListener('pointerleave', () => rest(null));
    // Nothing in the original can be chosen; a click on it leads to what renders it.
    if (side === 'original') root.addEventListener('click', (event) => { const pair = under(event); if (pair?.text) desk.reveal(pair.text); });
  }
  document.addEventListener('selectionchange', () => {
    if (!desk.view.original || document.activeElement !== desk.story.root) return;
    const caret = desk.story.caret();
    rest(caret && pairAt('text', caret.start));
  });

  let shown = '', shownKey = '';
  /** @type {object | null} */ let followed = null;

  return {
    render() {
      const { view, story, locale, ruleInfo } = desk, { t } = locale, open = view.original && !view.compare;
      const original = story.decisions.original;
      document.body.classList.toggle('with-original', open && !!story.text);
      head.hidden = !open;
      pane.hidden = !open || original === null;
      if (!open) { placeRows(''); paint(); return; }

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
        source.show(original);
        pane.lang = /[\u0900-\u097F]/u.test(original) ? 'hi' : 'en';
        shown = original;
        near = null;
      }
      if (original !== null) place();
      const pair = paint(), partner = view.selected?.original ?? pair?.original;
      if (view.selected && view.selected !== followed && partner && matchMedia('(min-width: 72.01rem)').matches) {
        reveal(pane, source.range({ start: partner.start, end: partner.start + 1 }).getClientRects()[0]);
      }
      followed = view.selected;
    },
  };
}

/**
 * One row each for the lines of the story, with the paragraph of the original beside its partner; a paragraph that has
 * none, or whose partner stands further up, has a row to itself.
 * @param {number} count of lines @param {readonly (number | null)[]} partners
 */
export function inRows(count, partners) {
  /** @type {{ line: number | null, source: number | null }[]} */ const rows = [];
  let line = 0;
  partners.forEach((partner, source) => {
    if (partner !== null) while (line < partner) rows.push({ line: line++, source: null });
    rows.push(partner === line ? { line: line++, source } : { line: null, source });
  });
  while (line < count) rows.push({ line: line++, source: null });
  return rows;
}
