// Kasoti in real browsers. One line a test, `N passed, N failed` at the end.
//
//     node tests/browser/run.mjs [words of a test's name]
//     KASOTI_BROWSERS=chromium,firefox,webkit   these, and it is a failure when one is missing
//
// It tests what lies in pkg/; `cargo xtask build` makes that.

import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { BROWSERS } from './lib/driver.mjs';
import { HERE, PKG, SITE } from './lib/paths.mjs';
import { serve } from './lib/server.mjs';
import { Skip, run } from './lib/suite.mjs';
import { tally } from './lib/tally.mjs';

const AREAS = ['engine', 'desk', 'names', 'original', 'editing', 'embed', 'modes', 'hostile', 'markup', 'fields', 'editors', 'endurance', 'offline', 'weight', 'site'];

if (!existsSync(join(PKG, 'kasoti.wasm'))) {
  console.error('pkg/ is not built; run cargo xtask build');
  process.exit(2);
}

const wanted = process.argv.slice(2).join(' ');
const chosen = process.env.KASOTI_BROWSERS?.split(',').filter(Boolean);
const results = tally();

const queue = [...(chosen ?? Object.keys(BROWSERS))];
// Two browsers at a time keep two cores busy; three get in each other's way.
await Promise.all([next(), next()]);
results.close();

/** Takes one browser after the other until none is left. */
async function next() {
  for (let name = queue.shift(); name !== undefined; name = queue.shift()) {
    const kind = await BROWSERS[name]?.();
    const program = kind?.find();
    if (kind && program) {
      // A browser that does not start is one failure; the others are still tested.
      await inBrowser(kind, program).catch((error) => results.note(`${name} runs`, error));
    } else if (chosen || process.env.CI) {
      results.note(`${name} is here`, 'it is not installed');
    } else {
      results.skip(name, 'it is not installed');
    }
  }
}

/** @param {import('./lib/driver.mjs').Kind} kind @param {string} program */
async function inBrowser(kind, program) {
  const browser = await kind.start(program);
  const server = await serve(
    { '/': PKG, '/second/': PKG, '/some/where/': SITE, '/t/': join(HERE, 'pages'), '/axe/': join(HERE, 'node_modules/axe-core'), '/npm/': join(HERE, 'node_modules') },
    browser,
  );
  try {
    for (const area of AREAS) {
      const { default: tests } = await import(`./specs/${area}.mjs`);
      for (const [shows, test] of Object.entries(tests)) {
        const name = `${browser.name} ${area}: ${shows}`;
        if (!name.includes(wanted)) continue;
        try {
          await run(browser, server, test);
          results.note(name);
        } catch (error) {
          if (error instanceof Skip) results.skip(name, error.message);
          else results.note(name, error);
        }
      }
    }
  } finally {
    await browser.close();
    await server.close();
  }
}
