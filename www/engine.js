/**
 * The engine behind a few calls. It works wherever there is WebAssembly: page, worker, Node, Deno. The module is
 * fetched by the first call, a language's pack by the first text in that language; after that there is no request.
 */
import createGlue from './glue.js';
import { KasotiError, messageOf } from './error.js';
import { fetchFile } from './fetch.js';
import { failed } from './missing.js';
import { unpack } from './report.js';
import { spans } from './spans.js';

export { packError } from './missing.js';

/** @typedef {import('./types.js').Options} Options */
/** @typedef {import('./types.js').Report} Report */
/** @typedef {import('./types.js').Progress} Progress */
/** @typedef {{ progress?: ((progress: Progress) => void) | undefined }} Told hears how far a long text is, from within the analysis */
/** @typedef {import('./types.js').RuleInfo} RuleInfo */
/** @typedef {import('./types.js').Span} Span */
/** @typedef {'mr' | 'hi' | 'en'} Lang a language that has a pack */

/**
 * @typedef {object} LoadOptions
 * @property {URL | string | Response | BufferSource} [wasm] the module, or where it lies; `kasoti.wasm` in `base` by
 *   default
 * @property {readonly Lang[] | 'auto' | Partial<Record<Lang, BufferSource>>} [packs] `auto`, the default: the pack of a
 *   text's language is fetched when the first such text comes. A list: these now, and no others later. Bytes: these,
 *   and nothing is fetched.
 * @property {URL | string} [base] the folder of `kasoti.wasm` and `packs/`; by default this file's own
 * @property {number} [longest] most UTF-16 code units of a text and its original together; a longer one is refused.
 *   16 million by default, more than a hundred novels: beyond that a phone's page would be killed for its memory
 */

/**
 * One instance of the module. After a trap it is `dead`: its memory cannot be trusted any more.
 * @typedef {{ glue: import('./glue.js').Glue, packs: Map<string, Promise<void>>, dead: boolean }} Engine
 */

/** @type {readonly Lang[]} */
export const PACKED = ['mr', 'hi', 'en'];

/** Of all files that belong together, as in Cargo.toml; a cache may hold some of another. */
const VERSION = '0.1.0';

/** Where the files lie unless `base` is set: each written out, because that is what bundlers look for and bring along. */
const FILES = new Map([
  ['kasoti.wasm', new URL('./kasoti.wasm', import.meta.url)],
  ['packs/mr.pack', new URL('./packs/mr.pack', import.meta.url)],
  ['packs/hi.pack', new URL('./packs/hi.pack', import.meta.url)],
  ['packs/en.pack', new URL('./packs/en.pack', import.meta.url)],
]);

/** In the order of `Room` in the module. @type {readonly Progress['room'][]} */
const ROOMS = ['entities', 'original', 'findings'];
/** Milliseconds between two reports of progress: as often as an eye follows a bar, and an article is done before the first. */
const PACE = 50;

/** @type {URL | undefined} */
let base;
let auto = true;
let longest = 16e6;
/** @type {Promise<WebAssembly.Module> | undefined} */
let compiled;
/** @type {Promise<Engine> | undefined} */
let running;
let startFailed = false;
/** The bytes of each pack, kept for the day when a fresh instance needs them. */
const packs = /** @type {Map<string, Promise<BufferSource>>} */ (new Map());

/**
 * Fetches and compiles ahead of the first text, or says where the files are. What failed before is tried again.
 * @param {LoadOptions} [options]
 * @returns {Promise<void>} rejects when the module, or a pack named here, cannot be had; without the pack the engine
 *   works all the same
 */
export async function load(options = {}) {
  if (options.base !== undefined) base = new URL(options.base, globalThis.location?.href ?? import.meta.url);
  if (options.longest !== undefined) longest = options.longest;
  if (options.packs !== undefined) auto = options.packs === 'auto';
  if (options.wasm !== undefined || startFailed) running = compiled = undefined;
  if (options.wasm !== undefined) compiled = compile(options.wasm);
  const bytes = typeof options.packs === 'object' && !Array.isArray(options.packs) ? Object.entries(options.packs) : [];
  const langs = Array.isArray(options.packs) ? options.packs : bytes.map(([lang]) => lang);
  const again = [...failed.keys(), ...bytes.map(([lang]) => lang)];
  failed.clear();
  for (const lang of again) packs.delete(lang);
  for (const [lang, pack] of bytes) packs.set(lang, Promise.resolve(pack));

  const engine = await instance();
  for (const lang of again) engine.packs.delete(lang);
  await Promise.all(langs.map((lang) => addPack(engine, lang)));
  for (const lang of langs) if (failed.has(lang)) throw failed.get(lang);
}

/**
 * Sentences, names and faults of `text`. Spans index `text` itself: `text.slice(start, end)`, also where it holds half
 * a surrogate pair.
 * @param {string} text
 * @param {Options & Told} [options]
 * @returns {Promise<Report>} rejects when an option makes no sense, the text is too long, or the engine could not be loaded or broke
 *   off; a missing pack only makes the report poorer, see {@link packError}
 */
export async function analyze(text, options) {
  const { progress, ...rest } = options ?? {};
  refuseLong(text, options?.original);
  const engine = await instance();
  try {
    if (auto) {
      await addPackFor(engine, text, options?.lang);
      if (options?.original) await addPackFor(engine, options.original, options.originalLang);
    }
    if (!engine.dead) return unpack(engine.glue.analyze(text, progress ? rest : options, progress && paced(progress)));
  } catch (error) {
    throw bury(engine, error);
  }
  return analyze(text, options); // another text broke this instance meanwhile
}

/**
 * The sentences of `text` alone, which need no pack. Whoever wants nothing else loads `sentences.js` instead.
 * @param {string} text
 * @param {{ lang?: string }} [options] `lang`: a language code, or `auto` (the default)
 * @returns {Promise<Span[]>}
 */
export async function splitSentences(text, { lang = 'auto' } = {}) {
  refuseLong(text);
  const engine = await instance();
  try {
    return spans(engine.glue.splitSentences(text, lang));
  } catch (error) {
    throw bury(engine, error);
  }
}

/** @returns {Promise<readonly RuleInfo[]>} the rules, in the order of the catalogue */
export async function rules() {
  return (await instance()).glue.rules();
}

/** @returns {Promise<string>} the version of Kasoti */
export async function version() {
  return (await instance()).glue.version();
}

/**
 * Said before anything is copied: the engine's memory grows with the text, and never shrinks.
 * @param {string} text
 * @param {string} [original]
 */
function refuseLong(text, original = '') {
  const length = text.length + original.length;
  if (length > longest) {
    throw new KasotiError('size', `This text has ${length} UTF-16 code units; Kasoti reads ${longest} at once. Check it in parts, raise `
      + '`longest` in load(), or use the native command.');
  }
}

/** @param {(progress: Progress) => void} progress @returns {(room: number, done: number, of: number) => void} */
function paced(progress) {
  let last = performance.now();
  return (room, done, of) => {
    const now = performance.now();
    if (now - last < PACE) return;
    last = now;
    progress({ room: ROOMS[room], done, of });
  };
}

/** @param {string} file */
const locate = (file) => (!base && FILES.get(file)) || new URL(file, base ?? import.meta.url);

/** The running instance: the first caller makes it, and after a trap the next one does. */
function instance() {
  compiled ??= compile(locate('kasoti.wasm'));
  running ??= start(compiled);
  return running;
}

/**
 * @param {Promise<WebAssembly.Module>} compiled
 * @returns {Promise<Engine>}
 */
async function start(compiled) {
  const file = 'kasoti.wasm';
  try {
    startFailed = false;
    const module_or_path = await compiled;
    const glue = createGlue();
    await glue({ module_or_path });
    const found = glue.version();
    if (found !== VERSION) throw new Error(`it is of version ${found}, the scripts are of ${VERSION}`);
    const engine = { glue, packs: new Map(), dead: false };
    await Promise.all([...packs.keys()].map((lang) => addPack(engine, lang)));
    return engine;
  } catch (cause) {
    startFailed = true;
    if (cause instanceof KasotiError) throw cause;
    throw new KasotiError('engine', `${file} does not run here: ${messageOf(cause)}. Are all files of one release?`, { file, cause });
  }
}

/**
 * @param {NonNullable<LoadOptions['wasm']>} source
 * @returns {Promise<WebAssembly.Module>}
 */
async function compile(source) {
  if (typeof source === 'string') source = new URL(source, globalThis.location?.href ?? import.meta.url);
  if (source instanceof URL) source = await fetchFile(source, 'engine');
  if (!(source instanceof Response)) return WebAssembly.compile(source);
  if (!source.ok) throw new Error(`status ${source.status}`);
  return WebAssembly.compile(await source.arrayBuffer()); // not streaming: many servers send the wrong type
}

/**
 * The pack that `text` wants, if there is one. A language that makes no sense is left for the analysis to refuse.
 * @param {Engine} engine
 * @param {string} text
 * @param {unknown} [lang]
 */
async function addPackFor(engine, text, lang = 'auto') {
  if (typeof lang !== 'string') return;
  const code = lang === '' || lang === 'auto' ? engine.glue.detectLanguage(text) : lang.split(/[-_]/)[0].toLowerCase();
  if (PACKED.some((packed) => packed === code)) await addPack(engine, code);
}

/**
 * Gives `engine` the pack of `lang`, once. Never rejects: what went wrong stands in `failed`.
 * @param {Engine} engine
 * @param {string} lang
 */
async function addPack(engine, lang) {
  if (failed.has(lang)) return;
  const adding = engine.packs.get(lang) ?? give(engine, lang);
  engine.packs.set(lang, adding);
  await adding;
}

/**
 * @param {Engine} engine
 * @param {string} lang
 */
async function give(engine, lang) {
  const file = `${lang}.pack`;
  try {
    const bytes = packs.get(lang) ?? fetchFile(locate(`packs/${file}`), 'pack').then((r) => r.arrayBuffer());
    packs.set(lang, bytes);
    const pack = await bytes;
    const found = engine.glue.loadPack(ArrayBuffer.isView(pack)
      ? new Uint8Array(pack.buffer, pack.byteOffset, pack.byteLength) : new Uint8Array(pack));
    if (found !== lang) throw new Error(`it holds the language ${found}`);
  } catch (cause) {
    const error = cause instanceof KasotiError ? cause
      : new KasotiError('pack', `${file} was refused: ${messageOf(bury(engine, cause))}`, { file, cause });
    failed.set(lang, error);
  }
}

/**
 * Tells a trap from an ordinary error. A trap leaves the instance in an unknown state, so it is dropped; the compiled
 * module and the packs' bytes stay, and the next call starts afresh without a request.
 * @param {Engine} engine
 * @param {unknown} error
 * @returns {unknown} what to throw
 */
function bury(engine, error) {
  // A stack that overflows is a RangeError, in Firefox an InternalError; neither is ever thrown by the engine itself.
  const name = error instanceof Error ? error.name : '';
  if (!(error instanceof WebAssembly.RuntimeError) && name !== 'RangeError' && name !== 'InternalError') return error;
  engine.dead = true;
  running = undefined;
  return new KasotiError('stopped', `Kasoti's engine stopped on this text (${messageOf(error)}). The text is untouched; `
    + 'the next call starts a fresh engine.', { cause: error });
}
