// What a test is given, and how one is run.

import assert from 'node:assert/strict';

/**
 * @typedef {object} Context
 * @property {import('./driver.mjs').Page} page fresh, nothing opened
 * @property {Awaited<ReturnType<typeof import('./server.mjs').serve>>} server with no quirks and an empty log
 * @property {string} browser its name
 * @property {(path: string) => Promise<void>} open a page of the server
 * @property {(fn: Function, ...args: unknown[]) => Promise<any>} until asks the page again and again until the answer
 *   is truthy, and gives it back
 * @property {(selector: string) => Promise<void>} click a real click on the middle of the first such element
 * @property {() => Promise<string[]>} errors what the console has complained of
 *
 * @typedef {(t: Context) => Promise<void>} Test
 * @typedef {Record<string, Test>} Tests by what each shows
 */

/** A test takes seconds; one that takes this long hangs. */
const TIMEOUT = 60_000;

/** Long enough for a cold engine on a busy machine, short enough to wait for when something is broken. */
const PATIENCE = 15_000;

/** Thrown by a test that cannot be run here. */
export class Skip extends Error {}

/** Ask, wait a little, ask again. @returns {Promise<any>} */
async function until(page, fn, args) {
  const end = Date.now() + PATIENCE;
  for (;;) {
    // WebKit's driver, seldom, cannot read an answer; here that is no more than one that has not come yet.
    const answer = await page.evaluate(fn, ...args).catch((error) => {
      if (!/Could not parse script result/u.test(error.message)) throw error;
    });
    if (answer) return answer;
    if (Date.now() > end) throw new Error(`waited in vain for ${fn}`);
    await new Promise((done) => setTimeout(done, 25));
  }
}

/**
 * @param {import('./driver.mjs').Browser} browser
 * @param {Context['server']} server
 * @param {Test} test
 */
export async function run(browser, server, test) {
  server.reset();
  const page = await browser.page();
  /** @type {NodeJS.Timeout | undefined} */
  let timer;
  try {
    const late = new Promise((_, fail) => {
      timer = setTimeout(() => fail(new Error(`not done after ${TIMEOUT / 1000} s`)), TIMEOUT);
    });
    await Promise.race([late, test(context(browser, server, page))]);
  } finally {
    clearTimeout(timer);
    await page.close();
  }
}

/** @returns {Context} */
function context(browser, server, page) {
  return {
    page,
    server,
    browser: browser.name,
    open: (path) => page.open(server.origin + path),
    until: (fn, ...args) => until(page, fn, args),
    async click(selector) {
      const point = await until(page, middleOf, [selector]);
      await page.clickAt(point.x, point.y);
    },
    async errors() {
      await page.sync();
      return page.errors;
    },
  };
}

/** Where to click, looking through open shadow roots as a person does. */
function middleOf(selector) {
  const roots = [document, ...[...document.querySelectorAll('*')].flatMap((e) => e.shadowRoot ?? [])];
  const element = roots.map((root) => root.querySelector(selector)).find((e) => e?.getClientRects().length);
  if (!element) return undefined;
  element.scrollIntoView({ block: 'center', behavior: 'instant' });
  const { x, y, width, height } = element.getBoundingClientRect();
  return { x: x + width / 2, y: y + height / 2 };
}

/** @param {Context} t */
export async function noErrors(t) {
  assert.deepEqual(await t.errors(), [], 'the console is silent');
}
