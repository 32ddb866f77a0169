import assert from 'node:assert/strict';

/**
 * Fails on what axe calls serious or critical, in the whole page and in every open shadow root of it.
 * @param {import('./suite.mjs').Context} t
 * @param {'light' | 'dark'} scheme
 */
export async function accessible(t, scheme) {
  const violations = await t.page.evaluate(async (scheme) => {
    document.documentElement.style.colorScheme = scheme;
    // Colours on their way from one scheme to the other are nobody's fault.
    await new Promise((done) => requestAnimationFrame(() => requestAnimationFrame(done)));
    await Promise.all(document.getAnimations().map((animation) => animation.finished.catch(() => {})));
    // Imported: a script element would change the page, and trusted types forbid its address.
    await import('/axe/axe.min.js');
    const { violations } = await globalThis.axe.run(document, { resultTypes: ['violations'] });
    return violations
      .filter(({ impact }) => impact === 'serious' || impact === 'critical')
      .map(({ id, nodes }) => `${id}: ${nodes.map((n) => `${n.target.join(' ')} (${n.any.map((a) => a.message).join(' ')})`).join('; ')}`);
  }, scheme);
  assert.deepEqual(violations, [], `${scheme}: nothing serious`);
}
