/** Links that lead to words: text fragments (`#:~:text=`), which browsers find without any help of the page. */

/** @typedef {import('./types.js').Span} Span */

/** Longer words are given by their beginning and end. Browsers give up on very long ones. */
const LONGEST = 100;
/** Words at each end, and words of context where they are not the only ones. */
const ENDS = 5, AROUND = 3;

/** @param {string} text @param {Span} span @param {string} [page] the address without a fragment */
export function linkTo(text, { start, end }, page = location.href) {
  const words = text.slice(start, end).split(/\s+/u).filter(Boolean);
  const long = end - start > LONGEST && words.length > 2 * ENDS;
  const first = long ? words.slice(0, ENDS).join(' ') : words.join(' '), last = long ? words.slice(-ENDS).join(' ') : '';
  // A paragraph's end is no context: browsers look within one block.
  const before = first && text.indexOf(first) !== text.lastIndexOf(first) ? (text.slice(0, start).split('\n').at(-1) ?? '').split(/\s+/u).filter(Boolean).slice(-AROUND).join(' ') : '';
  const parts = [before && `${encoded(before)}-`, encoded(first), encoded(last)].filter(Boolean);
  const address = new URL(page);
  // A fragment of the page's own stays; an older link to words does not.
  const own = address.hash.slice(1).replace(/:~:.*$/u, '');
  address.hash = '';
  return `${address.href.replace(/#$/u, '')}#${own}:~:text=${parts.join(',')}`;
}

/** Commas and hyphens part the pieces of such a link. @param {string} words */
const encoded = (words) => encodeURIComponent(words).replaceAll('-', '%2D');
