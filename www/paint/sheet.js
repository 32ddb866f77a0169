/** The rules that paint the article, in the scopes where they have to stand. */
import { adopt, loadSheet } from '../sheets.js';

/**
 * Brings the paint into the article's own tree scope, where `::highlight()` is matched, and the tokens into
 * the document, from where they are inherited.
 * @param {Element} article
 * @param {(css: string) => string} [change]
 * @returns {() => void} takes both out, unless somebody else still paints there
 */
export function adoptPaint(article, change = forHighlights) {
  /** @type {(() => void)[]} */
  let releases = [];
  let wanted = true;
  const root = article.getRootNode();
  const scopes = new Set([article.ownerDocument, root instanceof ShadowRoot ? root : article.ownerDocument]);
  loadSheet(new URL('../tokens.css', import.meta.url), change).then((sheet) => {
    if (wanted) releases = [...scopes].map((scope) => adopt(scope, sheet));
  }, () => {}); // without the sheet the list still says it all
  return () => {
    wanted = false;
    for (const release of releases) release();
    releases = [];
  };
}

/** WebKit draws no wave in a highlight, and no query tells. Two lines are as far from one as a wave is. @param {string} css */
export function forHighlights(css) {
  return navigator.vendor.startsWith('Apple')
    ? `${css}\n::highlight(kasoti-major) { text-decoration-style: double; }` : css;
}
