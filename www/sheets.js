/** Our style sheets, as objects: a page's policy may forbid `<style>`, and its DOM is not ours to add to. */
import { fetchFile } from './fetch.js';

/** @type {Map<string, Promise<CSSStyleSheet>>} */
const sheets = new Map();

/**
 * @param {URL} url written out where it is asked for: that is what bundlers look for
 * @param {(css: string) => string} [change]
 * @returns {Promise<CSSStyleSheet>} one for all who ask for the same
 */
export function loadSheet(url, change = (css) => css) {
  const key = `${url.href} ${change.name}`;
  const known = sheets.get(key);
  if (known) return known;
  const loading = fetchFile(url, 'locale')
    .then((response) => response.text())
    .then((css) => {
      const sheet = new CSSStyleSheet();
      sheet.replaceSync(change(css));
      return sheet;
    });
  sheets.set(key, loading);
  loading.catch(() => sheets.delete(key));
  return loading;
}

/** @type {WeakMap<DocumentOrShadowRoot, Map<CSSStyleSheet, number>>} */
const users = new WeakMap();

/**
 * Adopts `sheet` into `scope` until the last one who asked for it has given it back.
 * @param {DocumentOrShadowRoot} scope
 * @param {CSSStyleSheet} sheet
 * @returns {() => void} gives it back
 */
export function adopt(scope, sheet) {
  const counts = users.get(scope) ?? new Map();
  users.set(scope, counts);
  counts.set(sheet, (counts.get(sheet) ?? 0) + 1);
  if (!scope.adoptedStyleSheets.includes(sheet)) scope.adoptedStyleSheets = [...scope.adoptedStyleSheets, sheet];
  let held = true;
  return () => {
    if (!held) return;
    held = false;
    counts.set(sheet, counts.get(sheet) - 1);
    if (counts.get(sheet) > 0) return;
    scope.adoptedStyleSheets = scope.adoptedStyleSheets.filter((adopted) => adopted !== sheet);
  };
}
