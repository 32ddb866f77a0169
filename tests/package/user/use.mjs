// A program in Node.
import { analyze, splitSentences } from 'kasoti';
import * as worker from 'kasoti/worker';
import { splitSentences as alone } from 'kasoti/sentences';

const text = '😀 वृत्त\nगेल्या वर्षी १,5 टन कांदा निर्यात झाला.';
const words = ({ start, end }) => text.slice(start, end);

async function read({ analyze, splitSentences }) {
  const { findings: [finding] } = await analyze(text, { lang: 'mr' });
  return { sentences: (await splitSentences(text)).map(words), finding: [finding.code, words(finding)] };
}

const engine = await read({ analyze, splitSentences });
const threaded = await read(worker);
// A text that takes longer than anybody waits; the next call must not wait for it either.
const aborted = await worker.analyze(`${text}\n`.repeat(50_000), { signal: AbortSignal.timeout(50) }).catch((error) => error.name);
const after = await read(worker);
/** How far a long text is. */
const told = [];
await worker.analyze(`${text}\n`.repeat(20_000), { progress: (progress) => told.push(progress) });
const honest = told.length > 2 && told.every(({ done, of }) => 0 <= done && done < of);
const wrong = await worker.analyze(text, { rules: { 'no-such-rule': true } }).catch((error) => error.name);
console.log(JSON.stringify({ engine, worker: threaded, sentences: (await alone(text)).map(words), aborted, after, honest, wrong }));
