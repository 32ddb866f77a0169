/** Small helps of the desk. Elements are made by `h` of the shared `dom.js`. */

const SVG = 'http://www.w3.org/2000/svg';

/** A line drawing in a 16 by 16 box. @param {string} path */
export function icon(path) {
  const svg = document.createElementNS(SVG, 'svg'), line = document.createElementNS(SVG, 'path');
  svg.setAttribute('viewBox', '0 0 16 16');
  svg.setAttribute('aria-hidden', 'true');
  line.setAttribute('d', path);
  svg.append(line);
  return svg;
}

/** @template {HTMLElement} [T=HTMLElement] @param {string} selector @param {ParentNode} [root] @returns {T} */
export function $(selector, root = document) {
  const found = root.querySelector(selector);
  if (!found) throw new Error(`the page has no ${selector}`);
  return /** @type {T} */ (found);
}

/** Only what is new: writing the same again has the whole page's style worked out again.
 * @param {HTMLElement} element @param {Record<string, string>} data */
export function setData(element, data) {
  for (const [name, value] of Object.entries(data)) if (element.dataset[name] !== value) element.dataset[name] = value;
}

/** The same for its words. @param {HTMLElement} element @param {string} words */
export function setWords(element, words) {
  if (element.textContent !== words) element.textContent = words;
}

/** The element that scrolls `inner`: its column on a desk, the page on a phone. @param {Element} inner */
export function scroller(inner) {
  const box = inner.closest('.scroll');
  return box && getComputedStyle(box).overflowY !== 'visible' ? box : document.scrollingElement ?? document.documentElement;
}

/** On a telephone the list lies over the foot of the text: how much of it. */
export function covered() {
  return matchMedia('(max-width: 56rem)').matches ? $('.side').getBoundingClientRect().height : 0;
}

/** Brings a place of the page into the middle third of its scroller, if it is not in sight.
 * @param {Element} inner @param {{ top: number, bottom: number } | undefined} box */
export function reveal(inner, box) {
  if (!box) return;
  const view = scroller(inner), frame = view === document.scrollingElement ? { top: 0, bottom: innerHeight } : view.getBoundingClientRect();
  const bottom = frame.bottom - covered();
  if (box.top >= frame.top + 8 && box.bottom <= bottom - 8) return;
  const calm = matchMedia('(prefers-reduced-motion: reduce)').matches;
  view.scrollBy({ top: box.top - frame.top - (bottom - frame.top) / 3, behavior: calm ? 'instant' : 'smooth' });
}
