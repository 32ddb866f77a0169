import puppeteer from 'puppeteer-core';
import { alike, onPath } from './driver.mjs';

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
      return {
        ...alike(page),
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
        close: () => context.close(),
      };
    },
    close: () => browser.close(),
  };
}
