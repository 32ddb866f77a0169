/** The options of the analysis that stand as attributes of the tag. */
import { KasotiError, messageOf } from './error.js';
import { fetchFile } from './fetch.js';
import { readText } from './readable.js';

/** @typedef {import('./types.js').Options} Options */

/**
 * @param {Element} element
 * @param {Options} given set as properties; they go before the attributes
 * @returns {Promise<Options>} rejects with a `KasotiError` of code `option` when an attribute makes no sense
 */
export async function settings(element, given) {
  const rules = element.getAttribute('rules'), glossary = element.getAttribute('glossary'), original = element.getAttribute('original');
  return {
    ...rules ? { rules: rulesOf(rules) } : {},
    ...glossary && !given.glossary ? { glossary: await glossaryOf(element, glossary) } : {},
    ...original && given.original === undefined ? { original: originalOf(element, original) } : {},
    ...given,
  };
}

/** `repeated-word=off mixed-digits=hint`, as the command line has it. @param {string} words @returns {NonNullable<Options['rules']>} */
function rulesOf(words) {
  return Object.fromEntries(words.split(/[\s,;]+/u).filter(Boolean).map((rule) => {
    const [, code, setting] = /^([\w-]+)[=:](.+)$/u.exec(rule) ?? [];
    if (!code) throw new KasotiError('option', `rules="${words}": «${rule}» is no CODE=on, CODE=off or CODE=severity`);
    return [code, setting === 'on' ? true : setting === 'off' ? false : /** @type {import('./types.js').Severity} */ (setting)];
  }));
}

/** @param {Element} element @param {string} value @returns {Promise<NonNullable<Options['glossary']>>} */
async function glossaryOf(element, value) {
  try {
    const json = value.startsWith('#') ? byId(element, value.slice(1)).textContent ?? ''
      : /^\s*\[/u.test(value) ? value : await (await fetchFile(new URL(value, element.baseURI), 'option')).text();
    const list = JSON.parse(json);
    if (!Array.isArray(list)) throw new Error('it is no list');
    return list;
  } catch (cause) {
    throw new KasotiError('option', `glossary="${value.slice(0, 80)}": ${messageOf(cause)}`, { cause });
  }
}

/** @param {Element} element @param {string} id */
function originalOf(element, id) {
  const source = byId(element, id);
  if (source instanceof HTMLTextAreaElement) return source.value;
  return source instanceof HTMLScriptElement || source instanceof HTMLTemplateElement
    ? (source instanceof HTMLTemplateElement ? source.content : source).textContent ?? '' : readText(source).text;
}

/** @param {Element} element @param {string} id */
function byId(element, id) {
  const root = /** @type {Document | ShadowRoot} */ (element.getRootNode());
  const found = root.getElementById(id) ?? document.getElementById(id);
  if (!found) throw new KasotiError('option', `no element of this page has the id ${id}`);
  return found;
}
