// A program in Deno, in one thread: there a thread of its own would keep the program from ending.
import { analyze } from 'kasoti';
import { splitSentences } from 'kasoti/sentences';

const text = '😀 वृत्त\nगेल्या वर्षी १,5 टन कांदा निर्यात झाला.';
const words = ({ start, end }) => text.slice(start, end);
const { findings: [finding] } = await analyze(text, { lang: 'mr' });
console.log(JSON.stringify({ sentences: (await splitSentences(text)).map(words), finding: [finding.code, words(finding)] }));
