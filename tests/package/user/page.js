// A page's own script.
import 'kasoti/element';
import * as engine from 'kasoti/engine';
import { splitSentences as alone } from 'kasoti/sentences';
import * as worker from 'kasoti/worker';

const text = '😀 वृत्त\nगेल्या वर्षी १,5 टन कांदा निर्यात झाला.';
const words = ({ start, end }) => text.slice(start, end);

async function read({ analyze, splitSentences }) {
  const { findings: [finding] } = await analyze(text, { lang: 'mr' });
  return { sentences: (await splitSentences(text)).map(words), finding: [finding.code, words(finding)] };
}

/** What the tag says, once it has read the article, and whether its style sheets and paint are there. */
async function tag() {
  const code = await new Promise((done, fail) => {
    document.addEventListener('kasoti-report', ({ report }) => done(report.findings[0]?.code));
    document.addEventListener('kasoti-error', ({ error }) => fail(error));
  });
  for (let i = 0; i < 100; i++) {
    const sheets = [document, document.querySelector('kasoti-check').shadowRoot].map((root) => root.adoptedStyleSheets.length);
    if (sheets.every((n) => n > 0) && CSS.highlights.size > 0) return [code, true];
    await new Promise((done) => setTimeout(done, 50));
  }
  return [code, false];
}

window.done = (async () => {
  const [[code, painted], direct, threaded, sentences] = await Promise.all([tag(), read(engine), read(worker), alone(text)]);
  return { engine: direct, worker: threaded, sentences: sentences.map(words), tag: code, painted };
})();
