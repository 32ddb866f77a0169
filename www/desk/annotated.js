/**
 * The story as a page of its own that can be sent to somebody who has no Kasoti: names tinted, slips underlined and
 * numbered, and under the story what each number means. No script, nothing fetched.
 */
import { offer, reading } from '../choices.js';
import { KINDS } from '../report.js';

/** @typedef {import('../types.js').Report} Report */
/** @typedef {import('../types.js').Finding} Finding */
/** @typedef {import('../types.js').Span} Span */
/** @typedef {import('../locale.js').Locale} Locale */

/** The tints of tokens.css, light and dark: the page must hold them itself. */
const TINTS = {
  person: ['#cbe0fd', '#1d3c68'], place: ['#d6ebd4', '#1f4a2b'], organisation: ['#f1d5ee', '#57305a'], title: ['#d9f3fb', '#124654'],
  date: ['#f8dcc0', '#5c3a17'], time: ['#ffebe5', '#5a3229'], measure: ['#faf7c9', '#4a4612'], contact: ['#dde1e1', '#3b4242'],
};

const STYLE = `:root{color-scheme:light dark}body{max-width:44rem;margin:2rem auto;padding:0 1rem;font:1.125rem/1.9 "Noto Serif Devanagari","Kohinoor Devanagari","Nirmala UI",Georgia,serif}
h1{font-size:1.5rem;line-height:1.4}mark{color:inherit;background:none;border-radius:2px}
${KINDS.map((kind) => `.${kind}{background:light-dark(${TINTS[kind].join()})}`).join('')}
.critical{text-decoration:underline solid light-dark(#b0002f,#ff8fa0) 3px}.major{text-decoration:underline wavy light-dark(#a84b00,#ffb066) 1.5px}
.minor{text-decoration:underline dotted light-dark(#2a5db8,#9cc2ff) 2px}.hint{background:light-dark(#59645f1f,#c4cec94d)}
mark{text-underline-offset:.3em;text-decoration-skip-ink:none}sup{font-size:.65em;line-height:0}sup a{text-decoration:none;padding:0 .15em}
li{margin-block:.75rem}li :target,li:target,sup:target{outline:2px solid}small,.key{color:light-dark(#555,#bbb);font-size:.85rem}.key span{margin-inline-end:.75rem;padding:.1rem .3rem}code{font-size:.85em}
.list{font-size:1rem;line-height:1.6;border-top:2px solid;margin-top:2.5rem;padding-top:.5rem}@media print{body{max-width:none;margin:0}li{break-inside:avoid}}`;

/** @param {string} words */
export const escaped = (words) => words.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;').replaceAll('"', '&quot;');

/** @param {string} text @param {Report} report @param {Locale} locale @returns {string} */
export function annotatedPage(text, report, locale) {
  const { t, number } = locale, [headline] = text.trim().split('\n');
  const kinds = KINDS.filter((kind) => report.mentions.some((mention) => mention.kind === kind));
  const rows = report.findings.map((finding, i) => {
    const { lead, said, mended } = reading(finding, finding.fixes?.[0], text), { title, short } = locale.message(finding, text);
    const mend = offer(finding) === 'choose' && finding.severity === 'critical' ? null : mended;
    return `<li id="f${i + 1}" value="${i + 1}"><span lang="${report.lang}">${escaped(lead)}<mark class="${finding.severity}">${escaped(said)}</mark>${mend === null ? '' : ` → <b>${escaped(mend || `(${t('fix.remove')})`)}</b>`}</span>`
      + `<br>${escaped(short)} <small>${escaped(t(`sev.${finding.severity}`, { n: 1 }))} · ${escaped(title)} <code lang="en">${finding.code}</code> <a href="#t${i + 1}" aria-label="${escaped(t('reader.show'))}">↑</a></small></li>`;
  });
  return `<!doctype html>
<html lang="${locale.lang}"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width,initial-scale=1">
<meta http-equiv="Content-Security-Policy" content="default-src 'none'; style-src 'unsafe-inline'">
<title>${escaped(headline)}</title><style>${STYLE}</style></head><body>
<article lang="${report.lang}" translate="no">
${marked(text, report, number)}
</article>
<p class="key">${kinds.map((kind) => `<span class="${kind}">${escaped(t(`kind.${kind}`, { n: 2 }))}</span>`).join(' ')}</p>
${rows.length ? `<section class="list"><h2>${escaped(t('export.list'))}</h2><ol>\n${rows.join('\n')}\n</ol></section>` : `<p class="list">${escaped(t('state.clear'))}</p>`}
</body></html>
`;
}

/** The story's lines as paragraphs, cut wherever paint begins or ends. @param {string} text @param {Report} report @param {(n: number) => string} number */
function marked(text, { mentions, findings }, number) {
  /** @type {{ span: Span, name: string }[]} */
  const layers = [...mentions.map((span) => ({ span, name: span.kind })), ...findings.map((span) => ({ span, name: span.severity }))];
  const edges = [...new Set([0, text.length, ...layers.flatMap(({ span }) => [span.start, span.end])])].sort((a, b) => a - b);
  const opens = Map.groupBy(layers, ({ span }) => span.start);
  const ends = Map.groupBy(findings.map((finding, i) => ({ at: finding.end, n: i + 1 })), ({ at }) => at);
  /** @type {{ span: Span, name: string }[]} */ let open = [];
  let out = '';
  edges.forEach((start, i) => {
    for (const { n } of ends.get(start) ?? []) out += `<sup id="t${n}"><a href="#f${n}">${number(n)}</a></sup>`;
    open = [...open.filter(({ span }) => span.end > start), ...opens.get(start) ?? []];
    const words = text.slice(start, edges[i + 1] ?? start), names = [...new Set(open.map(({ name }) => name))].join(' ');
    // A mark may not reach over the end of a paragraph.
    out += words.split('\n').map((line) => names && line ? `<mark class="${names}">${escaped(line)}</mark>` : escaped(line)).join('\n');
  });
  return out.split('\n').filter((line) => line.trim()).map((line, i) => (i ? `<p>${line}</p>` : `<h1>${line}</h1>`)).join('\n');
}
