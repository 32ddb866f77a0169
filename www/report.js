/** @typedef {import('./types.js').Report} Report */
/** @typedef {import('./types.js').RawReport} RawReport */
/** @typedef {import('./types.js').Kind} Kind */
/** @typedef {import('./types.js').Severity} Severity */

/** In the order of `Kind` in the engine: a mention's kind crosses the boundary as a number. @type {readonly Kind[]} */
export const KINDS = ['person', 'place', 'organisation', 'title', 'date', 'time', 'measure', 'contact'];

/** What people call names: dates and measures are listed, but not counted with them. @type {readonly Kind[]} */
export const NAMES = ['person', 'place', 'organisation'];

/** How many names there are. @param {Report} report */
export const namedIn = ({ entities }) => entities.filter(({ kind }) => NAMES.includes(kind)).length;

/** How many words. @param {string} text */
export const wordsIn = (text) => text.match(/[\p{L}\p{N}][\p{L}\p{M}\p{N}\u200C\u200D’'.,-]*/gu)?.length ?? 0;

/** The gravest first, as lists show them. @type {readonly Severity[]} */
export const SEVERITIES = ['critical', 'major', 'minor', 'hint'];

/** Numbers in a row of each list of a `RawReport`. */
const SENTENCE = 3, MENTION = 6, PAIR = 4;

/**
 * Makes objects of the rows of numbers. Ten times as fast as letting the module make them.
 * @param {RawReport} raw
 * @returns {Report}
 */
export function unpack({ version, lang, sentences, mentions, entities, findings, traces, pairs }) {
  return {
    version,
    lang,
    sentences: rows(sentences, SENTENCE, ([start, end, paragraph]) => ({ start, end, paragraph })),
    mentions: rows(mentions, MENTION, ([start, end, kind, entity, from, to]) => {
      const mention = { start, end, kind: KINDS[kind], entity };
      return to > from ? { ...mention, suffix: { start: from, end: to } } : mention;
    }),
    entities,
    findings,
    traces,
    ...pairs.length && { pairs: rows(pairs, PAIR, ([start, end, from, to]) => ({
      ...end > start && { text: { start, end } }, ...to > from && { original: { start: from, end: to } },
    })) },
  };
}

/**
 * The mark that ends a sentence, for the tick on it; a headline has none.
 * @param {string} text
 * @param {import('./types.js').Span} sentence
 * @returns {import('./types.js').Span | null}
 */
export function closingMark(text, { start, end }) {
  const last = /(?:[^\p{L}\p{M}\p{N}\s])$/u.exec(text.slice(Math.max(start, end - 2), end));
  return last && { start: end - last[0].length, end };
}

/**
 * @template T
 * @param {Uint32Array} numbers
 * @param {number} width
 * @param {(row: Uint32Array) => T} make
 * @returns {T[]}
 */
function rows(numbers, width, make) {
  return Array.from({ length: numbers.length / width }, (_, i) => make(numbers.subarray(i * width, (i + 1) * width)));
}
