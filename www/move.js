/**
 * Replacements in a text, as data, and how spans and reports are carried through them. Pure functions; offsets are UTF-16
 * code units, as everywhere in the shell.
 *
 * @typedef {import('./types.js').Span} Span
 * @typedef {import('./types.js').Report} Report
 * @typedef {{ start: number, removed: string, inserted: string }} Change  `start` counts in the text before all
 *   changes of the same list; a list is in order and its changes do not overlap.
 */

/** The one change that turns `before` into `after`, as small as it can be.
 * @param {string} before @param {string} after @param {number} [at] added to the offset @returns {Change | null} */
export function difference(before, after, at = 0) {
  if (before === after) return null;
  const shorter = Math.min(before.length, after.length);
  let head = 0;
  while (head < shorter && before[head] === after[head]) head += 1;
  let tail = 0;
  while (tail < shorter - head && before[before.length - 1 - tail] === after[after.length - 1 - tail]) tail += 1;
  return {
    start: at + head,
    removed: before.slice(head, before.length - tail),
    inserted: after.slice(head, after.length - tail),
  };
}

/** An offset carried through changes; inside a replaced stretch it goes to that stretch's end.
 * @param {number} offset @param {Change[]} changes */
export function moveOffset(offset, changes) {
  let shift = 0;
  for (const { start, removed, inserted } of changes) {
    if (start > offset || (start === offset && removed)) break;
    if (start + removed.length > offset) return start + shift + inserted.length;
    shift += inserted.length - removed.length;
  }
  return offset + shift;
}

const GLUES = /[^\s]/u;

/**
 * A span carried through changes. Words that were touched, or that letters were glued to, are no longer the words
 * that a report spoke of: null. With `stretch` the span grows and shrinks with its text instead (sentences).
 * @param {Span} span @param {Change[]} changes @param {boolean} [stretch] @returns {Span | null}
 */
export function moveSpan(span, changes, stretch = false) {
  let shift = 0, grow = 0;
  for (const { start, removed, inserted } of changes) {
    const end = start + removed.length;
    if (start > span.end) break;
    if (end < span.start) { shift += inserted.length - removed.length; continue; }
    const before = end <= span.start, after = start >= span.end;
    if (before && (stretch || !GLUES.test(inserted.slice(-1)))) shift += inserted.length - removed.length;
    else if (after && !GLUES.test(inserted.slice(0, 1)) && !stretch) continue;
    else if (stretch && end <= span.end && start >= span.start) grow += inserted.length - removed.length;
    else return null;
  }
  const start = span.start + shift, end = span.end + shift + grow;
  return end > start ? { start, end } : null;
}

/** A report carried through changes, good enough to paint and to mend by until the next one is there.
 * @param {Report} report @param {Change[]} changes @returns {Report} */
export function moveReport(report, changes) {
  // What lies before all of it stays as it is: half of a long text, on average.
  const first = changes[0]?.start ?? Infinity;
  return {
    ...report,
    sentences: report.sentences.flatMap((sentence) => { if (sentence.end < first) return [sentence]; const span = moveSpan(sentence, changes, true); return span ? [{ ...sentence, ...span }] : []; }),
    mentions: report.mentions.flatMap((mention) => {
      if (mention.end < first) return [mention];
      const span = moveSpan(mention, changes);
      // An index in the list of mentions must stay one: what was touched shrinks to nothing instead of going.
      return [{ ...mention, ...span ?? { start: 0, end: 0 } }];
    }),
    ...report.pairs && { pairs: report.pairs.map((pair) => {
      const text = pair.text && moveSpan(pair.text, changes, true);
      return { ...text && { text }, ...pair.original && { original: pair.original } };
    }) },
    findings: report.findings.flatMap((finding) => {
      const span = moveSpan(finding, changes);
      return span ? [{ ...finding, ...span, ...moveFixes(finding, changes) }] : [];
    }),
  };
}

/** @param {Report['findings'][number]} finding @param {Change[]} changes */
function moveFixes({ fixes = [], related = [] }, changes) {
  return {
    related: related.flatMap((span) => moveSpan(span, changes) ?? []),
    // A fix holds or falls as a whole.
    fixes: fixes.flatMap((fix) => {
      const edits = fix.edits.flatMap((edit) => {
        const at = moveOffset(edit.start, changes);
        const span = edit.start === edit.end ? { start: at, end: at } : moveSpan(edit, changes);
        return span ? [{ ...edit, ...span }] : [];
      });
      return edits.length === fix.edits.length ? [{ ...fix, edits }] : [];
    }),
  };
}
