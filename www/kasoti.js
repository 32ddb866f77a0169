/**
 * Kasoti: the one script of a page. Registers `<kasoti-check>` where there are elements, and gives scripts the same
 * by name. Small: the rest is fetched when the first of these is called or the first tag wants it.
 */
import { KasotiCheck } from './element.js';

export { KasotiError } from './error.js';
export { packError } from './missing.js';
export { KasotiErrorEvent, ReportEvent, SelectEvent } from './events.js';
export { KasotiCheck };

const engine = () => import('./engine.js');

export const annotate = /** @type {typeof import('./annotate.js').annotate} */ (async (...all) => (await import('./annotate.js')).annotate(...all));
export const analyze = /** @type {typeof import('./engine.js').analyze} */ (async (...all) => (await engine()).analyze(...all));
export const load = /** @type {typeof import('./engine.js').load} */ (async (...all) => (await engine()).load(...all));
export const rules = /** @type {typeof import('./engine.js').rules} */ (async () => (await engine()).rules());
export const splitSentences = /** @type {typeof import('./engine.js').splitSentences} */ (async (...all) => (await engine()).splitSentences(...all));
export const version = /** @type {typeof import('./engine.js').version} */ (async () => (await engine()).version());

// Two copies of the script on one page, or one loaded twice, are one too many but no fault of the article's.
if (globalThis.customElements && !customElements.get('kasoti-check')) customElements.define('kasoti-check', KasotiCheck);
