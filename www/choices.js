/**
 * What can be done about a finding, as data: which button its row has, which ways its card offers, and how the words
 * read before and after. Nothing here touches the page; panel, card and desk all ask here.
 */

/** @typedef {import('./types.js').Finding} Finding */
/** @typedef {import('./types.js').Fix} Fix */
/** @typedef {import('./types.js').Span} Span */
/** @typedef {import('./locale.js').Locale} Locale */

/**
 * `safe` one click, cannot hurt · `one` one suggestion, the editor's decision · `choose` several, or a fact: nothing
 * may be decided for the editor · `none` to be mended by hand.
 * @typedef {'safe' | 'one' | 'choose' | 'none'} Offer
 */

/** @param {Finding} finding @returns {Offer} */
export function offer({ severity, safe, fixes = [] }) {
  if (!fixes.length) return 'none';
  if (safe) return 'safe';
  return fixes.length > 1 || severity === 'critical' ? 'choose' : 'one';
}

/** Whether «fix all» may take it along. Never a fact, however safe its rule holds the fix to be. @param {Finding} finding */
export function isSafe(finding) {
  return offer(finding) === 'safe' && finding.severity !== 'critical';
}

/** The name of the message on the button for an offer. */
export const BUTTON = /** @type {const} */ ({ safe: 'fix.safe', one: 'fix.one', choose: 'fix.choose', none: 'fix.none' });

/** Marks alone say nothing: «“ → ”». Then the word before them is shown too, up to this length. */
const LEAD = 24;
const WORDY = /[\p{L}\p{N}]/u;

/**
 * How the words read now and after a fix. `lead` are words before them that give a bare mark its place.
 * @param {Finding} finding @param {Fix | undefined} fix @param {string} text
 * @returns {{ lead: string, said: string, mended: string | null }} `mended` is null without a fix, '' when the words go
 */
export function reading(finding, fix, text) {
  const here = (fix?.edits ?? []).filter((edit) => edit.end >= finding.start && edit.start <= finding.end);
  const start = Math.min(finding.start, ...here.map((edit) => edit.start));
  const end = Math.max(finding.end, ...here.map((edit) => edit.end));
  const said = text.slice(start, end);
  const lead = WORDY.test(said) ? '' : wordBefore(text, start);
  if (!fix?.edits.length) return { lead, said, mended: null };
  if (!here.length) return { lead, said, mended: fix.label ?? fix.edits[0].text };
  let mended = '', at = start;
  for (const edit of here) {
    mended += text.slice(at, edit.start) + edit.text;
    at = edit.end;
  }
  mended += text.slice(at, end);
  return { lead, said, mended: mended.trim() || lead ? lead + mended : '' };
}

/** @param {string} text @param {number} end */
function wordBefore(text, end) {
  const before = text.slice(Math.max(0, end - LEAD), end);
  return before.slice(before.search(/\S+[^\S\n]?$/u)).replace(/^[\s\S]*\n/u, '').trimStart();
}

/**
 * The ways out of a finding, for the card's list of choices.
 * @param {Finding} finding @param {string} text @param {Locale} locale
 * @returns {{ fix: Fix, label: string, isWords: boolean, count: number }[]} `isWords`: the label is in the article's
 *   language; `count`: how many places change
 */
export function choices(finding, text, { t }) {
  return (finding.fixes ?? []).map((fix) => {
    const same = new Set(fix.edits.map((edit) => edit.text)).size === 1;
    const everywhere = same && (fix.edits.length > 1 || question(finding) === 'card.which');
    const words = fix.label ?? reading(finding, fix, text).mended;
    const label = everywhere ? t('card.everywhere', { form: fix.edits[0].text }) : words || t('fix.remove');
    return { fix, label, isWords: !everywhere && words !== '', count: fix.edits.length };
  });
}

/**
 * Every place that one of the choices would change: where a form of the editor's own would go. None for a figure, which
 * belongs into the text itself, beside what it counts.
 * @param {Finding} finding @returns {Span[]}
 */
export function places({ severity, fixes = [] }) {
  if (severity === 'critical' || fixes.length < 2) return [];
  const all = fixes.flatMap((fix) => fix.edits).sort((a, b) => a.start - b.start || a.end - b.end);
  return all.filter((edit, i) => i === 0 || edit.start >= all[i - 1].end);
}

const FIGURES = ['mixed-digits', 'broken-number-grouping', 'number-mismatch', 'date-mismatch'];

/** The question over the choices. @param {Finding} finding */
export function question({ code }) {
  if (FIGURES.includes(code)) return 'card.whichNumber';
  return code.endsWith('-variant') || code === 'honorific-mix' ? 'card.which' : 'card.do';
}

/** @param {string} words long words with their middle left out */
export function shortened(words, longest = 64) {
  if (words.length <= longest) return words;
  const head = words.slice(0, longest * 0.6), tail = words.slice(-longest * 0.3);
  return `${head.slice(0, head.lastIndexOf(' ') + 1 || undefined).trimEnd()} … ${tail.slice(tail.indexOf(' ') + 1)}`;
}
