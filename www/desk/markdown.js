/** The words of a Markdown file: what its signs mean is left out, as a reader of the page would not see them either. */

/** @param {string} raw @returns {string} one paragraph a line */
export function textOfMarkdown(raw) {
  const text = raw.replaceAll(/\r\n?/gu, '\n').replace(/^---\n[^]*?\n---\n/u, '')
    .replaceAll(/^(```|~~~)[^]*?^\1.*$/gmu, '').replaceAll(/<!--[^]*?-->/gu, '');
  /** @type {string[]} */ const lines = [];
  let open = false;
  for (const line of text.split('\n')) {
    // A line of its own: heading, list, quotation. A row of signs under a heading, a rule or a table's edge says nothing.
    const own = /^\s*(?:#{1,6}\s+|>\s?|[-*+]\s+|\d{1,3}[.)]\s+)/u.exec(line);
    const words = inline(own ? line.slice(own[0].length).replace(/\s+#+\s*$/u, '') : line).trim();
    if (!words || /^[-=*_|:\s]+$/u.test(words)) { open = false; continue; }
    if (open && !own) lines.push(`${lines.pop() ?? ''} ${words}`); else lines.push(words);
    // A list's line may go on; a heading's may not; two spaces at the end break a line.
    open = !/^\s*#/u.test(line) && !/ {2}$|\\$/u.test(line);
  }
  return lines.join('\n');
}

/** @param {string} line */
function inline(line) {
  return line.replaceAll(/!\[[^\]]*\]\([^)]*\)/gu, '').replaceAll(/\[([^\]]+)\](?:\([^)]*\)|\[[^\]]*\])/gu, '$1')
    .replaceAll(/`([^`]+)`/gu, '$1').replaceAll(/(\*{1,3}|~~)(?=\S)(.+?)(?<=\S)\1/gu, '$2')
    .replaceAll(/(?<![\p{L}\p{M}\p{N}])(_{1,3})(?=\S)(.+?)(?<=\S)\1(?![\p{L}\p{M}\p{N}])/gu, '$2')
    .replaceAll(/<\/?[a-z][^>]*>/giu, '').replaceAll(/\\([!-/:-@[-`{-~])/gu, '$1').replace(/\\$/u, '');
}
