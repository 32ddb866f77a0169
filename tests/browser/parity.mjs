// The same text gives the same report, in the browser's WebAssembly and in the native command, and the sentences alone are those of the report: every text of the
// golden files, and the newsroom's articles where they are at hand.
//
//     node tests/browser/parity.mjs target/release/kasoti

import assert from 'node:assert/strict';
import { spawn } from 'node:child_process';
import { existsSync, readFileSync } from 'node:fs';
import { createInterface } from 'node:readline';
import { join } from 'node:path';
import { golden } from './lib/golden.mjs';
import { PKG, SHARED, artefacts } from './lib/paths.mjs';
import { tally } from './lib/tally.mjs';

const command = process.argv[2];
if (!command) {
  console.error('usage: node tests/browser/parity.mjs <the native kasoti>');
  process.exit(2);
}

/** Reports of the native command, in the order of the texts. */
function native() {
  const child = spawn(command, ['check', '--jsonl'], { stdio: ['pipe', 'pipe', 'inherit'] });
  /** @type {((line: string) => void)[]} */
  const waiting = [];
  let ended = new Error('the native command ended early');
  child.on('error', (error) => (ended = error));
  child.on('close', () => waiting.splice(0).forEach((done) => done(JSON.stringify({ error: String(ended) }))));
  createInterface({ input: child.stdout }).on('line', (line) => waiting.shift()?.(line));
  return {
    /** @param {object} request */
    async report(request) {
      const line = await new Promise((done) => {
        waiting.push(done);
        child.stdin.write(`${JSON.stringify(request)}\n`);
      });
      const { error, ...report } = JSON.parse(line);
      if (error) throw new Error(error);
      return report;
    },
    close: () => child.stdin.end(),
  };
}

/** @returns {{ name: string, cases: { text: string, lang?: string, rules?: Record<string, boolean> }[] }[]} */
function newsroom(results) {
  const file = join(SHARED, 'newsroom/dev.jsonl');
  if (!existsSync(file)) {
    results.skip('parity newsroom', '../shared/data/newsroom is not here');
    return [];
  }
  return readFileSync(file, 'utf8')
    .split('\n')
    .filter(Boolean)
    .map((line) => JSON.parse(line))
    .map(({ id, text, lang, source }) => ({
      name: `newsroom/${id}`,
      // Once as the browser does it, language guessed; once told; and against the English where there is one.
      cases: [{ text }, { text, lang }, ...(source ? [{ text, lang, original: source }] : [])],
    }));
}

const results = tally();
const { load, analyze, splitSentences } = await import(join(PKG, 'engine.js'));
const small = await import(join(PKG, 'sentences.js'));
await load(artefacts());
const kasoti = native();
for (const { name, cases } of [...golden(), ...newsroom(results)]) {
  let wrong;
  for (const { text, ...options } of cases) {
    try {
      // The command's JSON has no undefined; neither may the object from JavaScript be told apart from it.
      const here = JSON.parse(JSON.stringify(await analyze(text, options)));
      assert.deepStrictEqual(here, await kasoti.report({ text, ...options }));
      const sentences = here.sentences.map(({ start, end }) => ({ start, end }));
      assert.deepStrictEqual(await splitSentences(text, options), sentences);
      assert.deepStrictEqual(await small.splitSentences(text, options), sentences);
    } catch (error) {
      wrong ??= `${text.slice(0, 120)}\n${error.message}`;
    }
  }
  results.note(`parity ${name}, ${cases.length} texts`, wrong);
}
kasoti.close();
results.close();
