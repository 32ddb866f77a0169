/**
 * Kasoti: the one script of a page. Registers `<kasoti-check>` where there are elements, and gives scripts the same
 * by name.
 */
import { KasotiCheck } from './element.js';

export { annotate } from './annotate.js';
export { analyze, load, packError, rules, splitSentences, version } from './engine.js';
export { KasotiError } from './error.js';
export { KasotiErrorEvent, ReportEvent, SelectEvent } from './events.js';
export { KasotiCheck };

// Two copies of the script on one page, or one loaded twice, are one too many but no fault of the article's.
if (globalThis.customElements && !customElements.get('kasoti-check')) customElements.define('kasoti-check', KasotiCheck);
