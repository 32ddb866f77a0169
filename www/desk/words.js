/** The page's own words, filled in from the locale: the HTML holds none. */

/** @typedef {import('../locale.js').Locale} Locale */

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
