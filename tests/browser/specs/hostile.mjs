// Pages that make it hard: the right words are found and painted in each, and the page is the host's to the last byte
// before, during and after.

import assert from 'node:assert/strict';
import { createHash } from 'node:crypto';
import { readFileSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { painted } from '../lib/painted.mjs';
import { HERE, PKG } from '../lib/paths.mjs';
import { noErrors } from '../lib/suite.mjs';

const FOLDER = join(HERE, 'pages/hostile');
const PAGES = readdirSync(FOLDER).filter((name) => name.endsWith('.html')).map((name) => name.replace('.html', ''));

/** The policy of a site that allows nothing that it does not need; browsers ask for a favicon by themselves. */
const STRICTEST = "default-src 'none'; script-src 'self' 'wasm-unsafe-eval'; style-src 'self'; connect-src 'self'; img-src 'self'; require-trusted-types-for 'script'";

/** Figures in two scripts are the marks that these pages carry. */
const marks = ({ report, text }) => report.findings.filter((f) => f.code === 'mixed-digits').map((f) => text.slice(f.start, f.end));

const wanted = (t) => t.page.evaluate(() => document.querySelector('meta[name=finds]').content.split('|'));

/** The report that finds what the page says. */
const found = async (t) => {
  const finds = await wanted(t);
  const said = await t.until((finds) => {
    const last = window.said?.reports.at(-1);
    const words = last?.report.findings.filter((f) => f.code === 'mixed-digits').map((f) => last.text.slice(f.start, f.end));
    return words?.join('|') === finds.join('|') && last;
  }, finds);
  assert.deepEqual(marks(said), finds);
  return finds;
};

const untouched = async (t, when) => assert.equal(await t.page.evaluate(() => window.hostPage()), await t.page.evaluate(() => window.before), `the page ${when}`);

async function hostile(t, name) {
  await t.open(`/t/hostile/${name}.html`);
  const finds = await found(t);
  if (name === 'ticker') await t.page.evaluate(() => window.stopClock());
  const layers = await t.page.evaluate(painted);
  assert.deepEqual(layers.critical?.map((r) => r.words), finds, 'the right words are painted');
  assert.ok(layers.critical.every((r) => r.visible));
  await untouched(t, 'with paint on it');
  await t.page.evaluate(() => {
    const roots = [document, ...[...document.querySelectorAll('*')].flatMap((e) => e.shadowRoot ?? [])];
    for (const root of roots) root.querySelector('kasoti-check')?.remove();
  });
  await t.until(() => ![...CSS.highlights.keys()].some((key) => key.startsWith('kasoti-')) && document.adoptedStyleSheets.length === 0);
  await untouched(t, 'with the widget gone');
  await noErrors(t);
}

const each = Object.fromEntries(PAGES.map((name) => [`${name}: found, painted, untouched`, (t) => hostile(t, name)]));

/** @type {import('../lib/suite.mjs').Tests} */
export default {
  async 'there are at least twelve such pages'() {
    assert.ok(PAGES.length >= 12, String(PAGES.length));
  },

  ...each,

  async 'the strictest policy, with the script held to its hash; nothing is requested later'(t) {
    const hash = createHash('sha384').update(readFileSync(join(PKG, 'kasoti.js'))).digest('base64');
    const body = readFileSync(join(FOLDER, 'table.html'), 'utf8').replace('src="/kasoti.js"', `src="/kasoti.js" integrity="sha384-${hash}"`);
    t.server.quirk('/t/hostile/strict.html', { body, headers: { 'content-security-policy': STRICTEST } });
    await t.open('/t/hostile/strict.html');
    await found(t);
    // On a slow machine the last module may come after the first finding: count from when nothing came for a while.
    const rest = (/** @type {number} */ ms) => new Promise((done) => setTimeout(done, ms));
    let before = -1;
    for (let n = 0; n < 10 && before !== t.server.log.length; n++) {
      before = t.server.log.length;
      await rest(300);
    }
    await rest(700);
    assert.equal(t.server.log.length, before);
    await untouched(t, 'under the policy');
    await noErrors(t);
  },

  async 'the browser has no highlights: the list says it all, the page is untouched'(t) {
    await t.open('/t/blank.html');
    await t.page.evaluate(() => {
      delete window.Highlight;
      document.body.innerHTML = '<article id="story" lang="mr"><p>पावसात १5 गावे 🌾 अडकली.</p></article><kasoti-check for="story" mode="editor"></kasoti-check>';
      window.story = document.getElementById('story').outerHTML;
      return import('/kasoti.js').then(() => {});
    });
    await t.until(() => document.querySelector('kasoti-check').shadowRoot.querySelector('.finding')?.textContent.includes('१5'));
    assert.equal(await t.page.evaluate(() => document.getElementById('story').outerHTML === window.story), true);
    await noErrors(t);
  },
};
