/** Ways out: the text itself, the list of slips as a page of its own, the whole report. */
import { offer, reading } from '../choices.js';
import { annotatedPage } from './annotated.js';
import { glossaryJson } from './glossary.js';

/** @typedef {import('./desk.js').Desk} Desk */

/** @param {string} name @param {string} type @param {string} content */
function save(name, type, content) {
  const address = URL.createObjectURL(new Blob([content], { type: `${type};charset=utf-8` }));
  const link = Object.assign(document.createElement('a'), { href: address, download: name });
  link.click();
  setTimeout(() => URL.revokeObjectURL(address), 10_000);
}

/** A name for the files: the first words of the story. @param {Desk} desk */
function nameOf(desk) {
  const words = desk.story.text.trim().split('\n')[0].replaceAll(/[^\p{L}\p{M}\p{N} -]/gu, '').split(' ').slice(0, 6).join('-');
  return words.slice(0, 60) || 'kasoti';
}

/** @param {Desk} desk @returns {Promise<boolean>} whether it lies on the clipboard now */
export async function copyText(desk) {
  try {
    await navigator.clipboard.writeText(desk.story.outgoing);
    return true;
  } catch {
    return false;
  }
}

/** @param {Desk} desk */
export function saveText(desk) { save(`${nameOf(desk)}.txt`, 'text/plain', desk.story.outgoing); }

/** @param {Desk} desk */
export function saveJson(desk) {
  save(`${nameOf(desk)}.json`, 'application/json', JSON.stringify({ text: desk.story.text, report: desk.report }, null, 2));
}

/** The story with its marks, as a page. @param {Desk} desk */
export function savePage(desk) {
  if (desk.report) save(`${nameOf(desk)}.html`, 'text/html', annotatedPage(desk.story.text, desk.report, desk.locale));
}

/** The list of slips for a spreadsheet. @param {Desk} desk */
export function saveTable(desk) {
  if (desk.report) saveCsv(`${nameOf(desk)}.csv`, table(desk.story.text, desk.report, desk.locale, desk.sentenceOf));
}

/** What this house accepts, for the option `glossary` and for the next desk. @param {Desk} desk */
export function saveGlossary(desk) { save('glossary.json', 'application/json', glossaryJson(desk.story.decisions.accepted)); }

/** The same for a spreadsheet. @param {Desk} desk */
export function saveGlossaryTable(desk) { saveCsv('glossary.csv', csv(desk.story.decisions.accepted)); }

/** Without the mark of UTF-8 a spreadsheet would take Devanagari for Latin letters. @param {string} name @param {string} rows */
const saveCsv = (name, rows) => save(name, 'text/csv', `\uFEFF${rows}`);

/**
 * One row a finding. Offsets are UTF-16 code units.
 * @param {string} text @param {import('../types.js').Report} report @param {import('../locale.js').Locale} locale
 * @param {(span: import('../types.js').Span) => number} sentenceOf
 */
export function table(text, report, locale, sentenceOf) {
  const head = ['sentence', 'severity', 'code', 'rule', 'words', 'suggestion', 'reason', 'start', 'end'];
  const rows = report.findings.map((finding) => {
    const { title, short } = locale.message(finding, text);
    return [sentenceOf(finding), finding.severity, finding.code, title, text.slice(finding.start, finding.end),
      offer(finding) === 'choose' && finding.severity === 'critical' ? '' : reading(finding, finding.fixes?.[0], text).mended ?? '', short, finding.start, finding.end];
  });
  return csv([head, ...rows]);
}

/** RFC 4180. @param {readonly (readonly (string | number)[])[]} rows */
const csv = (rows) => rows.map((row) => `${row.map(cell).join(',')}\r\n`).join('');

/** Words that a spreadsheet would take for a formula are only words. @param {string | number} value */
function cell(value) {
  if (typeof value === 'number') return String(value);
  const words = /^[=+@\t\r-]/u.test(value) ? `'${value}` : value;
  return /[",\r\n]/u.test(words) ? `"${words.replaceAll('"', '""')}"` : words;
}
