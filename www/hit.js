/** Which span is under the pointer. Highlights get no events, so the caret is asked, and then the rectangles. */

/** @typedef {import('./anchor.js').Anchored} Anchored */
/** @typedef {import('./types.js').Span} Span */

/**
 * The smallest of `spans` under a point.
 * @template {Span} S
 * @param {{ clientX: number, clientY: number }} point
 * @param {Pick<Anchored, 'root' | 'range' | 'offset'>} anchored
 * @param {readonly S[]} spans
 * @returns {S | null}
 */
export function spanAt({ clientX: x, clientY: y }, anchored, spans) {
  const caret = caretAt(anchored.root, x, y);
  if (!caret) return null;
  const at = anchored.offset(caret.node, caret.offset);
  if (at < 0) return null;
  const touched = spans
    .filter(({ start, end }) => start <= at && at <= end)
    .sort((a, b) => a.end - a.start - (b.end - b.start));
  // A caret snaps to the nearest text, from the margin too; rectangles do not.
  return touched.find((span) => [...anchored.range(span).getClientRects()].some((rect) => holds(rect, x, y))) ?? null;
}

/**
 * @param {Element} root
 * @param {number} x
 * @param {number} y
 * @returns {{ node: Node, offset: number } | null}
 */
function caretAt(root, x, y) {
  const { ownerDocument } = root;
  const scope = root.getRootNode();
  if ('caretPositionFromPoint' in ownerDocument) {
    const caret = ownerDocument.caretPositionFromPoint(x, y, { shadowRoots: scope instanceof ShadowRoot ? [scope] : [] });
    return caret && { node: caret.offsetNode, offset: caret.offset };
  }
  const range = /** @type {Document} */ (ownerDocument).caretRangeFromPoint(x, y); // WebKit
  return range && { node: range.startContainer, offset: range.startOffset };
}

/** @param {DOMRect} rect @param {number} x @param {number} y */
function holds({ left, right, top, bottom }, x, y) {
  return left <= x && x <= right && top <= y && y <= bottom;
}
