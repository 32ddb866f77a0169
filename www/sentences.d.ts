/** A half-open range of UTF-16 code units: `text.slice(start, end)` gives the words. */
export interface Span { start: number; end: number }

/** The sentences of `text`, without the white space around them. `lang`: a language code, or `auto` (the default). */
export function splitSentences(text: string, options?: { lang?: string }): Promise<Span[]>;

/** Fetches the module ahead of the first text; gives the splitter without promises: start and end of each sentence. */
export function load(wasm?: URL | BufferSource): Promise<(text: string, lang?: string) => Uint32Array>;
