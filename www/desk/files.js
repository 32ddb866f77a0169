/** Ways in: samples, files opened, files and words dropped. */
import { fetchFile } from '../fetch.js';
import { TooLarge, textOfDocx } from './docx.js';
import { readGlossary } from './glossary.js';
import { textOf } from './html.js';
import { textOfMarkdown } from './markdown.js';

/** @typedef {import('./desk.js').Desk} Desk */
/** @typedef {{ file: string, lang: string, title: string, original?: string }} Sample */

const DOCX = /\.docx$/iu;
const FOLDER = new URL('../samples/', import.meta.url);

/** The samples and their words, all fetched at the start: choosing one later asks nobody for anything. */
export async function loadSamples() {
  /** @type {Sample[]} */ const list = await (await fetchFile(new URL('index.json', FOLDER), 'locale')).json();
  const words = (/** @type {string} */ file) => fetchFile(new URL(file, FOLDER), 'locale').then((response) => response.text());
  return list.map((sample) => {
    const text = words(sample.file), original = sample.original ? words(sample.original) : Promise.resolve(null);
    text.catch(() => {});
    original.catch(() => {});
    return { ...sample, name: sample.file.replace(/\.txt$/u, ''), text, original };
  });
}
/** @typedef {Awaited<ReturnType<typeof loadSamples>>[number]} LoadedSample */

/** @param {File} file @returns {Promise<string>} rejects when its bytes are no text */
export async function textOfFile(file) {
  const bytes = new Uint8Array(await file.arrayBuffer());
  if (DOCX.test(file.name)) return textOfDocx(bytes);
  const sixteen = bytes[0] === 0xFF && bytes[1] === 0xFE ? 'utf-16le' : bytes[0] === 0xFE && bytes[1] === 0xFF ? 'utf-16be' : 'utf-8';
  const text = new TextDecoder(sixteen, { fatal: true }).decode(bytes);
  if (/\.x?html?$/iu.test(file.name) || file.type === 'text/html') return textOf(text);
  return /\.(?:md|markdown)$/iu.test(file.name) || file.type === 'text/markdown' ? textOfMarkdown(text) : text;
}

/** @param {Desk} desk @param {HTMLInputElement} picker @param {HTMLElement} area where things may be dropped */
export function listenForFiles(desk, picker, area) {
  /** @param {File} file */
  async function open(file) {
    try {
      const text = await textOfFile(file), list = /\.(json|csv)$/iu.exec(file.name)?.[1].toLowerCase();
      if (list) desk.acceptAll(readGlossary(text, list === 'json'));
      else desk.open(text);
    } catch (error) {
      desk.notice(error instanceof TooLarge ? 'file.large' : DOCX.test(file.name) ? 'file.docx' : 'file.unreadable');
    }
  }
  picker.addEventListener('change', () => {
    const [file] = picker.files ?? [];
    picker.value = '';
    if (file) open(file);
  });

  const wanted = (/** @type {DragEvent} */ event) => event.dataTransfer?.types.includes('Files');
  area.addEventListener('dragover', (event) => {
    if (!wanted(event)) return;
    event.preventDefault();
    document.body.classList.add('dropping');
  });
  for (const name of ['dragleave', 'drop']) area.addEventListener(name, () => document.body.classList.remove('dropping'));
  area.addEventListener('drop', (event) => {
    if (!wanted(event)) return;
    event.preventDefault();
    const [file] = event.dataTransfer?.files ?? [];
    if (file) open(file);
  });
}
