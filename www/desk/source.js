/** @typedef {import('../types.js').Span} Span */

/**
 * The original on the page: a block for each line that has something on it, and the way between its text and the page.
 * @param {HTMLElement} root
 */
export function sourceText(root) {
  /** Where the lines stand in the text. @type {Span[]} */ let lines = [];

  /** @param {number} offset index of its line, or of the last one before it */
  const lineAt = (offset) => Math.max(0, lines.findLastIndex(({ start }) => start <= offset));

  /** @param {number} offset @returns {[Node, number]} */
  function place(offset) {
    const i = lineAt(offset), node = root.children[i]?.firstChild;
    return node && lines[i] ? [node, Math.min(Math.max(0, offset - lines[i].start), lines[i].end - lines[i].start)] : [root, 0];
  }

  return {
    root,
    get lines() { return lines; },
    /** @param {string} text */
    show(text) {
      lines = [...text.matchAll(/[^\r\n]+/gu)].filter(([line]) => line.trim()).map(({ 0: line, index }) => ({ start: index, end: index + line.length }));
      root.replaceChildren(...lines.map(({ start, end }) => {
        const block = document.createElement('p');
        block.append(text.slice(start, end));
        return block;
      }));
    },
    /** @param {Span} span */
    range({ start, end }) {
      const range = document.createRange();
      range.setStart(...place(start));
      range.setEnd(...place(end));
      return range;
    },
    /** The text offset of a place in the page, or -1. @param {Node} node @param {number} offset */
    offset(node, offset) {
      const i = [...root.children].findIndex((block) => block.contains(node));
      return i < 0 ? -1 : lines[i].start + (node === root.children[i] ? 0 : offset);
    },
  };
}
