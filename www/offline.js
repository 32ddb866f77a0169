/**
 * Keeps the desk at work without a network, for whoever has asked for it. What lies in the cache is what the desk itself
 * loaded. The network goes first, so that a new version is there at once and nothing gets stuck; without it the cache
 * answers. Other pages of the site are left alone.
 */
const CACHE = 'kasoti-desk';
const worker = /** @type {any} */ (globalThis);

worker.addEventListener('install', () => worker.skipWaiting());
worker.addEventListener('activate', (/** @type {any} */ event) => event.waitUntil(worker.clients.claim()));

worker.addEventListener('message', (/** @type {any} */ event) => {
  const { keep } = event.data;
  event.waitUntil(caches.open(CACHE).then((cache) => cache.addAll(keep)).then(() => event.ports[0].postMessage(true), () => event.ports[0].postMessage(false)));
});

worker.addEventListener('fetch', (/** @type {any} */ event) => {
  const { request } = event;
  if (request.method === 'GET' && new URL(request.url).origin === location.origin) event.respondWith(answer(request));
});

/** @param {Request} request */
async function answer(request) {
  const cache = await caches.open(CACHE), kept = await cache.match(request, { ignoreSearch: true });
  if (!kept) return fetch(request);
  try {
    const fresh = await fetch(request);
    if (!fresh.ok) return kept;
    await cache.put(kept.url || request, fresh.clone());
    return fresh;
  } catch {
    return kept;
  }
}
