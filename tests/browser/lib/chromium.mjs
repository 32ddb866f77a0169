import { chromium } from 'playwright-core';
import { alike, onPath } from './driver.mjs';

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
      return {
        ...alike(page),
        press: (key) => page.keyboard.press(key),
        resize: (width, height) => page.setViewportSize({ width, height }),
        forceColours: () => page.emulateMedia({ forcedColors: 'active', colorScheme: 'dark' }),
        screenshot: async (path) => void (await page.screenshot({ path })),
        close: () => context.close(),
      };
    },
    close: () => browser.close(),
  };
}
