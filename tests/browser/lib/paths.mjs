import { existsSync, readFileSync, readdirSync } from 'node:fs';
import { join, resolve } from 'node:path';

export const ROOT = resolve(import.meta.dirname, '../../..');
export const PKG = join(ROOT, 'pkg');
/** What cargo xtask site makes. */
export const SITE = join(process.env.CARGO_TARGET_DIR ? resolve(ROOT, process.env.CARGO_TARGET_DIR) : join(ROOT, 'target'), 'site');
export const HERE = join(ROOT, 'tests/browser');

/** Development data that is not ours to publish; absent in most clones. */
export const SHARED = resolve(ROOT, '../shared/data');
export const SEED = join(SHARED, 'seed/article.txt');

/** The article that Kasoti was asked for, or nothing. */
export const seed = () => (existsSync(SEED) ? readFileSync(SEED, 'utf8').trim() : undefined);

/** The module and the packs as `load` takes them, for use without a network. */
export function artefacts() {
  const folder = join(PKG, 'packs');
  const packs = readdirSync(folder)
    .filter((name) => name.endsWith('.pack'))
    .map((name) => [name.slice(0, -'.pack'.length), readFileSync(join(folder, name))]);
  return { wasm: readFileSync(join(PKG, 'kasoti.wasm')), packs: Object.fromEntries(packs) };
}
