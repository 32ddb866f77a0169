export class KasotiCheck extends /** @type {typeof HTMLElement} */ (globalThis.HTMLElement ?? class {}) {}
