/** The desk without a network: only when it is asked for, because it keeps files on somebody's machine. */
import { $ } from './dom.js';

/** @typedef {import('./desk.js').Desk} Desk */

const SCOPE = new URL('../', import.meta.url);
/** Our own file and no other, which Trusted Types want to be told. */
const policy = /** @type {{ trustedTypes?: any }} */ (globalThis).trustedTypes?.createPolicy('kasoti-offline', { createScriptURL: () => `${SCOPE.href}offline.js` });

/** @param {Desk} desk @param {Promise<unknown>} loaded when all that the desk fetches unasked is there */
export function createOffline(desk, loaded) {
  const button = /** @type {HTMLButtonElement} */ ($('#offline'));
  button.hidden = !('serviceWorker' in navigator) || !isSecureContext;
  if (button.hidden) return;
  let on = false;

  const draw = () => {
    const key = on ? 'offline.stop' : 'offline';
    button.dataset.t = key;
    button.textContent = desk.locale.t(key);
  };

  /** All that this page has loaded, and the page. */
  async function keep() {
    await loaded;
    const worker = (await navigator.serviceWorker.ready).active, { port1, port2 } = new MessageChannel();
    const own = [location.pathname, ...performance.getEntriesByType('resource').map(({ name }) => name)]
      .map((name) => new URL(name, location.href)).filter(({ href }) => href.startsWith(SCOPE.href)).map(({ origin, pathname }) => origin + pathname);
    return new Promise((done) => {
      port1.onmessage = ({ data }) => done(data);
      worker?.postMessage({ keep: [...new Set(own)] }, [port2]);
    });
  }

  button.addEventListener('click', async () => {
    const known = await navigator.serviceWorker.getRegistration(SCOPE);
    if (on) {
      await known?.unregister();
      await caches.delete('kasoti-desk');
      on = false;
    } else {
      on = await navigator.serviceWorker.register(policy?.createScriptURL('') ?? `${SCOPE.href}offline.js`, { scope: SCOPE.href }).then(keep, () => false) === true;
      desk.notice(on ? 'offline.ready' : 'offline.failed');
    }
    draw();
  });

  navigator.serviceWorker.getRegistration(SCOPE).then((known) => {
    on = !!known;
    draw();
    if (on) keep(); // what a new version has loaded is kept too
  }, () => {});
}
