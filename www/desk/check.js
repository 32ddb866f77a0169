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
/** A reading stops the page while it lasts; it may not take more of the time than one part in so many. */
const SHARE = 4;
/** A reading longer than this is announced on the page first. About a tenth of a second of work. */
const SLOW = 200_000;
/** A first text up to this long is read before anything is drawn: sooner than one sees a page that says that it waits. */
const QUICK = 20_000;

/**
 * @param {Story} story
 * @param {(state: State, fresh: boolean) => void} hear `fresh`: there is a new report, not only an old one moved
 */
export function createChecker(story, hear) {
  /** @type {Report | null} */ let report = null;
  /** @type {unknown} */ let error = null;
  /** @type {ReturnType<typeof setTimeout> | undefined} */ let timer;
  let turn = 0, running = false, stale = false, time = 0;
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
    if (text.length > SLOW || (!report && !(warm && text.length <= QUICK))) {
      if (!report) hear('loading', false);
      await painted();
    }
    try {
      const begun = performance.now(), fresh = await analyze(text, options());
      if (mine === turn) {
        time = performance.now() - begun;
        report = fresh;
        stale = false;
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
    /** Whether the report is an old one, carried along. */
    get stale() { return stale; },

    /** The text has changed; until it is read again the old report is carried along. After anything but typing nobody
     * should wait. @param {Change[]} changes @param {boolean} typed */
    changed(changes, typed) {
      turn += 1;
      clearTimeout(timer);
      // A text of another story shares nothing with the old report.
      const whole = changes.length === 1 && changes[0].start === 0 && changes[0].inserted.length === story.text.length;
      if (whole || !report) { report = null; return void read(); }
      report = moveReport(report, changes);
      stale = true;
      hear(report.findings.length ? 'report' : 'clear', false);
      if (!typed) return void read();
      timer = setTimeout(read, Math.max(REST, time * SHARE));
    },
    /** Reads at once. */
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
