// Pictures of the desk and of the page of examples, to be looked at: `tests/browser/shots/`, not kept in git.
//
//     node tests/browser/shots.mjs          Chromium
//     KASOTI_BROWSERS=firefox,webkit node tests/browser/shots.mjs

import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { BROWSERS } from './lib/driver.mjs';
import { HERE, PKG } from './lib/paths.mjs';
import { serve } from './lib/server.mjs';
import { annotated, inScheme } from './lib/look.mjs';

const FOLDER = join(HERE, 'shots');
const VIEWS = ['wide', 'phone'].flatMap((size) => /** @type {const} */ (['light', 'dark']).map((scheme) => (
  { name: `${size}-${scheme}`, ...size === 'wide' ? { width: 1280, height: 800 } : { width: 390, height: 844 }, scheme })));
/** The desk in each language of the interface, with a sample in it. */
const LANGS = [['mr', 'mr-georgia'], ['hi', 'hi-lake-victoria'], ['en', 'en-boatmen']];
const PAGES = [
  ...LANGS.flatMap(([lang, sample]) => {
    const path = `/index.html?ui=${lang}&sample=${sample}`;
    return [
      { name: `desk-${lang}`, path, state: 'report' },
      { name: `desk-card-${lang}`, path, state: 'report', click: '[data-finding] .open' },
      { name: `desk-names-${lang}`, path, state: 'report', click: ['#grip', '#tab-names', '.name', '.spellings .button'] },
    ];
  }),
  { name: 'desk-original', path: '/index.html?sample=mr-georgia', state: 'report', click: ['#original-toggle', '[data-code="number-mismatch"] .open'] },
  { name: 'desk-empty', path: '/index.html?sample=none', state: 'empty' },
  { name: 'embed', path: '/embed.html' },
  { name: 'gallery', path: '/gallery.html' },
];
/** What is also drawn in forced colours, where nothing but shape tells one mark from another. */
const FORCED = ['desk-card-mr', 'desk-names-mr', 'embed', 'gallery'];

mkdirSync(FOLDER, { recursive: true });
for (const name of (process.env.KASOTI_BROWSERS ?? 'chromium').split(',')) {
  const kind = await BROWSERS[name]?.();
  const program = kind?.find();
  if (!kind || !program) {
    console.log(`${name} is not installed`);
    continue;
  }
  const browser = await kind.start(program);
  const server = await serve({ '/': PKG }, browser);
  for (const page of PAGES) {
    for (const view of VIEWS) {
      const tab = await browser.page();
      await tab.resize(view.width, view.height);
      await tab.open(server.origin + page.path);
      await inScheme(tab, view.scheme);
      await annotated(tab, page);
      const file = join(FOLDER, `${page.name}-${view.name}-${name}.png`);
      await tab.screenshot(file);
      console.log(file);
      await tab.close();
    }
    const tab = FORCED.includes(page.name) ? await browser.page() : undefined;
    if (tab?.forceColours) {
      await tab.forceColours();
      await tab.open(server.origin + page.path);
      await annotated(tab, page);
      await tab.screenshot(join(FOLDER, `${page.name}-forced-${name}.png`));
    }
    await tab?.close();
  }
  await browser.close();
  await server.close();
}
