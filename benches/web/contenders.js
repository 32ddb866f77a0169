/**
 * Who runs against whom, by room. Each contender gives a function from a text to the number of things that it found;
 * whatever a user has to do to get at them is part of the time.
 *
 * @typedef {(text: string, lang: string) => number} Work
 * @typedef {object} Place where the files lie: the same contenders run in Node and in a page
 * @property {URL} kasoti the package
 * @property {URL} packages the peers, as npm lays them out
 * @property {(file: URL) => Promise<BufferSource>} read
 * @typedef {{ name: string, start: (place: Place) => Promise<Work> }} Contender
 */

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
};
