// The recipes for frameworks and site generators, as docs/recipes.md has them. Each builds a page with the tag on it.

import Eleventy from '@11ty/eleventy';
import { svelte, vitePreprocess } from '@sveltejs/vite-plugin-svelte';
import vue from '@vitejs/plugin-vue';
import { spawnSync } from 'node:child_process';
import { cpSync, existsSync, mkdirSync, readdirSync, symlinkSync } from 'node:fs';
import { join } from 'node:path';
import { build as vite } from 'vite';
import webpack from 'webpack';

const HERE = import.meta.dirname;

/** What users would install beside the package: ours, so that one installation serves all. @param {string} folder */
export function installed(folder) {
  const [from, to] = ['node_modules', 'node_modules'].map((name, i) => join(i ? folder : HERE, name));
  for (const name of readdirSync(from)) {
    if (!name.startsWith('.') && !existsSync(join(to, name))) symlinkSync(join(from, name), join(to, name));
  }
}

/** @param {string} root @param {string} out @param {import('vite').PluginOption[]} plugins */
function byVite(root, out, plugins) {
  return vite({
    root, plugins, configFile: false, logLevel: 'error', base: './',
    build: { outDir: out, rollupOptions: { input: join(root, 'page.html') } },
  });
}

/** Hugo is a program, and npm's packages of it fetch it by a script. */
const HUGO = process.env.KASOTI_HUGO ?? 'hugo';

/** What is needed and not here. @param {string} name @returns {string | undefined} */
export const missing = (name) => (name === 'hugo' && spawnSync(HUGO, ['version']).status !== 0 ? 'Hugo is not installed' : undefined);

/** @param {string} cwd @param {string} program @param {string[]} args */
function run(cwd, program, args) {
  // Unasked Astro tells its makers that it was used.
  const { status, stdout, stderr, error } = spawnSync(program, args, { cwd, encoding: 'utf8', env: { ...process.env, ASTRO_TELEMETRY_DISABLED: '1' } });
  if (error || status !== 0) throw error ?? new Error(`${stdout}${stderr}`);
}

/** By name, from the folder of the user's sources into another. @type {Record<string, (root: string, out: string) => Promise<unknown>>} */
export const FRAMEWORKS = {
  react: (root, out) => byVite(root, out, []),
  vue: (root, out) => byVite(root, out, [vue({ template: { compilerOptions: { isCustomElement: (tag) => tag === 'kasoti-check' } } })]),
  svelte: (root, out) => byVite(root, out, [svelte({ configFile: false, preprocess: vitePreprocess() })]),
  async eleventy(root, out) {
    const eleventy = new Eleventy(root, out, {
      quietMode: true,
      configPath: false,
      config(config) {
        config.setUseGitIgnore(false);
        config.addPassthroughCopy({ [join(root, '../node_modules/kasoti')]: 'kasoti' });
      },
    });
    await eleventy.write();
  },
  async astro(root) {
    run(root, process.execPath, [join(HERE, 'node_modules/astro/astro.js'), 'build', '--silent']);
  },
  async hugo(root, out) {
    cpSync(join(root, '../node_modules/kasoti'), join(root, 'static/kasoti'), { recursive: true });
    run(root, HUGO, ['--destination', out, '--quiet']);
  },
  async webpack(root, out) {
    const compiler = webpack({
      mode: 'production', context: root, entry: './page.js', devtool: false,
      output: { path: out, filename: 'page.js', module: true, publicPath: 'auto' },
      experiments: { outputModule: true },
    });
    await new Promise((done, fail) => {
      compiler.run((error, stats) => (error || stats.hasErrors() ? fail(error ?? new Error(stats.toString('errors-only'))) : done(stats)));
    });
    cpSync(join(root, 'page.html'), join(out, 'page.html'));
  },
};

/** The sources of a recipe, beside the package. @param {string} name @param {string} folder */
export function sources(name, folder) {
  const root = join(folder, name);
  mkdirSync(root, { recursive: true });
  // webpack takes the same page as the other bundlers.
  if (name === 'webpack') for (const file of ['page.html', 'page.js']) cpSync(join(HERE, 'user', file), join(root, file));
  else cpSync(join(HERE, 'user', name), root, { recursive: true });
  return root;
}

/** In the page: what the tag found, once it has painted it, and what the page was told. */
export async function read() {
  for (let i = 0; i < 200; i++) {
    const check = document.querySelector('kasoti-check'), said = document.getElementById('said');
    const painted = [...CSS.highlights.keys()].filter((name) => name === 'kasoti-critical').length;
    if (check?.shadowRoot && painted && (!said || said.textContent)) return { painted, said: said?.textContent ?? null };
    await new Promise((done) => setTimeout(done, 50));
  }
  return null;
}
