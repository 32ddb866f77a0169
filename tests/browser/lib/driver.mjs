// One interface over three browsers, so that a spec is written once. Each browser is the system's own; what is
// not installed is left out, and said.

import { existsSync } from 'node:fs';
import { delimiter, join } from 'node:path';

/**
 * @typedef {object} Page
 * @property {(url: string) => Promise<void>} open goes to `url` and waits for the load event
 * @property {(fn: Function, ...args: unknown[]) => Promise<any>} evaluate runs `fn` in the page with JSON arguments;
 *   a promise is awaited
 * @property {(x: number, y: number) => Promise<void>} clickAt a real click at a point of the viewport
 * @property {(text: string) => Promise<void>} type real key strokes into what has the focus
 * @property {(key: string) => Promise<void>} press `Enter`, `ArrowDown`, `Control+a` …
 * @property {(width: number, height: number) => Promise<void>} resize the viewport
 * @property {() => Promise<void>} [forceColours] as a system with a high-contrast theme does; Chromium alone can
 * @property {(path: string) => Promise<void>} screenshot the viewport, as PNG
 * @property {string[]} errors console errors and uncaught exceptions so far
 * @property {() => Promise<void>} sync brings `errors` up to date
 * @property {() => Promise<void>} close
 *
 * @typedef {object} Browser
 * @property {string} name
 * @property {string} [hook] a script that the server must put into every page
 * @property {() => Promise<Page>} page a fresh page, with no storage of the pages before
 * @property {() => Promise<void>} close
 *
 * @typedef {{ find: () => string | undefined, start: (program: string) => Promise<Browser> }} Kind
 */

/** The first of `programs` that is installed. @param {string[]} programs */
export function onPath(...programs) {
  const folders = (process.env.PATH ?? '').split(delimiter);
  return programs.flatMap((program) => folders.map((folder) => join(folder, program))).find((path) => existsSync(path));
}

/**
 * What the drivers of Chromium and Firefox do alike: their pages have these calls in common.
 * @param {import('playwright-core').Page | import('puppeteer-core').Page} page
 */
export function alike(page) {
  /** @type {string[]} */
  const errors = [];
  const events = /** @type {import('playwright-core').Page} */ (page);
  events.on('console', (message) => message.type() === 'error' && errors.push(message.text()));
  events.on('pageerror', (error) => errors.push(String(error)));
  return {
    errors,
    open: async (/** @type {string} */ url) => void (await page.goto(url)),
    evaluate: (/** @type {Function} */ fn, /** @type {unknown[]} */ ...args) =>
      page.evaluate(`(${fn})(...${JSON.stringify(args)})`),
    clickAt: (/** @type {number} */ x, /** @type {number} */ y) => page.mouse.click(x, y),
    type: (/** @type {string} */ text) => page.keyboard.type(text),
    sync: async () => {},
  };
}

/** @type {Record<string, () => Promise<Kind>>} */
export const BROWSERS = {
  chromium: () => import('./chromium.mjs'),
  firefox: () => import('./firefox.mjs'),
  webkit: () => import('./webkit.mjs'),
};
