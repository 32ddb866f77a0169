/** The other end of `worker.js`: the engine, one call after the other. */
import * as engine from './engine.js';
import { KasotiError, messageOf } from './error.js';

/** @typedef {import('./error.js').ErrorCode} ErrorCode */
/** @typedef {{ code?: ErrorCode, message: string, file?: string | undefined, name?: string }} Told an error, in what can be sent */
/** @typedef {{ value?: any, error?: Told, progress?: import('./types.js').Progress }} Answer */
/** @typedef {{ told: any } | { call: import('./worker.js').Call, args: any[], tell: boolean }} Question */

const port = 'WorkerGlobalScope' in globalThis ? Promise.resolve(/** @type {any} */ (globalThis)) : nodePort();

port.then((port) => {
  /** @type {Promise<unknown>} */
  let before = Promise.resolve();
  port.onmessage = (/** @type {{ data: Question }} */ { data }) => {
    before = before.then(async () => {
      // What an earlier thread was told; that it failed then is known already.
      if ('told' in data) return engine.load(data.told).catch(() => {});
      const { call, args: [first, options], tell } = data;
      const progress = (/** @type {import('./types.js').Progress} */ progress) => port.postMessage({ progress });
      port.postMessage(await answer(call, tell ? [first, { ...options, progress }] : data.args));
    });
  };
});

/** @param {import('./worker.js').Call} call @param {any[]} args @returns {Promise<Answer>} */
async function answer(call, args) {
  try {
    const value = await /** @type {(...all: any[]) => any} */ (engine[call])(...args);
    return { value: value instanceof Error ? told(value) : value };
  } catch (error) {
    return { error: told(error) };
  }
}

/** @param {unknown} error @returns {Told} */
function told(error) {
  if (error instanceof KasotiError) return { code: error.code, message: error.message, file: error.file };
  return { message: messageOf(error), name: error instanceof Error ? error.name : 'Error' };
}

async function nodePort() {
  const module = 'node:worker_threads';
  const { parentPort } = await import(module);
  return parentPort;
}
