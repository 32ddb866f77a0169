/** More that is done with changes: what undo and the comparison with the received text are made of. */
export { difference, moveOffset, moveReport, moveSpan } from '../move.js';

/** @typedef {import('../move.js').Change} Change */
/** @typedef {import('../types.js').Span} Span */

/** The changes that take these back.
 * @param {Change[]} changes @returns {Change[]} */
export function invert(changes) {
  let shift = 0;
  return changes.map(({ start, removed, inserted }) => {
    const back = { start: start + shift, removed: inserted, inserted: removed };
    shift += inserted.length - removed.length;
    return back;
  });
}

/** The edits of a fix as changes of `text`.
 * @param {string} text @param {{ start: number, end: number, text: string }[]} edits @returns {Change[]} */
export function changesOf(text, edits) {
  return [...edits].sort((a, b) => a.start - b.start || a.end - b.end)
    .map(({ start, end, text: inserted }) => ({ start, removed: text.slice(start, end), inserted }));
}

/** Two steps of typing as one, or null when they do not follow each other in the text.
 * @param {Change} first @param {Change} next @returns {Change | null} */
export function merged(first, next) {
  const from = next.start - first.start, to = from + next.removed.length;
  if (from >= 0 && to <= first.inserted.length) {
    return { ...first, inserted: first.inserted.slice(0, from) + next.inserted + first.inserted.slice(to) };
  }
  // Rubbing out past what was typed: the words before it are now removed as well.
  if (from < 0 && to >= 0 && to <= first.inserted.length) {
    return {
      start: next.start,
      removed: next.removed.slice(0, -from) + first.removed,
      inserted: next.inserted + first.inserted.slice(to),
    };
  }
  return null;
}
