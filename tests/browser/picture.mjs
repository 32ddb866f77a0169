// Makes the README's picture: the desk with its first sample and one card open. Run it when the desk looks different.
//
//     node tests/browser/picture.mjs

import { statSync } from 'node:fs';
import { join } from 'node:path';
import { BROWSERS } from './lib/driver.mjs';
import { annotated, inScheme } from './lib/look.mjs';
import { PKG, ROOT } from './lib/paths.mjs';
import { serve } from './lib/server.mjs';

const FILE = join(ROOT, 'www/desk.png');

/** A picture that weighs more than the widget itself would tell the wrong story. */
const LIMIT = 200_000;

const kind = await BROWSERS.chromium();
const program = kind.find();
if (!program) throw new Error('Chromium is not installed');
const browser = await kind.start(program);
const server = await serve({ '/': PKG });
const page = await browser.page();
await page.resize(1280, 640);
await page.open(`${server.origin}/index.html`);
await inScheme(page, 'light');
await annotated(page, { state: 'report' });
// A real click, as a mouse makes it: the ring of the keyboard's focus would be in the picture otherwise.
const [x, y] = await page.evaluate(() => {
  const { left, top, height } = document.querySelector('[data-finding] .open').getBoundingClientRect();
  return [left + 40, top + height / 2];
});
await page.clickAt(x, y);
await annotated(page, { state: 'report' });
await page.screenshot(FILE);
await browser.close();
await server.close();
const { size } = statSync(FILE);
console.log(`${FILE}: ${size} bytes`);
if (size > LIMIT) throw new Error(`${size} bytes is over ${LIMIT}`);
