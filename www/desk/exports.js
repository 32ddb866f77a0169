/** Ways out: the text itself, the list of slips as a page of its own, the whole report. */
import { offer, reading } from '../choices.js';
import { SEVERITIES } from '../report.js';

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

/** @param {string} words */
const safe = (words) => words.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;').replaceAll('"', '&quot;');

/** @param {Desk} desk */
export function saveList(desk) {
  const { locale, story: { text }, report } = desk, { t, number } = locale;
  if (!report) return;
  const title = `${t('export.list')} · ${text.trim().split('\n')[0]}`;
  const rows = SEVERITIES.flatMap((severity) => {
    const group = report.findings.filter((finding) => finding.severity === severity);
    if (!group.length) return [];
    return [`<tr><th colspan="4" scope="rowgroup">${safe(t(`sev.${severity}`, { n: group.length }))} ${number(group.length)}</th></tr>`,
      ...group.map((finding) => {
        const { lead, said, mended } = reading(finding, finding.fixes?.[0], text), { title: rule, short } = locale.message(finding, text);
        const mend = offer(finding) === 'choose' && finding.severity === 'critical' ? '' : mended ?? '';
        return `<tr><td>${number(desk.sentenceOf(finding))}</td><td lang="${report.lang}">${safe(lead)}<b>${safe(said)}</b></td><td lang="${report.lang}">${safe(mend)}</td>`
          + `<td>${safe(short)}<br><small>${safe(rule)} <code lang="en">${finding.code}</code></small></td></tr>`;
      })];
  });
  save(`${nameOf(desk)}.html`, 'text/html', `<!doctype html>
<html lang="${locale.lang}"><meta charset="utf-8"><meta name="viewport" content="width=device-width"><title>${safe(title)}</title>
<style>body{max-width:60rem;margin:2rem auto;padding:0 1rem;font:16px/1.7 "Noto Serif Devanagari","Kohinoor Devanagari","Nirmala UI",Georgia,serif}
table{border-collapse:collapse;width:100%}td,th{padding:.5rem .75rem;border-bottom:1px solid #ccc;text-align:start;vertical-align:top}
td:first-child{color:#666;text-align:end}small{color:#555}code{font-size:.9em}pre{white-space:pre-wrap;font:inherit;border-top:2px solid;padding-top:1rem}</style>
<h1>${safe(title)}</h1>
<table>
${rows.join('\n')}
</table>
<pre lang="${report.lang}">${safe(text)}</pre>
</html>
`);
}
