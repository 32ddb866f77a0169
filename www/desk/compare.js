/** Two states of a text, word by word: what an editor changed, for the view «before and after». */

/** @typedef {import('./changes.js').Change} Change */
/** @typedef {import('../types.js').Span} Span */

/** Words with their signs and joiners; every other character by itself. */
const TOKEN = /[\p{L}\p{M}\p{N}\u200C\u200D]+|[^]/gu;

/** Most differences looked for between two lists; the search costs their square. Beyond it the stretch counts as one
 * change, which is also how an editor would see it. */
const MOST = 800;

/**
 * The changes that make `after` of `before`: by lines first, then by words in the lines that differ.
 * @param {string} before @param {string} after @returns {Change[]}
 */
export function compare(before, after) {
  if (before === after) return [];
  const lines = (/** @type {string} */ text) => text.match(/[^\n]*\n|[^\n]+$/gu) ?? [];
  return diff(lines(before), lines(after)).flatMap(({ start, removed, inserted }) =>
    diff(removed.match(TOKEN) ?? [], inserted.match(TOKEN) ?? []).map((change) => ({ ...change, start: change.start + start })));
}

/**
 * The fewest changes between two lists of strings (Myers 1986), joined where they touch.
 * @param {readonly string[]} a @param {readonly string[]} b @returns {Change[]} offsets in code units
 */
function diff(a, b) {
  let head = 0, tail = 0;
  while (head < a.length && head < b.length && a[head] === b[head]) head += 1;
  while (tail < a.length - head && tail < b.length - head && a[a.length - 1 - tail] === b[b.length - 1 - tail]) tail += 1;
  const kept = pairs(a.slice(head, a.length - tail), b.slice(head, b.length - tail));
  const at = [0];
  for (const token of a) at.push(at[at.length - 1] + token.length);

  /** @type {Change[]} */ const changes = [];
  let [i, j] = [head, head];
  for (const [x, y] of [...kept.map(([x, y]) => [x + head, y + head]), [a.length - tail, b.length - tail]]) {
    if (x > i || y > j) changes.push({ start: at[i], removed: a.slice(i, x).join(''), inserted: b.slice(j, y).join('') });
    i = x + 1;
    j = y + 1;
  }
  return changes;
}

/** The pairs of equal tokens that stay. @param {readonly string[]} a @param {readonly string[]} b @returns {[number, number][]} */
function pairs(a, b) {
  if (!a.length || !b.length) return [];
  const most = Math.min(a.length + b.length, MOST);
  /** @type {Int32Array[]} */ const trace = [];
  let reach = new Int32Array(2 * most + 3);
  const middle = most + 1;
  for (let d = 0; d <= most; d += 1) {
    trace.push(reach.slice(middle - d - 1, middle + d + 2));
    for (let k = -d; k <= d; k += 2) {
      const down = k === -d || (k !== d && reach[middle + k - 1] < reach[middle + k + 1]);
      let x = down ? reach[middle + k + 1] : reach[middle + k - 1] + 1;
      while (x < a.length && x - k < b.length && a[x] === b[x - k]) x += 1;
      reach[middle + k] = x;
      if (x >= a.length && x - k >= b.length) return path(trace, a, b);
    }
  }
  return [];
}

/** @param {Int32Array[]} trace @param {readonly string[]} a @param {readonly string[]} b @returns {[number, number][]} */
function path(trace, a, b) {
  /** @type {[number, number][]} */ const kept = [];
  let x = a.length, y = b.length;
  for (let d = trace.length - 1; d >= 0; d -= 1) {
    const reach = trace[d], k = x - y, at = (/** @type {number} */ diagonal) => reach[diagonal + d + 1];
    const down = k === -d || (k !== d && at(k - 1) < at(k + 1));
    const from = d === 0 ? 0 : down ? at(k + 1) : at(k - 1), start = d === 0 ? 0 : down ? from - (k + 1) : from - (k - 1);
    while (x > from && y > start && a[x - 1] === b[y - 1]) kept.push([--x, --y]);
    x = from;
    y = start;
  }
  return kept.reverse();
}

/**
 * Changes gathered by the sentences of the text after them that they fall into.
 * @param {Change[]} changes @param {readonly Span[]} sentences of the text after
 * @returns {{ first: number, count: number, after: Span, before: Span, changes: Change[] }[]} `first`: index of the first
 *   sentence, `count`: how many
 */
export function bySentence(changes, sentences) {
  /** @type {ReturnType<typeof bySentence>} */ const rows = [];
  let shift = 0, next = 0;
  for (const change of changes) {
    const start = change.start + shift, end = start + change.inserted.length;
    while (next < sentences.length - 1 && sentences[next].end < start) next += 1;
    let last = next;
    while (last < sentences.length - 1 && sentences[last + 1].start < end) last += 1;
    const from = Math.min(start, sentences[next]?.start ?? start), to = Math.max(end, sentences[last]?.end ?? end);
    const grown = shift + change.inserted.length - change.removed.length, open = rows.at(-1);
    if (open && next < open.first + open.count) {
      open.count = Math.max(open.count, last - open.first + 1);
      open.after.end = Math.max(open.after.end, to);
      open.before.end = open.after.end - grown;
      open.changes.push(change);
    } else {
      rows.push({ first: next, count: last - next + 1, after: { start: from, end: to }, before: { start: from - shift, end: to - grown }, changes: [change] });
    }
    shift = grown;
  }
  return rows;
}
