/**
 * The engine in a thread of its own: the same calls as `engine.js`, and the page stays free meanwhile. A call may be
 * given up through an `AbortSignal`. Works in pages and in Node. The thread starts with the first call.
 */
import { KasotiError } from './error.js';

/** @typedef {import('./types.js').Options} Options */
/** @typedef {import('./types.js').Report} Report */
/** @typedef {import('./types.js').Progress} Progress */
/** @typedef {import('./types.js').RuleInfo} RuleInfo */
/** @typedef {import('./types.js').Span} Span */
/** @typedef {import('./engine.js').LoadOptions} LoadOptions */
/** @typedef {import('./engine.js').Told} Told */
/** @typedef {{ signal?: AbortSignal | undefined }} Abortable rejects with the signal's reason as soon as it is aborted */
/** @typedef {'load' | 'analyze' | 'splitSentences' | 'rules' | 'version' | 'packError'} Call */
/** @typedef {import('./worker-thread.js').Answer} Answer */
/**
 * @typedef {{ call: Call, args: unknown[], resolve: (value: any) => void, reject: (error: unknown) => void,
 *   given: boolean, progress?: Told['progress'] }} Job `given`: nobody waits for it any more
 * @typedef {{ post: (message: unknown) => void, end: () => void }} Thread
 */

/**
 * Milliseconds that a job nobody waits for any more may still take. An article is done by then, so that typing costs no
 * new thread; a book is not.
 */
const GRACE = 250;

/** @type {Promise<Thread> | undefined} */
let thread;
/** What the engine was told, for the next thread. @type {unknown} */
let told;
/** One after the other: what still waits can be given up without a trace. @type {Job[]} */
const waiting = [];
/** @type {Job | undefined} */
let running;
/** @type {ReturnType<typeof setTimeout> | undefined} */
let grace;

/**
 * As in `engine.js`.
 * @param {LoadOptions & Abortable} [options]
 * @returns {Promise<void>}
 */
export async function load({ signal, ...options } = {}) {
  const { wasm, base } = options;
  const sent = {
    ...options,
    ...wasm !== undefined && { wasm: wasm instanceof Response ? await wasm.arrayBuffer() : addressed(wasm) },
    ...base !== undefined && { base: addressed(base) },
  };
  try {
    await ask('load', [sent], signal);
  } finally {
    told = { .../** @type {object} */ (told), ...sent };
  }
}

/**
 * As in `engine.js`.
 * @param {string} text
 * @param {Options & Abortable & Told} [options] `progress` hears how far a long text is, at most twenty times a second, and nothing more
 *   once the call is settled
 * @returns {Promise<Report>}
 */
export async function analyze(text, { signal, progress, ...options } = {}) {
  return ask('analyze', [text, options], signal, progress);
}

/**
 * As in `engine.js`.
 * @param {string} text
 * @param {{ lang?: string } & Abortable} [options]
 * @returns {Promise<Span[]>}
 */
export async function splitSentences(text, { signal, ...options } = {}) {
  return ask('splitSentences', [text, options], signal);
}

/** @returns {Promise<readonly RuleInfo[]>} as in `engine.js` */
export const rules = () => ask('rules', []);

/** @returns {Promise<string>} as in `engine.js` */
export const version = () => ask('version', []);

/**
 * As in `engine.js`, but the answer takes its time.
 * @param {string} lang
 * @returns {Promise<KasotiError | undefined>}
 */
export const packError = (lang) => ask('packError', [lang]);

/** Ends the thread. Whatever is under way is rejected; the next call starts a new one. */
export function close() {
  const open = [running, ...waiting.splice(0)];
  end();
  for (const job of open) job?.reject(new DOMException('The worker was closed.', 'AbortError'));
}

/**
 * A thread has another address than its page. What holds bytes stays as it is.
 * @template T
 * @param {T} where
 */
const addressed = (where) => (typeof where === 'string' || where instanceof URL
  ? new URL(where, globalThis.location?.href ?? import.meta.url).href : where);

/**
 * @param {Call} call
 * @param {unknown[]} args
 * @param {AbortSignal} [signal]
 * @param {Told['progress']} [progress]
 * @returns {Promise<any>}
 */
function ask(call, args, signal, progress) {
  return new Promise((resolve, reject) => {
    if (signal?.aborted) return reject(signal.reason);
    const abort = () => {
      giveUp(job);
      settle(reject, signal?.reason);
    };
    /** @param {(value: any) => void} how @param {unknown} value */
    const settle = (how, value) => {
      signal?.removeEventListener('abort', abort);
      how(value);
    };
    /** @type {Job} */
    const job = { call, args, progress, given: false, resolve: (value) => settle(resolve, value), reject: (error) => settle(reject, error) };
    signal?.addEventListener('abort', abort);
    waiting.push(job);
    next();
  });
}

/** @param {Job} job */
function giveUp(job) {
  job.given = true;
  const at = waiting.indexOf(job);
  if (at >= 0) waiting.splice(at, 1);
  // A thread that computes hears nothing: it can only be ended.
  else if (job === running) grace = setTimeout(() => { end(); next(); }, GRACE);
}

function end() {
  clearTimeout(grace);
  thread?.then((old) => old.end(), () => {});
  thread = running = undefined;
}

function next() {
  if (running || !waiting.length) return;
  const job = running = /** @type {Job} */ (waiting.shift());
  thread ??= start();
  thread.then(({ post }) => { if (running === job) post({ call: job.call, args: job.args, tell: !!job.progress }); })
    .catch((error) => failed(job, error));
}

/** @param {Job | undefined} job @param {unknown} error */
function failed(job, error) {
  if (!job || job !== running) return;
  running = undefined;
  clearTimeout(grace);
  job.reject(error);
  next();
}

/** @param {Answer} answer */
function answered({ value, error, progress }) {
  const job = running;
  if (progress) return job?.given ? undefined : job?.progress?.(progress);
  if (error) return failed(job, revived(error));
  running = undefined;
  clearTimeout(grace);
  job?.resolve(job.call === 'packError' && value ? revived(value) : value);
  next();
}

/** @param {NonNullable<Answer['error']>} error @returns {Error} */
function revived({ code, message, file, name }) {
  if (code) return new KasotiError(code, message, file === undefined ? {} : { file });
  return Object.assign(new Error(message), { name });
}

/** @returns {Promise<Thread>} */
async function start() {
  const worker = globalThis.Worker ? pageWorker() : await nodeWorker();
  /** @param {string} why */
  const broken = (why) => {
    const job = running;
    end();
    job?.reject(new KasotiError('engine', `the worker could not be started or broke off: ${why}`, { file: 'worker-thread.js' }));
    next();
  };
  let alive = true;
  worker.onmessage = ({ data }) => { if (alive) answered(data); };
  worker.onerror = (event) => { if (alive) broken(event.message ?? 'it cannot be loaded'); };
  if (told) worker.postMessage({ told });
  return {
    post: (message) => worker.postMessage(message),
    end() { alive = false; worker.terminate(); },
  };
}

/** What pages ask for that trust no address as such. @type {{ createScriptURL: (url: string) => string } | undefined} */
let policy;

/** @returns {Worker} */
function pageWorker() {
  try {
    return new Worker(new URL('./worker-thread.js', import.meta.url), { type: 'module' }); // in the form that bundlers look for
  } catch (error) {
    const { trustedTypes } = /** @type {any} */ (globalThis), file = './worker-thread.js';
    if (!trustedTypes) throw error;
    policy ??= trustedTypes.createPolicy('kasoti', { createScriptURL: (/** @type {string} */ url) => url });
    return new Worker(/** @type {any} */ (policy).createScriptURL(new URL(file, import.meta.url).href), { type: 'module' });
  }
}

/** Node has threads, but under another name. @returns {Promise<Worker>} */
async function nodeWorker() {
  const module = 'node:worker_threads', file = './worker-thread.js'; // in variables, so that bundlers leave them alone
  const { Worker } = await import(module);
  const worker = new Worker(new URL(file, import.meta.url));
  worker.on('message', (/** @type {unknown} */ data) => worker.onmessage({ data }));
  worker.on('error', (/** @type {Error} */ error) => worker.onerror(error));
  // It holds up the end of a program only while an answer is due.
  worker.unref();
  const post = worker.postMessage.bind(worker);
  worker.postMessage = (/** @type {unknown} */ message) => { worker.ref(); post(message); };
  worker.on('message', (/** @type {Answer} */ { progress }) => { if (!progress) worker.unref(); });
  return worker;
}
