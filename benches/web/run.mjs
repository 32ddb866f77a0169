// One room against its peers, in Node and in Chromium; a table here, the figures in target/bench/.
//
//     node benches/web/run.mjs sentences

import { mkdirSync, readFileSync, readdirSync, writeFileSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { BROWSERS } from '../../tests/browser/lib/driver.mjs';
import { PKG, ROOT } from '../../tests/browser/lib/paths.mjs';
import { serve } from '../../tests/browser/lib/server.mjs';
import { ROOMS } from './contenders.js';
import { measure } from './measure.js';

const HERE = import.meta.dirname;
const PACKAGES = join(HERE, 'node_modules');

const room = process.argv[2];
if (!Object.hasOwn(ROOMS, room)) {
  console.error(`usage: node benches/web/run.mjs ${Object.keys(ROOMS).join('|')}`);
  process.exit(2);
}
const results = { node: await inNode(), chromium: await inChromium() };
for (const [where, rows] of Object.entries(results)) if (rows) print(where, rows);
const file = join(ROOT, 'target/bench', `${room}.json`);
mkdirSync(join(file, '..'), { recursive: true });
writeFileSync(file, JSON.stringify({ room, date: new Date().toISOString(), node: process.version, results }, null, 1));
console.log(file);

/** Our own samples: each as it is, an article, and all of a language in a row, about 100 KB. */
function samples() {
  const folder = join(ROOT, 'www/samples');
  const files = readdirSync(folder).filter((name) => /^[a-z]+-[a-z-]+\.txt$/.test(name));
  const langs = [...new Set(files.map((name) => name.split('-')[0]))].sort();
  return langs.flatMap((lang) => {
    const texts = files.filter((name) => name.startsWith(`${lang}-`)).map((name) => readFileSync(join(folder, name), 'utf8'));
    const article = texts.reduce((longest, text) => (text.length > longest.length ? text : longest));
    const all = texts.join('\n');
    const long = all.repeat(Math.ceil(100_000 / Buffer.byteLength(all)));
    return [
      { name: `${lang}, an article`, lang, text: article },
      { name: `${lang}, 100 KB`, lang, text: long },
    ];
  });
}

async function inNode() {
  return measure(room, samples(), {
    kasoti: pathToFileURL(`${PKG}/`),
    packages: pathToFileURL(`${PACKAGES}/`),
    read: readFile,
    require: createRequire(import.meta.url),
  });
}

async function inChromium() {
  const kind = await BROWSERS.chromium();
  const program = kind.find();
  if (!program) return console.log('Chromium is not installed');
  const browser = await kind.start(program);
  const server = await serve({ '/pkg/': PKG, '/packages/': PACKAGES, '/': HERE }, browser);
  try {
    const page = await browser.page();
    await page.open(`${server.origin}/blank.html`);
    return await page.evaluate(inPage, room, samples());
  } finally {
    await browser.close();
    await server.close();
  }
}

/** @param {string} room @param {import('./measure.js').Sample[]} samples */
async function inPage(room, samples) {
  const { measure } = await import(new URL('/measure.js', location.href).href);
  return measure(room, samples, {
    kasoti: new URL('/pkg/', location.href),
    packages: new URL('/packages/', location.href),
    read: async (/** @type {URL} */ file) => (await fetch(file)).arrayBuffer(),
    require: undefined,
  });
}

/** @param {string} where @param {import('./measure.js').Row[]} rows */
function print(where, rows) {
  console.log(`\n${where.padEnd(34)}   MB/s   Kasoti is   found`);
  for (const { text, contender, speed, ratio, found } of rows) {
    const against = ratio === 1 ? '' : `${ratio.toFixed(ratio < 0.1 ? 4 : 2)}× as fast`;
    console.log(`${text.padEnd(18)}${contender.padEnd(16)}${speed.toFixed(speed < 10 ? 2 : 1).padStart(7)}  ${against.padStart(14)}${String(found).padStart(6)}`);
  }
}
