import { chromium } from 'playwright-core';
import { onPath } from './driver.mjs';

export const find = () => process.env.KASOTI_CHROMIUM ?? onPath('chromium', 'chromium-browser', 'google-chrome');

/** @type {import('./driver.mjs').Kind['start']} */
export async function start(executablePath) {
  const browser = await chromium.launch({
    executablePath,
    args: [
      // Chromium refuses to start as root inside its own sandbox; the pages are ours.
      '--no-sandbox',
      '--disable-gpu',
      '--disable-background-networking',
      '--disable-component-update',
      '--disable-sync',
      '--no-first-run',
    ],
  });
  return {
    name: 'chromium',
    async page() {
      const context = await browser.newContext({ viewport: { width: 1280, height: 800 } });
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
        press: (key) => page.keyboard.press(key),
        resize: (width, height) => page.setViewportSize({ width, height }),
        screenshot: async (path) => void (await page.screenshot({ path })),
        sync: async () => {},
        close: () => context.close(),
      };
    },
    close: () => browser.close(),
  };
}
