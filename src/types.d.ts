/** A half-open range of UTF-16 code units: `text.slice(start, end)` gives the words. */
export interface Span { start: number; end: number }

export type Severity = 'critical' | 'major' | 'minor' | 'hint';
export type Kind = 'person' | 'place' | 'organisation' | 'title' | 'date' | 'time' | 'measure' | 'contact';

/** One sentence, without the white space around it; `paragraph` counts lines with something on them, from 0. */
export interface Sentence extends Span { paragraph: number }

/** A mention: one place where the text names something. `entity` indexes `Report.entities`; `suffix` is the case ending. */
export interface Entity extends Span { kind: Kind; entity: number; suffix?: Span }

/** One entity with all its mentions (indices in `Report.mentions`). */
export interface Linked { kind: Kind; name: string; forms: { text: string; count: number }[]; mentions: number[] }

/** Replacements, in order, not overlapping, all to be made at once. */
export interface Fix { edits: { start: number; end: number; text: string }[]; label?: string }

/** One fault. `args` fill the placeholders of the message that the locale has for `code`; `safe`: the first fix cannot hurt. */
export interface Finding extends Span {
  code: string;
  severity: Severity;
  args?: Record<string, string | number>;
  fixes?: Fix[];
  related?: Span[];
  /** What it is measured against: offsets of the original, not of the text. */
  original?: Span;
  safe?: boolean;
}

/**
 * One or more sentences and what they render in the original, each side from its first to its last; one side is missing where
 * something was added or left out.
 */
export interface Pair { text?: Span; original?: Span }

export interface Report {
  version: string;
  lang: string;
  sentences: Sentence[];
  mentions: Entity[];
  entities: Linked[];
  findings: Finding[];
  traces: Traces;
  /** In the order of the text; there only when an original was given. */
  pairs?: Pair[];
}

/** How much a text carries of what machine translation leaves behind; it says nothing of who or what wrote it. */
export interface Traces {
  /** Words and figures of the text. */
  words: number;
  /** Families that there are traces of. */
  families: { family: TraceFamily; found: number; perThousand: number }[];
  /** More traces, and of more families, than edited text has. */
  many: boolean;
}

export type TraceFamily = 'grammar' | 'wording' | 'spelling' | 'names' | 'attribution' | 'repetition' | 'consistency';

/** A word of the house's own: no rule speaks of it. */
export type GlossaryEntry = string | { form: string; variants?: string[] };

/**
 * A finding that somebody has looked at and lets stand: `code:words` wherever these words stand, or one place, told by what
 * stands right before and after it, so that it is known again after edits elsewhere.
 */
export type Ignored = string | { code: string; words: string; before?: string; after?: string };

/** Of mixed-digits, mixed-quote-order (the comma or stop of a quotation) and mixed-terminators. */
export type Preference = 'latin' | 'native' | 'inside' | 'outside' | '.' | '।';

export interface Options {
  /** A language code, or 'auto' (the default). */
  lang?: 'auto' | 'mr' | 'hi' | 'en' | (string & {});
  /** Rules to switch on or off, to give another severity, or a preference where a rule knows several right ways, by code. */
  rules?: Record<string, boolean | Severity | Preference>;
  glossary?: GlossaryEntry[];
  /** Findings to leave out. */
  ignore?: Ignored[];
  /** The text that this one is a translation of. */
  original?: string;
  originalLang?: string;
}

/**
 * How far an analysis has come: sentences of the text and of its original whose names are found, then rules that have read it. Each
 * room counts its own work; there is no share of the whole, because what a sentence costs says nothing of what a rule will.
 */
export interface Progress { room: 'entities' | 'original' | 'findings'; done: number; of: number }

/** What is known of a rule; `langs` is empty for a rule of all languages. */
export interface RuleInfo { code: string; severity: Severity; defaultOn: boolean; langs: string[] }

/** A report as it leaves the WebAssembly module; `engine.js` unpacks the two arrays. Not for other use. */
export interface RawReport extends Pick<Report, 'version' | 'lang' | 'entities' | 'findings' | 'traces'> {
  sentences: Uint32Array;
  mentions: Uint32Array;
  pairs: Uint32Array;
}
