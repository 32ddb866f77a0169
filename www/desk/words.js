/** The page's own words, filled in from the locale: the HTML holds none. */
import { fetchFile } from '../fetch.js';
import { loadLocale } from '../locale.js';

/** @typedef {import('../locale.js').Locale} Locale */
/** @typedef {import('../locale.js').UiLang} UiLang */

/** The words that the desk shares with the tag, and its own. @param {UiLang} lang */
export function loadWords(lang) {
  return loadLocale(lang, async () => (await fetchFile(new URL(`../locales/desk/${lang}.json`, import.meta.url), 'locale')).json());
}

/** @param {Locale} locale */
export function fillWords({ lang, t }) {
  document.documentElement.lang = lang;
  document.title = `${t('app.name')} · ${t('app.line')}`;
  for (const element of document.querySelectorAll('[data-t]')) element.textContent = t(element.getAttribute('data-t') ?? '');
  for (const element of document.querySelectorAll('[data-t-label]')) {
    const words = t(element.getAttribute('data-t-label') ?? '');
    element.setAttribute('aria-label', words);
    if (element.matches('button')) element.setAttribute('title', words);
  }
  for (const element of document.querySelectorAll('[data-t-hint]')) element.setAttribute('data-hint', t(element.getAttribute('data-t-hint') ?? ''));
}
