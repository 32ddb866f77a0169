/**
 * Text ⇄ DOM: the readable text under an element, and the way back from its offsets to ranges. The page is only read.
 */
import { readText, textAt } from './readable.js';

/** @typedef {import('./types.js').Span} Span */
/** @typedef {import('./readable.js').Piece} Piece */

/**
 * @typedef {object} Anchored
 * @property {Element} root
 * @property {string} text
 * @property {(span: Span) => Range} range the words in the page; collapsed for an empty span
 * @property {(node: Node, offset: number) => number} offset where a place of the page lies in the text; -1 when it is
 *   not part of it
 * @property {() => boolean} refresh reads the page again; tells whether the text has changed
 */

/**
 * @param {Element} root
 * @returns {Anchored}
 */
export function anchor(root) {
  let { text, pieces, first } = readText(root);

  return {
    root,
    get text() {
      return text;
    },
    range({ start, end }) {
      const range = root.ownerDocument.createRange();
      range.setStart(root, 0);
      if (!pieces.length) return range;
      let i = lastAt(pieces, start);
      // A span of words never begins where a node ends, or on a line end of ours: its first letter is in the next one.
      if (start < end && start >= pieces[i].start + pieces[i].length && i + 1 < pieces.length) i++;
      const tail = start < end ? pieces[lastAt(pieces, end - 1)] : pieces[i];
      range.setStart(pieces[i].node, within(pieces[i], start));
      range.setEnd(tail.node, within(tail, end));
      return range;
    },
    offset(node, offset) {
      const place = textAt(node, offset);
      let i = place ? first.get(place.node) : undefined;
      if (!place || i === undefined) return -1;
      while (pieces[i + 1]?.node === place.node && pieces[i + 1].from <= place.offset) i++;
      const { from, start, length } = pieces[i];
      return start + Math.min(Math.max(place.offset - from, 0), length);
    },
    refresh() {
      const before = text;
      ({ text, pieces, first } = readText(root));
      return text !== before;
    },
  };
}

/**
 * The offset in the node of the text's offset `at`, at the piece's edge when it lies outside.
 * @param {Piece} piece
 * @param {number} at
 */
function within({ node, from, start, length }, at) {
  return Math.min(from + Math.min(Math.max(at - start, 0), length), node.length);
}

/**
 * Index of the last piece that starts at or before `at`; 0 when all start later.
 * @param {readonly Piece[]} pieces
 * @param {number} at
 */
function lastAt(pieces, at) {
  let low = 0, high = pieces.length;
  while (high - low > 1) {
    const middle = (low + high) >> 1;
    if (pieces[middle].start <= at) low = middle;
    else high = middle;
  }
  return low;
}
