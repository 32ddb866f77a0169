/** Has the story read by the engine: soon after each change, never two at a time, and never an answer to an old text. */
import { analyze, load, packError } from '../engine.js';
import { moveReport } from './changes.js';

/** @typedef {import('../types.js').Report} Report */
/** @typedef {import('../types.js').Options} Options */
/** @typedef {import('./changes.js').Change} Change */
/** @typedef {import('./story.js').Story} Story */
/** @typedef {'empty' | 'loading' | 'report' | 'clear' | 'error'} State */

/** Milliseconds of rest before the text is read again: longer than between two keys. */
const REST = 300;
/** From this many code units on, reading takes long enough to be felt; then it waits for a longer rest. */
const LONG = 1_000_000;
const LONG_REST = 1500;
/** A reading longer than this is announced on the page first. About a tenth of a second of work. */
const SLOW = 200_000;

/**
 * @param {Story} story
 * @param {(state: State, fresh: boolean) => void} hear `fresh`: there is a new report, not only an old one moved
 */
export function createChecker(story, hear) {
  /** @type {Report | null} */ let report = null;
  /** @type {unknown} */ let error = null;
  /** @type {ReturnType<typeof setTimeout> | undefined} */ let timer;
  let turn = 0, running = false, time = 0;
  /** Whether a first report has come; until then the engine may have to be fetched. */
  let warm = false;

  /** @returns {Options} */
  function options() {
    const { lang, rulesOff, ignored, accepted, original } = story.decisions;
    return {
      lang,
      rules: Object.fromEntries(rulesOff.map((code) => [code, false])),
      ignore: [...ignored],
      glossary: accepted.map(([form, ...variants]) => ({ form, variants })),
      ...(original ? { original } : {}),
    };
  }

  async function read() {
    clearTimeout(timer);
    const mine = ++turn, { text } = story;
    if (!text.trim()) {
      report = null;
      error = null;
      hear('empty', true);
      return;
    }
    if (running) return; // the one under way starts another when it is done
    running = true;
    if (!report || text.length > SLOW) {
      if (!report) hear('loading', false);
      await painted();
    }
    try {
      const begun = performance.now(), fresh = await analyze(text, options());
      if (mine === turn) {
        time = performance.now() - begun;
        report = fresh;
        error = null;
        warm = true;
      }
    } catch (cause) {
      if (mine === turn) { error = cause; report = null; }
    }
    running = false;
    if (mine !== turn) return void read();
    hear(error ? 'error' : report?.findings.length ? 'report' : 'clear', true);
  }

  return {
    get report() { return report; },
    get error() { return error; },
    /** The file of a language that could not be had: the report is there, but poorer. */
    get missing() { return report ? packError(report.lang) : undefined; },
    /** Milliseconds of the last reading. */
    get time() { return time; },
    get warm() { return warm; },

    /** The text has changed; until it is read again the old report is carried along. @param {Change[]} changes */
    changed(changes) {
      turn += 1;
      clearTimeout(timer);
      // A text of another story shares nothing with the old report.
      const whole = changes.length === 1 && changes[0].start === 0 && changes[0].inserted.length === story.text.length;
      if (whole || !report) { report = null; return void read(); }
      report = moveReport(report, changes);
      hear(report.findings.length ? 'report' : 'clear', false);
      timer = setTimeout(read, story.text.length > LONG ? LONG_REST : REST);
    },
    /** Reads at once: after a fix or a decision nobody should wait. */
    read,
    /** Fetches again what was missing. */
    async retry() {
      await load().catch(() => {});
      report = null;
      return read();
    },
  };
}
/** @typedef {ReturnType<typeof createChecker>} Checker */

/** The page has been drawn, so that a long reading does not leave a blank one. In a hidden tab nothing is drawn. */
function painted() {
  if (document.hidden) return Promise.resolve();
  return new Promise((done) => { requestAnimationFrame(() => setTimeout(done)); });
}
