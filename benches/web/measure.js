/** Timings that a noisy machine cannot bend: contenders take turns, and only ratios within a round are compared. */
import { ROOMS } from './contenders.js';

/** Rounds a text: the median of as many moves by a few per cent between runs. */
const ROUNDS = 15;

/** Milliseconds that a contender works in a round: far above the resolution of any browser's clock. */
const TURN = 25;

/**
 * @typedef {{ name: string, lang: string, text: string }} Sample
 * @typedef {{ name: string, work: import('./contenders.js').Work }} Able
 * @typedef {object} Row
 * @property {string} text
 * @property {string} contender
 * @property {number} found
 * @property {number} speed megabytes of UTF-8 a second, the median of the rounds
 * @property {number} ratio how many times its time Kasoti's is shorter, the median of the rounds
 */

/**
 * @param {string} room
 * @param {Sample[]} samples
 * @param {import('./contenders.js').Place} place
 * @returns {Promise<Row[]>}
 */
export async function measure(room, samples, place) {
  /** @type {Row[]} */
  const rows = [];
  const contenders = await Promise.all(
    ROOMS[room].map(async ({ name, langs, start }) => ({ name, langs, work: await start(place) })),
  );
  for (const sample of samples) {
    const able = contenders.filter(({ langs, work }) => work && (langs?.includes(sample.lang) ?? true));
    rows.push(...(await compare(/** @type {Able[]} */ (able), sample)));
  }
  return rows;
}

/**
 * @param {Able[]} contenders
 * @param {Sample} sample
 * @returns {Promise<Row[]>}
 */
async function compare(contenders, { name: text, lang, text: content }) {
  const bytes = new TextEncoder().encode(content).length;
  /** @type {(Able & { found: number, times: number[] })[]} */
  const entries = [];
  for (const { name, work } of contenders) {
    const found = await work(content, lang);
    await turn(work, content, lang); // warms it up
    entries.push({ name, work, found, times: [] });
  }
  for (let round = 0; round < ROUNDS; round++) {
    for (const { work, times } of entries) times.push(await turn(work, content, lang));
  }
  return entries.map(({ name, found, times }) => ({
    text,
    contender: name,
    found,
    speed: bytes / 1000 / median(times),
    ratio: median(times.map((time, round) => time / entries[0].times[round])),
  }));
}

/** Milliseconds that one pass takes. @param {import('./contenders.js').Work} work @param {string} text @param {string} lang */
async function turn(work, text, lang) {
  const start = performance.now();
  let passes = 0;
  let spent = 0;
  do {
    await work(text, lang);
    passes++;
    spent = performance.now() - start;
  } while (spent < TURN);
  return spent / passes;
}

/** @param {number[]} numbers */
function median(numbers) {
  const sorted = numbers.toSorted((a, b) => a - b);
  return sorted[Math.floor(sorted.length / 2)];
}
