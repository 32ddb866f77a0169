/** The paint on a page of our own. */
import { forHighlights } from '../paint/sheet.js';

/**
 * Where the tokens stand at the root of the page, as here, a highlight's look can be inherited from there, and no
 * element has to be matched with each of them. Where a browser does not inherit it (or cannot say), all are matched.
 * @param {string} css
 */
export function fromRoot(css) {
  return forHighlights(inherits() ? css.replaceAll('::highlight(', ':root::highlight(') : css);
}

/** Whether the look of a highlight is inherited. */
function inherits() {
  const probe = new CSSStyleSheet();
  probe.replaceSync(':root::highlight(kasoti-probe) { color: rgb(1, 2, 3) }');
  document.adoptedStyleSheets.push(probe);
  const { color } = getComputedStyle(document.body, '::highlight(kasoti-probe)');
  document.adoptedStyleSheets.pop();
  return color === 'rgb(1, 2, 3)';
}
