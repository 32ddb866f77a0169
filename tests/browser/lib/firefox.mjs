import puppeteer from 'puppeteer-core';
import { onPath } from './driver.mjs';

export const find = () => process.env.KASOTI_FIREFOX ?? onPath('firefox-esr', 'firefox');

/** @type {import('./driver.mjs').Kind['start']} */
export async function start(executablePath) {
  const browser = await puppeteer.launch({
    browser: 'firefox',
    executablePath,
    headless: true,
    defaultViewport: { width: 1280, height: 800 },
  });
  return {
    name: 'firefox',
    async page() {
      const context = await browser.createBrowserContext();
      const page = await context.newPage();
      /** @type {string[]} */
      const errors = [];
      page.on('console', (message) => message.type() === 'error' && errors.push(message.text()));
      page.on('pageerror', (error) => errors.push(String(error)));
      return {
        errors,
        open: async (url) => void (await page.goto(url)),
        evaluate: (fn, ...args) => page.evaluate(`(${fn})(...${JSON.stringify(args)})`),
        clickAt: (x, y) => page.mouse.click(x, y),
        type: (text) => page.keyboard.type(text),
        async press(key) {
          const keys = /** @type {import('puppeteer-core').KeyInput[]} */ (key.split('+'));
          const last = keys.pop();
          for (const modifier of keys) await page.keyboard.down(modifier);
          await page.keyboard.press(/** @type {import('puppeteer-core').KeyInput} */ (last));
          for (const modifier of keys.reverse()) await page.keyboard.up(modifier);
        },
        resize: (width, height) => page.setViewport({ width, height }),
        screenshot: async (path) =>
          void (await page.screenshot({ path: /** @type {`${string}.png`} */ (path) })),
        sync: async () => {},
        close: () => context.close(),
      };
    },
    close: () => browser.close(),
  };
}
