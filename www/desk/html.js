/** The words of an HTML file: its article, one line a block. The file is parsed, never shown and never run. */

const BLOCK = 'address, article, aside, blockquote, dd, div, dl, dt, figcaption, figure, footer, form, h1, h2, h3, h4, h5, h6, header, hr, li, main, nav, ol, p, pre, section, table, tr, ul';
const NOT_TEXT = 'script, style, noscript, template, nav, aside, footer, form, button, select, textarea, iframe, svg, math, [hidden], [aria-hidden="true"]';

/** Parsing counts as a sink for scripts under Trusted Types, though a parsed document runs none. */
const policy = /** @type {{ trustedTypes?: any }} */ (globalThis).trustedTypes?.createPolicy('kasoti-file', { createHTML: (/** @type {string} */ html) => html });

/** @param {string} words @param {DOMParserSupportedType} type */
export function parsed(words, type) {
  return new DOMParser().parseFromString(policy?.createHTML(words) ?? words, type);
}

/** @param {string} html @returns {string} */
export function textOf(html) {
  const page = parsed(html, 'text/html');
  const root = page.querySelector('article') ?? page.querySelector('main') ?? page.body;
  const lines = [''];
  const add = (/** @type {string} */ words) => { lines[lines.length - 1] += words; };
  const cut = () => { if (lines[lines.length - 1].trim()) lines.push(''); };

  /** @param {Node} node */
  function walk(node) {
    for (const child of node.childNodes) {
      if (child instanceof Text || child.nodeType === 3) add((child.nodeValue ?? '').replaceAll(/[ \t\r\n\f]+/gu, ' '));
      else if (child.nodeType === 1) {
        const element = /** @type {Element} */ (child);
        if (element.localName === 'br') { cut(); continue; }
        if (element.matches(NOT_TEXT)) continue;
        const block = element.matches(BLOCK);
        if (block) cut();
        walk(element);
        if (block) cut();
      }
    }
  }
  walk(root);
  return lines.map((line) => line.replaceAll(/ {2,}/gu, ' ').replaceAll(/^ | $/gu, '')).filter((line) => line).join('\n');
}
