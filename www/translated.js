/**
 * A page that the reader's browser has translated holds words that nobody wrote: there is nothing to say about them.
 * Browsers do not tell; what they leave in the page does.
 */
import { KasotiError } from './error.js';

/** Chrome's and Google's classes on the root; Google's nested `<font>`; the attribute of Microsoft's. */
const ROOT = ['translated-ltr', 'translated-rtl'];
const INSIDE = 'font[style*="inherit"] > font, [_msttexthash]';

/** @param {Element} target */
function isTranslated(target) {
  return ROOT.some((name) => document.documentElement.classList.contains(name)) || target.querySelector(INSIDE) !== null;
}

/**
 * @param {HTMLElement} target
 * @param {AbortSignal} signal
 * @param {() => void} turned the page has been translated, or is as it was written again
 * @throws {KasotiError} of code `translated` when it is now
 */
export function watchTranslation(target, signal, turned) {
  const now = isTranslated(target);
  const observer = new MutationObserver(() => { if (isTranslated(target) !== now) turned(); });
  observer.observe(document.documentElement, { attributes: true, attributeFilter: ['class'] });
  observer.observe(target, { subtree: true, childList: true });
  signal.addEventListener('abort', () => observer.disconnect());
  if (now) throw new KasotiError('translated', 'this page is shown in a translation by the browser');
}
