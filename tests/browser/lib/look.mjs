/** @typedef {import('./driver.mjs').Page} Page */

/** Everything of Kasoti's follows `color-scheme`, as the host's page does. @param {Page} page @param {string} scheme */
export const inScheme = (page, scheme) =>
  page.evaluate((scheme) => void (document.documentElement.style.colorScheme = scheme), scheme);

/**
 * Waits until the page has its report, or the desk is in `state`, and then until nothing moves. Opens what `click` names, one after the other,
 * where it is to be seen.
 * @param {Page} page
 * @param {{ state?: string, click?: string | string[] }} wanted
 */
export async function annotated(page, { state, click }) {
  await page.evaluate(
    async (state, click) => {
      const ready = () => (state ? document.body.dataset.state === state : document.querySelector('kasoti-check')?.report);
      // Ten seconds: a picture of a page that is not ready is better than none.
      for (let i = 0; i < 200 && !ready(); i++) await new Promise((done) => setTimeout(done, 50));
      for (const what of [click ?? []].flat()) {
        const element = document.querySelector(what);
        if (element?.checkVisibility()) element.click();
        await new Promise((done) => requestAnimationFrame(() => requestAnimationFrame(done)));
      }
      await document.fonts.ready;
      await new Promise((done) => requestAnimationFrame(() => requestAnimationFrame(done)));
      await Promise.all(document.getAnimations().map((animation) => animation.finished.catch(() => {})));
    },
    state ?? null,
    click ?? null,
  );
}
