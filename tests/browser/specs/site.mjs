// The static site, served from a folder of some host: nothing loaded from elsewhere, nothing that moves or complains.

import assert from 'node:assert/strict';
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { accessible } from '../lib/axe.mjs';
import { SITE } from '../lib/paths.mjs';
import { Skip, noErrors } from '../lib/suite.mjs';

const PAGES = ['rules.mr', 'rules.hi', 'rules.en', 'index', 'index.mr', 'api', 'recipes', 'BENCHMARKS'];

/** @param {import('../lib/suite.mjs').Context} t @param {string} path */
async function open(t, path) {
  if (!existsSync(join(SITE, 'docs/index.html'))) throw new Skip('cargo xtask site makes it');
  await t.open(`/some/where/${path}`);
  await t.until(() => document.readyState === 'complete');
}

/** @type {import('../lib/suite.mjs').Tests} */
export default {
  async 'papers: axe is content in both schemes, nothing shifts, the console is silent'(t) {
    for (const page of PAGES) {
      await open(t, `docs/${page}.html`);
      // Browsers without the measure say nothing.
      const shift = await t.page.evaluate(() => new Promise((done) => {
        let sum = 0;
        if (!PerformanceObserver.supportedEntryTypes.includes('layout-shift')) return done(0);
        new PerformanceObserver((list) => { for (const entry of list.getEntries()) sum += entry.value; }).observe({ type: 'layout-shift', buffered: true });
        return requestAnimationFrame(() => setTimeout(() => done(sum), 50));
      }));
      assert.equal(shift, 0, page);
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

  async 'the desk works below any path'(t) {
    await open(t, 'index.html');
    await t.until(() => document.body.dataset.state !== 'loading');
    await noErrors(t);
  },
};
