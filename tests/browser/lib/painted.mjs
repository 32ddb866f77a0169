// What is painted against what was said: every range of the page's highlight registry, next to the words that the
// report's offsets cut out of the text.

import assert from 'node:assert/strict';

const KINDS = ['person', 'place', 'organisation', 'title', 'date', 'time', 'measure', 'contact'];
const SEVERITIES = ['critical', 'major', 'minor', 'hint'];

/** In the page: Kasoti's highlights by layer, each range with its words and what stands around them in its node. */
export async function painted() {
  // WebKit may answer in the middle of the page's own turn; two frames later everything that was due is painted.
  await new Promise((done) => requestAnimationFrame(() => requestAnimationFrame(done)));
  /** As much context as tells one occurrence of a word from another. */
  const AROUND = 24;
  const layers = {};
  for (const [name, highlight] of CSS.highlights) {
    if (!name.startsWith('kasoti-')) continue;
    layers[name.slice('kasoti-'.length)] = [...highlight].map((range) => ({
      words: range.toString(),
      before: range.startContainer.data?.slice(0, range.startOffset).slice(-AROUND) ?? '',
      after: range.endContainer.data?.slice(range.endOffset, range.endOffset + AROUND) ?? '',
      visible: range.getClientRects().length > 0,
    }));
  }
  return layers;
}

const squeezed = (text) => text.replace(/\s+/g, ' ').trim();

/**
 * Fails unless exactly the findings and mentions of `report` are painted, each on its own words and at its own place.
 * @param {Awaited<ReturnType<typeof painted>>} layers
 * @param {{ report: import('../../../src/types.d.ts').Report, text: string }} said
 */
export function assertPainted(layers, { report, text }) {
  const spans = {
    ...Object.fromEntries(KINDS.map((kind) => [kind, report.mentions.filter((m) => m.kind === kind)])),
    ...Object.fromEntries(SEVERITIES.map((s) => [s, report.findings.filter((f) => f.severity === s)])),
  };
  for (const [layer, wanted] of Object.entries(spans)) {
    const found = layers[layer] ?? [];
    assert.deepEqual(
      found.map(({ words }) => words),
      wanted.map(({ start, end }) => text.slice(start, end)),
      `the words painted as ${layer}`,
    );
    wanted.forEach(({ start, end }, i) => {
      const { words, before, after, visible } = found[i];
      assert.ok(squeezed(text.slice(0, start)).endsWith(squeezed(before)), `«${words}» stands after «${before}»`);
      assert.ok(squeezed(text.slice(end)).startsWith(squeezed(after)), `«${words}» stands before «${after}»`);
      assert.ok(visible, `«${words}» is on the page`);
    });
  }
}
