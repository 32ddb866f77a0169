// The static site, served from a folder of some host: nothing loaded from elsewhere, nothing that moves or complains.

import assert from 'node:assert/strict';
import { existsSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { accessible } from '../lib/axe.mjs';
import { SITE } from '../lib/paths.mjs';
import { Skip, noErrors } from '../lib/suite.mjs';

/**
 * Bytes that a visit may take, as a server that compresses ahead of time sends them: the largest paper is the catalogue of rules; the
 * desk and the pages with the widget bring the module, a language's pack and the samples.
 */
const MOST = { papers: 55_000, pages: 950_000 };

const PAGES = ['rules.mr', 'rules.hi', 'rules.en', 'index', 'index.mr', 'api', 'recipes', 'BENCHMARKS'];

/** @param {import('../lib/suite.mjs').Context} t @param {string} path */
async function open(t, path) {
  if (!existsSync(join(SITE, 'docs/index.html'))) throw new Skip('cargo xtask site makes it');
  await t.open(`/some/where/${path}`);
  await t.until(() => document.readyState === 'complete');
}

/** How much the page has moved under its reader; browsers without the measure say nothing. */
const shift = (t) => t.page.evaluate(() => new Promise((done) => {
  let sum = 0;
  if (!PerformanceObserver.supportedEntryTypes.includes('layout-shift')) return done(0);
  new PerformanceObserver((list) => { for (const entry of list.getEntries()) sum += entry.value; }).observe({ type: 'layout-shift', buffered: true });
  return requestAnimationFrame(() => setTimeout(() => done(sum), 50));
}));

/** Bytes of a file of the site on the way. @param {string} path as it was asked for */
function sent(path) {
  const file = join(SITE, path.replace('/some/where/', '').replace(/^$/u, 'index.html'));
  return [`${file}.br`, file].filter((one) => existsSync(one)).map((one) => statSync(one).size)[0] ?? 0;
}

/** @type {import('../lib/suite.mjs').Tests} */
export default {
  async 'papers: axe is content in both schemes, nothing shifts, the console is silent'(t) {
    for (const page of PAGES) {
      await open(t, `docs/${page}.html`);
      assert.equal(await shift(t), 0, page);
      const wide = await t.page.evaluate(() => document.documentElement.scrollWidth > innerWidth);
      assert.equal(wide, false, `${page} fits`);
      await noErrors(t);
      // axe brings styles of its own, which the page's policy forbids: it comes last.
      await accessible(t, 'light');
      await accessible(t, 'dark');
    }
  },

  async 'papers: a page loads two style sheets and a picture, all its own'(t) {
    await open(t, 'docs/rules.mr.html');
    const loaded = await t.page.evaluate(() => performance.getEntriesByType('resource').map(({ name }) => new URL(name).pathname).sort());
    assert.deepEqual(loaded.filter((path) => !path.endsWith('.svg') && path !== '/__hook.js'), ['/some/where/docs/site.css', '/some/where/tokens.css']);
    const colours = await t.page.evaluate(() => getComputedStyle(document.querySelector('del')).textDecorationLine);
    assert.equal(colours, 'line-through');
  },

  async 'a visit to any page: axe is content, the console is silent, nothing shifts, no byte more than it may take'(t) {
    const pages = { ...Object.fromEntries(PAGES.map((page) => [`docs/${page}.html`, MOST.papers])), 'index.html': MOST.pages, 'embed.html': MOST.pages, 'gallery.html': MOST.pages };
    for (const [page, most] of Object.entries(pages)) {
      t.server.reset();
      await open(t, page);
      await t.until(() => !document.querySelector('kasoti-check, #story') || document.body.dataset.state === 'report'
        || [...document.querySelectorAll('kasoti-check')].some((check) => check.report));
      assert.equal(await shift(t), 0, page);
      await noErrors(t);
      const bytes = [...new Set(t.server.log)].reduce((sum, path) => sum + sent(path), 0);
      console.log(`  ${page}: ${bytes} bytes`);
      assert.ok(bytes > 1_000 && bytes <= most, `${page}: ${bytes} bytes`);
      await accessible(t, 'light');
    }
  },

  async 'the desk works below any path'(t) {
    await open(t, 'index.html');
    await t.until(() => document.body.dataset.state !== 'loading');
    await noErrors(t);
  },
};
