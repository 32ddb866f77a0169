/**
 * Who runs against whom, by room. Each contender gives a function from a text to the number of things that it found;
 * whatever a user has to do to get at them is part of the time.
 *
 * @typedef {(text: string, lang: string) => number | Promise<number>} Work
 * @typedef {object} Place where the files lie: the same contenders run in Node and in a page
 * @property {URL} kasoti the package
 * @property {URL} packages the peers, as npm lays them out
 * @property {(file: URL) => Promise<BufferSource>} read
 * @property {((name: string) => any) | undefined} require packages of Node's own kind; none in a page
 * @typedef {object} Contender
 * @property {string} name
 * @property {string[]} [langs] those that it knows; all by default
 * @property {(place: Place) => Promise<Work | undefined>} start nothing where it cannot run
 */

/**
 * Kasoti with all its packs. Every text is new to it.
 * @param {Place} place
 * @param {(all: string[]) => Record<string, boolean>} rules which of them run
 * @returns {Promise<(text: string, lang: string) => Promise<import('../../pkg/types.js').Report>>}
 */
async function engine({ kasoti, read }, rules) {
  const { analyze, load, rules: all } = await import(new URL('engine.js', kasoti).href);
  const packs = ['mr', 'hi', 'en'].map(async (lang) => [lang, await read(new URL(`packs/${lang}.pack`, kasoti))]);
  await load({ wasm: await read(new URL('kasoti.wasm', kasoti)), packs: Object.fromEntries(await Promise.all(packs)) });
  const chosen = rules((await all()).map((/** @type {{ code: string }} */ rule) => rule.code));
  // Other options each time: under the same ones a text that was read just before is remembered.
  let time = 0;
  return (text, lang) => analyze(text, { lang, rules: chosen, ignore: [`${time += 1}`] });
}

/** The first of each room is Kasoti: the others' times are given as multiples of its own. @type {Record<string, Contender[]>} */
export const ROOMS = {
  sentences: [
    {
      name: 'Kasoti',
      async start({ kasoti, read }) {
        const { load } = await import(new URL('sentences.js', kasoti).href);
        const split = await load(await read(new URL('sentences.wasm', kasoti)));
        return (text, lang) => split(text, lang).length / 2;
      },
    },
    {
      name: 'Intl.Segmenter',
      async start() {
        /** @type {Map<string, Intl.Segmenter>} */
        const made = new Map();
        return (text, lang) => {
          if (!made.has(lang)) made.set(lang, new Intl.Segmenter(lang, { granularity: 'sentence' }));
          let found = 0;
          for (const { index } of /** @type {Intl.Segmenter} */ (made.get(lang)).segment(text)) found += index >= 0 ? 1 : 0;
          return found;
        };
      },
    },
    {
      name: 'sentencex',
      async start({ packages, read }) {
        const folder = new URL('sentencex-wasm/', packages);
        const { default: init, segment } = await import(new URL('sentencex_wasm.js', folder).href);
        await init({ module_or_path: await read(new URL('sentencex_wasm_bg.wasm', folder)) });
        return (text, lang) => segment(lang, text).length;
      },
    },
  ],
  entities: [
    {
      name: 'Kasoti',
      async start(place) {
        const analyze = await engine(place, (all) => Object.fromEntries(all.map((code) => [code, false])));
        return async (text, lang) => (await analyze(text, lang)).mentions.length;
      },
    },
    {
      name: 'compromise',
      langs: ['en'],
      async start({ packages }) {
        const { default: nlp } = await import(new URL('compromise/builds/three/compromise-three.mjs', packages).href);
        return (text) => {
          const doc = nlp(text);
          return [doc.people(), doc.places(), doc.organizations()].reduce((sum, found) => sum + found.out('array').length, 0);
        };
      },
    },
    {
      name: 'wink-nlp',
      langs: ['en'],
      async start({ require }) {
        if (!require) return undefined;
        const nlp = require('wink-nlp')(require('wink-eng-lite-web-model'));
        return (text) => nlp.readDoc(text).entities().out().length;
      },
    },
  ],
  analysis: [
    {
      name: 'Kasoti',
      async start(place) {
        const analyze = await engine(place, () => ({}));
        return async (text, lang) => (await analyze(text, lang)).findings.length;
      },
    },
    {
      name: 'copying alone',
      async start() {
        const [encoder, decoder] = [new TextEncoder(), new TextDecoder()];
        return (text) => decoder.decode(encoder.encode(text)).length;
      },
    },
    {
      name: 'harper.js',
      langs: ['en'],
      async start({ packages }) {
        const from = (/** @type {string} */ file) => import(new URL(`harper.js/dist/${file}`, packages).href);
        const [{ LocalLinter }, { binary }] = await Promise.all([from('index.js'), from('binary.js')]);
        const linter = new LocalLinter({ binary });
        await linter.setup();
        return async (text) => (await linter.lint(text)).length;
      },
    },
  ],
};
