/**
 * Sentences and nothing else: a module of its own, a third of the size, for those who need no more. It works wherever
 * there is WebAssembly.
 */
import createGlue from './sentences-glue.js';
import { fetchFile } from './fetch.js';
import { spans } from './spans.js';

/** @typedef {import('./types.js').Span} Span */
/** @typedef {import('./sentences-glue.js').Glue} Glue */

/** @type {Promise<Glue> | undefined} */
let running;

/**
 * The sentences of `text`, without the white space around them: `text.slice(start, end)`.
 * @param {string} text
 * @param {{ lang?: string }} [options] `lang`: a language code, or `auto` (the default)
 * @returns {Promise<Span[]>}
 */
export async function splitSentences(text, { lang } = {}) {
  const split = await load();
  return spans(split(text, lang));
}

/**
 * Fetches the module ahead of the first text.
 * @param {URL | BufferSource} [wasm] `sentences.wasm`, or where it lies; by default beside this file
 * @returns {Promise<(text: string, lang?: string) => Uint32Array>} the splitter for many texts, without a promise each
 *   and an object a sentence: the start and the end of the first one, of the second …
 */
export async function load(wasm) {
  if (wasm !== undefined) running = undefined;
  running ??= start(wasm ?? new URL('sentences.wasm', import.meta.url));
  const glue = await running;
  return (text, lang = 'auto') => glue.splitSentences(text, lang);
}

/**
 * @param {URL | BufferSource} source
 * @returns {Promise<Glue>}
 */
async function start(source) {
  try {
    const module_or_path = source instanceof URL ? await (await fetchFile(source, 'engine')).arrayBuffer() : source;
    const glue = createGlue();
    await glue({ module_or_path });
    return glue;
  } catch (error) {
    running = undefined; // the next call tries again
    throw error;
  }
}
