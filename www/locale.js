/**
 * The words of the interface: `locales/<language>.json`, one file a language, the same that the native command reads.
 */
import { shortened } from './choices.js';
import { fetchFile } from './fetch.js';

/** @typedef {import('./types.js').Finding} Finding */
/** @typedef {'mr' | 'hi' | 'en'} UiLang */
/** @typedef {Record<string, string | number | undefined>} Args numbers are written in the reader's digits */
/** @typedef {{ title: string, short: string, long: string }} Message */

/**
 * @typedef {object} Locale
 * @property {UiLang} lang
 * @property {(key: string, args?: Args) => string} t the words for `key`; the key itself when there are none
 * @property {(n: number) => string} number
 * @property {(finding: Finding, text: string) => Message} message what a rule has to say: its name, one line, the card
 * @property {(code: string) => string} language the name of a language
 */

/** What `Intl` is asked for. Marathi papers print Devanagari digits, Hindi ones mostly Latin. */
const TAGS = { mr: 'mr-u-nu-deva', hi: 'hi-u-nu-latn', en: 'en' };

/** @type {Map<UiLang, Promise<Locale>>} */
const loaded = new Map();

/**
 * @param {UiLang} lang
 * @param {(lang: UiLang) => Promise<Record<string, string>>} [more] what a page has to say beside
 * @returns {Promise<Locale>} fetched once a language
 */
export function loadLocale(lang, more) {
  const known = loaded.get(lang);
  if (known) return known;
  const own = fetchFile(new URL(`./locales/${lang}.json`, import.meta.url), 'locale').then((response) => response.json());
  const loading = Promise.all([own, more?.(lang)]).then((strings) => makeLocale(lang, Object.assign({}, ...strings)));
  loaded.set(lang, loading);
  loading.catch(() => loaded.delete(lang));
  return loading;
}

/**
 * The interface language for an element: what it asks for, else what the page is written in, else English.
 * @param {Element} element
 * @param {string | null} [wanted] a tag such as `mr` or `hi-IN`
 * @returns {UiLang}
 */
export function uiLanguage(element, wanted) {
  const declared = element.closest('[lang]') ?? hostOf(element)?.closest('[lang]');
  for (const tag of [wanted, declared?.getAttribute('lang'), document.documentElement.lang]) {
    const code = tag?.split(/[-_]/)[0].toLowerCase();
    if (code === 'mr' || code === 'hi' || code === 'en') return code;
  }
  return 'en';
}

/** @param {Element} element */
function hostOf(element) {
  const root = element.getRootNode();
  return root instanceof ShadowRoot ? root.host : null;
}

/**
 * @param {UiLang} lang
 * @param {Record<string, string>} strings
 * @returns {Locale}
 */
export function makeLocale(lang, strings) {
  const plural = new Intl.PluralRules(lang);
  const digits = new Intl.NumberFormat(TAGS[lang]);
  const names = new Intl.DisplayNames([lang], { type: 'language' });

  /** @type {Locale['t']} */
  function t(key, args = {}) {
    const forms = (strings[key] ?? key).split(' | ');
    // The count that the words agree with: {m} where there are two, {count} in the messages of rules.
    const count = [args.m, args.n, args.count].find((value) => typeof value === 'number');
    const form = forms.length > 1 && plural.select(Number(count ?? 1)) !== 'one' ? forms[1] : forms[0];
    return form.replace(/\{(\w+)\}/g, (placeholder, name) => {
      const value = args[name];
      return typeof value === 'number' ? digits.format(value) : value ?? placeholder;
    });
  }

  return {
    lang,
    t,
    number: (n) => digits.format(n),
    language: (code) => names.of(code) ?? code,
    message(finding, text) {
      const { code, args } = finding;
      const words = { form: text.slice(finding.start, finding.end), right: finding.fixes?.[0]?.edits[0]?.text, ...args };
      for (const [name, value] of Object.entries(words)) if (typeof value === 'string') Object.assign(words, { [name]: shortened(value) });
      const title = `rule.${code}`;
      return { title: title in strings ? t(title) : code, short: t(`${title}.short`, words), long: t(`${title}.long`, words) };
    },
  };
}
