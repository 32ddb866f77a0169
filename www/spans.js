/** @typedef {import('./types.js').Span} Span */

/**
 * Makes objects of the numbers that cross the boundary, a start and an end each.
 * @param {Uint32Array} ends
 * @returns {Span[]}
 */
export function spans(ends) {
  return Array.from({ length: ends.length / 2 }, (_, i) => ({ start: ends[2 * i], end: ends[2 * i + 1] }));
}
