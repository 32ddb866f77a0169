// Where the engine's limits are: how soon it gives its first report, how much memory it takes, and whether its time grows
// as the text does. In Node; nothing fails when a figure is bad.
//
//     node benches/web/limits.mjs

import { mkdirSync, readFileSync, readdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { PKG, ROOT } from '../../tests/browser/lib/paths.mjs';

const STARTS = 15;
/** Bytes of the texts whose times are compared: far enough apart that an exponent shows. */
const SIZES = [20e3, 200e3, 2e6];
/** A short text is timed so often; the best counts, since nothing makes a run too quick. */
const TIMES = 5;

const SAMPLES = join(ROOT, 'www/samples');
/** All our samples of a language in a row. @param {string} lang */
const samples = (lang) => readdirSync(SAMPLES).filter((name) => name.startsWith(`${lang}-`) && !name.includes('original'))
  .map((name) => readFileSync(join(SAMPLES, name), 'utf8')).join('\n');
const [mr, hi, en] = ['mr', 'hi', 'en'].map(samples);

/** What is repeated until the text is long enough. */
const TEXTS = {
  mr, hi, en,
  'one line': mr.replaceAll('\n', ' '),
  'no sentence ends': mr.replaceAll(/[.?!।\n]/gu, ' '),
  'quotes never closed': '“ किम म्हणाला ',
  'quotes': '"किम" ',
  'open brackets': '((((',
  'one word': 'कि',
  'signs on one letter': '\u0902',
  'digits of two scripts': '१2',
  'names': 'नरेंद्र मोदी आणि ',
  'acronyms': 'एनआयए ',
  'one word again and again': 'आज आज ',
  'dates': '१२ मे २०२४, ',
  'commas and stops': ',. ',
  'markup': '<b>',
  'addresses': 'https://a.b/c ',
  'spaces': '  ',
  'empty lines': '\n',
};

/** The memory of the last instance made. @type {WebAssembly.Memory | undefined} */
let memory;
const { instantiate } = WebAssembly;
WebAssembly.instantiate = /** @type {any} */ (async (/** @type {[any]} */ ...all) => {
  const made = /** @type {any} */ (await instantiate(...all));
  memory = (made.instance ?? made).exports.memory;
  return made;
});

const median = (/** @type {number[]} */ numbers) => numbers.toSorted((a, b) => a - b)[numbers.length >> 1];
const bytes = (/** @type {string} */ text) => Buffer.byteLength(text);
/** @param {string} unit @param {number} size */
const long = (unit, size) => unit.repeat(Math.ceil(size / bytes(unit)));
const langOf = (/** @type {string} */ name) => ['hi', 'en'].includes(name) ? name : 'mr';

/** An engine of its own, its files at hand. @param {readonly string[]} [langs] as a Marathi page has it */
async function engine(langs = ['mr']) {
  const { analyze, load } = await import(`${pathToFileURL(join(PKG, 'engine.js')).href}?${Math.random()}`);
  const packs = Object.fromEntries(langs.map((lang) => [lang, readFileSync(join(PKG, `packs/${lang}.pack`))]));
  const wasm = readFileSync(join(PKG, 'kasoti.wasm'));
  return { analyze, ready: () => load({ wasm, packs, longest: 1e9 }) };
}

async function cold() {
  const times = [];
  for (let i = 0; i < STARTS; i += 1) {
    const { analyze, ready } = await engine(), begun = performance.now();
    await ready();
    await analyze(mr.slice(0, 2000), { lang: 'mr' });
    times.push(performance.now() - begun);
  }
  return median(times);
}

/** Megabytes that the instance has taken when it has read `text` once, and a hundred times. @param {string} text */
async function taken(text) {
  const { analyze, ready } = await engine();
  await ready();
  const size = () => (memory?.buffer.byteLength ?? 0) / 1e6, sizes = [size()];
  for (let i = 0; i < (bytes(text) > 1e5 ? 3 : 100); i += 1) { await analyze(text, { lang: 'mr' }); if (i === 0) sizes.push(size()); }
  return [...sizes, size()];
}

async function growth() {
  const { analyze, ready } = await engine(['mr', 'hi', 'en']), rows = [];
  await ready();
  for (const [name, unit] of Object.entries(TEXTS)) {
    const times = [];
    for (const size of SIZES) {
      const text = long(unit, size);
      let best = Infinity;
      for (let i = 0; i < (size > 1e6 ? 1 : TIMES); i += 1) {
        const begun = performance.now();
        // Other options each time: under the same ones the text would be remembered.
        await analyze(text, { lang: langOf(name), ignore: [`${i}`] });
        best = Math.min(best, performance.now() - begun);
      }
      times.push(best);
    }
    const exponents = times.slice(1).map((time, i) => Math.log(time / times[i]) / Math.log(SIZES[i + 1] / SIZES[i]));
    rows.push({ text: name, speed: SIZES[2] / 1e3 / times[2], exponents });
    console.log(`${name.padEnd(26)}${exponents.map((e) => e.toFixed(2)).join(' then ')}   ${rows.at(-1)?.speed.toFixed(2).padStart(6)} MB/s`);
  }
  return rows;
}

const start = await cold();
console.log(`first report, files at hand    ${start.toFixed(0)} ms`);
const memories = [];
for (const [name, text] of /** @type {const} */ ([['an article', mr.slice(0, 2000)], ['1 MB', long(mr, 1e6)], ['10 MB', long(mr, 1e7)]])) {
  const [before, once, after] = await taken(text);
  memories.push({ text: name, before, once, after });
  console.log(`memory, ${name.padEnd(22)} ${before.toFixed(1)} MB with the pack, ${once.toFixed(1)} after one reading, ${after.toFixed(1)} after more`);
}
console.log('time grows with the power of the size, from 20 to 200 KB, then to 2 MB:');
const results = { start, memories, growth: await growth() };
const file = join(ROOT, 'target/bench/limits.json');
mkdirSync(join(file, '..'), { recursive: true });
writeFileSync(file, JSON.stringify({ date: new Date().toISOString(), node: process.version, ...results }, null, 1));
console.log(file);
