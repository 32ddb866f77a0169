/**
 * The words of a Word file (.docx): a ZIP archive with the text as XML. The browser unpacks and parses both; here is only
 * what it has no call for, the archive's table of contents.
 */
import { parsed } from './html.js';

/** WordprocessingML, as Word and LibreOffice write it; the second is what its strict form uses. */
const WORDS = ['http://schemas.openxmlformats.org/wordprocessingml/2006/main', 'http://purl.oclc.org/ooxml/wordprocessingml/main'];
/** What somebody deleted or moved away, what is hidden, and what stands twice for older programs. */
const GONE = new Set(['del', 'moveFrom', 'Fallback', 'vanish']);
/** Bytes of XML. A small archive can unpack without end; no article comes near this. */
const MOST = 64_000_000;
/** Tags of XML: each becomes an object, and a few bytes suffice for one. A thick book has some hundred thousand. */
const MOST_TAGS = 2_000_000;

/** It holds more than a page can take in and live. */
export class TooLarge extends Error {}

/** @param {Uint8Array<ArrayBuffer>} bytes @returns {Promise<string>} one paragraph a line; rejects when it is no such file */
export async function textOfDocx(bytes) {
  const packed = await unpacked(bytes, 'word/document.xml');
  if (tags(new Uint8Array(packed)) > MOST_TAGS) throw new TooLarge();
  const xml = new TextDecoder('utf-8', { fatal: true }).decode(packed);
  // Word writes none, its format allows none, and what it defines may unfold without end.
  if (xml.includes('<!DOCTYPE')) throw new Error('it defines words of its own');
  const page = parsed(xml, 'application/xml');
  // Some browsers keep what they had read before the fault, under the right name.
  if (page.getElementsByTagName('parsererror').length) throw new Error('it is no XML');
  if (!WORDS.includes(page.documentElement.namespaceURI ?? '')) throw new Error('it holds no text of a word processor');
  /** @type {string[]} */ const lines = [];
  /** @type {Element | null} */ let paragraph = null;
  const walker = page.createTreeWalker(page, NodeFilter.SHOW_ELEMENT, (node) => (isGone(/** @type {Element} */ (node))
    ? NodeFilter.FILTER_REJECT : NodeFilter.FILTER_ACCEPT));
  while (walker.nextNode()) {
    const element = /** @type {Element} */ (walker.currentNode), words = wordsOf(element);
    if (words === null) continue;
    const own = element.closest('p');
    if (own !== paragraph || words === '\n') lines.push('');
    paragraph = own;
    lines[lines.length - 1] += words === '\n' ? '' : words;
  }
  return lines.map((line) => line.trim()).filter((line) => line).join('\n');
}

/** @param {Uint8Array} xml */
function tags(xml) {
  let count = 0;
  for (let at = xml.indexOf(0x3C); at >= 0; at = xml.indexOf(0x3C, at + 1)) count += 1;
  return count;
}

/** What an element stands for; null when it is none of the text. @param {Element} element */
function wordsOf(element) {
  switch (element.localName) {
    case 't': return element.textContent ?? '';
    case 'tab': return element.parentElement?.localName === 'r' ? ' ' : null;
    case 'br': case 'cr': return '\n';
    case 'noBreakHyphen': return '\u2011';
    default: return null;
  }
}

/** @param {Element} element */
function isGone({ localName, children }) {
  if (localName !== 'r') return GONE.has(localName);
  return [...children].some((child) => child.localName === 'rPr' && [...child.children].some(({ localName }) => GONE.has(localName)));
}

/** One file of an archive. @param {Uint8Array<ArrayBuffer>} bytes @param {string} name @returns {Promise<ArrayBuffer>} */
async function unpacked(bytes, name) {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  for (const entry of entries(view)) {
    if (new TextDecoder().decode(bytes.subarray(entry.name, entry.name + entry.nameLength)) !== name) continue;
    // The local header has name and extra field of its own lengths.
    const start = entry.local + 30 + view.getUint16(entry.local + 26, true) + view.getUint16(entry.local + 28, true);
    const packed = new Blob([bytes.subarray(start, start + entry.size)]).stream();
    if (entry.method !== 0 && entry.method !== 8) throw new Error(`method ${entry.method} of packing is not known`);
    return whole(entry.method === 0 ? packed : packed.pipeThrough(new DecompressionStream('deflate-raw')));
  }
  throw new Error(`it holds no ${name}`);
}

/** The central directory (PKWARE's APPNOTE 4.3.12), which the record at the archive's end points to. @param {DataView} view */
function* entries(view) {
  let end = view.byteLength - 22;
  // A comment of up to 64 KB may follow the record.
  for (const last = Math.max(0, end - 0xFFFF); end >= last && view.getUint32(end, true) !== 0x06054B50;) end -= 1;
  let at = view.getUint32(end + 16, true);
  for (let i = view.getUint16(end + 10, true); i > 0 && view.getUint32(at, true) === 0x02014B50; i -= 1) {
    const nameLength = view.getUint16(at + 28, true);
    yield { name: at + 46, nameLength, method: view.getUint16(at + 10, true), size: view.getUint32(at + 20, true), local: view.getUint32(at + 42, true) };
    at += 46 + nameLength + view.getUint16(at + 30, true) + view.getUint16(at + 32, true);
  }
}

/** @param {ReadableStream<Uint8Array<ArrayBuffer>>} stream */
async function whole(stream) {
  /** @type {Uint8Array<ArrayBuffer>[]} */ const parts = [];
  const reader = stream.getReader();
  let size = 0;
  for (let part = await reader.read(); !part.done; part = await reader.read()) {
    parts.push(part.value);
    size += part.value.length;
    if (size > MOST) {
      await reader.cancel();
      throw new TooLarge();
    }
  }
  return new Blob(parts).arrayBuffer();
}
