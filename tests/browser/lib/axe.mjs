import assert from 'node:assert/strict';

/**
 * Fails on what axe calls serious or critical, in the whole page and in every open shadow root of it.
 * @param {import('./suite.mjs').Context} t
 * @param {'light' | 'dark'} scheme
 */
export async function accessible(t, scheme) {
  const violations = await t.page.evaluate(async (scheme) => {
    document.documentElement.style.colorScheme = scheme;
    if (!globalThis.axe) {
      const script = document.createElement('script');
      script.src = '/axe/axe.min.js';
      await new Promise((done, fail) => {
        script.onload = done;
        script.onerror = fail;
        document.head.append(script);
      });
    }
    const { violations } = await globalThis.axe.run(document, { resultTypes: ['violations'] });
    return violations
      .filter(({ impact }) => impact === 'serious' || impact === 'critical')
      .map(({ id, nodes }) => `${id}: ${nodes.map((n) => `${n.target.join(' ')} (${n.any.map((a) => a.message).join(' ')})`).join('; ')}`);
  }, scheme);
  assert.deepEqual(violations, [], `${scheme}: nothing serious`);
}
