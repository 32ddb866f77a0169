// How fast the desk is, in Chromium: from the paste of an article of 1,000 words to its painted findings, and the work of
// one key in a text of 100 KB. What is measured is what lies in pkg/.
//
//     node tests/browser/speed.mjs          prints the figures; fails when they are over the bars

import { readFileSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { chromium } from 'playwright-core';
import { find } from './lib/chromium.mjs';
import { PKG } from './lib/paths.mjs';
import { serve } from './lib/server.mjs';

/** Milliseconds. */
const PASTE = 50, KEY = 8;
const TIMES = 20;

const median = (numbers) => numbers.toSorted((a, b) => a - b)[numbers.length >> 1];

/** Our own samples, one after the other. */
const samples = readdirSync(join(PKG, 'samples')).filter((name) => /^mr-[a-z]+\.txt$/u.test(name)).map((name) => readFileSync(join(PKG, 'samples', name), 'utf8').trim());
/** Whole paragraphs of them until `enough` holds. */
function text(enough) {
  const lines = samples.flatMap((sample) => sample.split('\n'));
  let out = lines[0];
  for (let i = 1; !enough(out); i += 1) out += `\n${lines[i % lines.length]}`;
  return out;
}

const browser = await chromium.launch({ executablePath: find(), args: ['--no-sandbox'] });
const server = await serve({ '/': PKG });
const page = await browser.newPage();
await page.goto(`${server.origin}/index.html?sample=none`);
await page.waitForFunction(() => document.body.classList.contains('ready'));

const story = text((words) => words.split(/\s+/u).length >= 1000);
/** Pastes over what stands there; milliseconds until the frame that shows the findings has been drawn. */
const paste = () => page.evaluate(async (story) => {
  const root = document.getElementById('story');
  root.focus();
  getSelection().selectAllChildren(root);
  const data = new DataTransfer();
  data.setData('text/plain', story);
  const reported = new Promise((done) => root.addEventListener('kasoti-report', done, { once: true }));
  const begun = performance.now();
  root.dispatchEvent(new ClipboardEvent('paste', { clipboardData: data, bubbles: true, cancelable: true }));
  await reported;
  while (!CSS.highlights.get('kasoti-major')?.size) await new Promise((done) => requestAnimationFrame(done));
  await new Promise((done) => requestAnimationFrame(() => { const { port1, port2 } = new MessageChannel(); port1.onmessage = done; port2.postMessage(0); }));
  const time = performance.now() - begun;
  await new Promise((done) => setTimeout(done, 100));
  root.dispatchEvent(new InputEvent('beforeinput', { inputType: 'deleteContentBackward', bubbles: true, cancelable: true }));
  return time;
}, story);
const emptied = async () => {
  await page.evaluate(() => { document.getElementById('new').click(); });
  await page.waitForFunction(() => document.body.dataset.state === 'empty' && CSS.highlights.size === 0);
};
const pastes = [];
for (let i = 0; i < TIMES + 3; i += 1) {
  pastes.push(await paste());
  await emptied();
}

const long = text((words) => Buffer.byteLength(words) >= 100_000);
await page.evaluate((long) => {
  const root = document.getElementById('story'), data = new DataTransfer();
  root.focus();
  data.setData('text/plain', long);
  window.reported = new Promise((done) => root.addEventListener('kasoti-report', done, { once: true }));
  root.dispatchEvent(new ClipboardEvent('paste', { clipboardData: data, bubbles: true, cancelable: true }));
  return window.reported.then(() => {});
}, long);
await page.waitForTimeout(1000);
await page.evaluate(() => { const line = document.querySelectorAll('#story p')[3]; getSelection().collapse(line.firstChild, 5); line.scrollIntoView({ block: 'center' }); });
await page.waitForTimeout(500);
const session = await page.context().newCDPSession(page);
await session.send('Performance.enable');
const work = async () => {
  const { metrics } = await session.send('Performance.getMetrics');
  const of = (name) => metrics.find((metric) => metric.name === name).value * 1000;
  return { all: of('TaskDuration'), script: of('ScriptDuration'), layout: of('LayoutDuration') + of('RecalcStyleDuration') };
};
const keys = [];
let settled = 0;
for (let i = 0; i < TIMES; i += 1) {
  const before = await work();
  await page.keyboard.insertText('क');
  await page.evaluate(() => new Promise((done) => requestAnimationFrame(() => requestAnimationFrame(done))));
  const after = await work();
  keys.push({ all: after.all - before.all, script: after.script - before.script, layout: after.layout - before.layout });
  await page.waitForTimeout(60);
}
const rested = await work();
await page.waitForTimeout(1500);
settled = (await work()).all - rested.all;

const pasted = median(pastes.slice(3)), key = median(keys.map(({ all }) => all));
console.log(`paste of ${story.split(/\s+/u).length} words to painted findings   ${pasted.toFixed(1)} ms (bar ${PASTE})`);
console.log(`a key in ${(Buffer.byteLength(long) / 1000).toFixed(0)} KB, work of the page       ${key.toFixed(1)} ms (bar ${KEY}); scripts ${median(keys.map(({ script }) => script)).toFixed(1)}, layout ${median(keys.map(({ layout }) => layout)).toFixed(1)}`);
console.log(`reading it again after a rest            ${settled.toFixed(0)} ms of the page's time`);
await browser.close();
await server.close();
process.exitCode = pasted <= PASTE && key <= KEY ? 0 : 1;
