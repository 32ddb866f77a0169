// A Word file as Word packs it: written here, so that the tests need no program that writes one.

import { crc32, deflateRawSync } from 'node:zlib';

const WORD = 'http://schemas.openxmlformats.org/wordprocessingml/2006/main';

/**
 * @param {string} body the XML within `w:body`
 * @param {{ packed?: boolean, name?: string, head?: string }} [how] `name`: of the file with the text; `head`: what stands before the XML
 * @returns {Buffer}
 */
export function docx(body, { packed = true, name = 'word/document.xml', head = '' } = {}) {
  const document = `<?xml version="1.0" encoding="UTF-8" standalone="yes"?>${head}<w:document xmlns:w="${WORD}" xmlns:mc="http://schemas.openxmlformats.org/markup-compatibility/2006"><w:body>${body}</w:body></w:document>`;
  const files = [['[Content_Types].xml', '<Types/>'], [name, document]];
  const locals = [], entries = [];
  let at = 0;
  for (const [file, words] of files) {
    const raw = Buffer.from(words), data = packed ? deflateRawSync(raw) : raw, label = Buffer.from(file);
    // Signature, versions, flags, method, time and date, then checksum and sizes; the extra field only in the local header.
    const common = [20, 0, packed ? 8 : 0, 0, 0x21], sizes = [crc32(raw), data.length, raw.length];
    const local = Buffer.concat([Buffer.from('PK\x03\x04', 'latin1'), shorts(common), longs(sizes), shorts([label.length, 4]), label, shorts([0xCAFE, 0]), data]);
    entries.push(Buffer.concat([Buffer.from('PK\x01\x02', 'latin1'), shorts([20, ...common]), longs(sizes), shorts([label.length, 0, 0, 0, 0]), longs([0, at]), label]));
    locals.push(local);
    at += local.length;
  }
  const directory = Buffer.concat(entries);
  const end = Buffer.concat([Buffer.from('PK\x05\x06', 'latin1'), shorts([0, 0, files.length, files.length]), longs([directory.length, at]), shorts([7]), Buffer.from('comment')]);
  return Buffer.concat([...locals, directory, end]);
}

const shorts = (numbers) => Buffer.concat(numbers.map((n) => { const b = Buffer.alloc(2); b.writeUInt16LE(n); return b; }));
const longs = (numbers) => Buffer.concat(numbers.map((n) => { const b = Buffer.alloc(4); b.writeUInt32LE(n >>> 0); return b; }));
