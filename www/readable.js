/**
 * What of an element is its readable text: what a reader sees of it, as prose. White space is folded as the style folds
 * it, so that the line ends of the source are no line ends; block edges and `<br>` are. Inline siblings join without a
 * seam: `<b>मुं</b>बई` is one word.
 */

/**
 * A stretch of a text node that stands in the text letter by letter (white space may be another white space).
 * @typedef {{ node: Text, from: number, start: number, length: number }} Piece
 */

/** @typedef {'fold' | 'lines' | 'keep'} White how white space is treated: folded, folded but for line ends, kept */

/** Neither read out nor a word of the article: controls, pictures, what is hidden, and widgets of ours. */
const SILENT = 'script, style, noscript, template, textarea, select, datalist, input, button, svg, math, canvas, iframe, '
  + 'object, embed, audio, video, img, progress, meter, rt, rp, [hidden], [aria-hidden="true"]';

/** Seen, but no prose of the article's language. */
const NOT_PROSE = 'code, pre, kbd, samp, [translate="no"], .notranslate';

/** Holds the place of inline content that is seen but not read, so that the words beside it do not close ranks. */
const OBJECT = '\uFFFC';

/** Values of `white-space`, in the words of its longhand too. */
const KEEP = ['pre', 'pre-wrap', 'break-spaces', 'preserve', 'preserve-spaces'];
const LINES = ['pre-line', 'preserve-breaks'];

/** The most code units that a floated inline element may hold and still be the first letter of a word: one cluster. */
const DROP_CAP = 8;

/**
 * @param {Element} root
 * @returns {{ text: string, pieces: Piece[], first: Map<Node, number> }} `first`: index of the first piece of each node
 */
export function readText(root) {
  const out = writer();
  const open = [{ ...styleOf(root), element: root, block: true }];
  let node = root.firstChild;
  while (open.length) {
    const top = open[open.length - 1];
    if (!node) {
      if (top.block) out.line();
      open.pop();
      node = open.length ? top.element.nextSibling : null;
    } else if (node.nodeType === Node.TEXT_NODE) {
      if (top.visible) out.write(/** @type {Text} */ (node), top.white);
      node = node.nextSibling;
    } else if (node.nodeType === Node.ELEMENT_NODE) {
      const element = /** @type {Element} */ (node);
      const style = element.localName === 'br' || isSilent(element) ? null : styleOf(element);
      const read = style && style.shown && !element.matches(NOT_PROSE);
      if (element.localName === 'br' || style?.block) out.line();
      else if (style?.shown && style.visible && !read && element.textContent?.trim()) out.object();
      if (read) open.push({ element, ...style });
      node = read ? element.firstChild : element.nextSibling;
    } else {
      node = node.nextSibling;
    }
  }
  return out.done();
}

/** @param {Element} element */
function isSilent(element) {
  return element.localName.startsWith('kasoti-') || element.matches(SILENT);
}

/** @param {Element} element */
function styleOf(element) {
  const { display, visibility, float, whiteSpace } = getComputedStyle(element);
  const inline = /^(inline|ruby|contents)/.test(display) || (float !== 'none' && isDropCap(element));
  const mode = whiteSpace.split(' ')[0];
  /** @type {White} */
  const white = KEEP.includes(mode) ? 'keep' : LINES.includes(mode) ? 'lines' : 'fold';
  return { shown: display !== 'none', block: !inline, visible: visibility === 'visible', white };
}

/** A float is a block to the style, but `<span class="drop">मु</span>ंबई` is still one word. @param {Element} element */
function isDropCap(element) {
  const { localName, textContent } = element;
  return /^(span|b|strong|i|em|font)$/.test(localName) && /^\S+$/.test(textContent) && textContent.length <= DROP_CAP;
}

/** Collects the text. White space and line ends are written only once something follows them. */
function writer() {
  /** @type {Piece[]} */
  const pieces = [];
  /** @type {Map<Node, number>} */
  const first = new Map();
  /** @type {string[]} */
  const parts = [];
  let length = 0;
  let lineDue = false;
  /** @type {{ node: Text, from: number } | null} */
  let spaceDue = null;

  /** @param {string} words */
  function put(words) {
    parts.push(words);
    length += words.length;
  }

  /** @param {Text} node @param {number} from @param {string} words */
  function piece(node, from, words) {
    const last = pieces[pieces.length - 1];
    if (last?.node === node && last.from + last.length === from && last.start + last.length === length) {
      last.length += words.length;
    } else {
      if (!first.has(node)) first.set(node, pieces.length);
      pieces.push({ node, from, start: length, length: words.length });
    }
    put(words);
  }

  function settle() {
    if (lineDue && length) put('\n');
    else if (spaceDue && length) piece(spaceDue.node, spaceDue.from, ' ');
    lineDue = false;
    spaceDue = null;
  }

  return {
    line() {
      lineDue = true;
    },
    object() {
      settle();
      put(OBJECT);
    },
    /** @param {Text} node @param {White} white */
    write(node, white) {
      if (white === 'keep') {
        if (!node.data) return;
        settle();
        return piece(node, 0, node.data);
      }
      for (const { 0: run, index } of node.data.matchAll(/[ \t\n\r\f]+|[^ \t\n\r\f]+/g)) {
        if (!/^[ \t\n\r\f]/.test(run)) {
          settle();
          piece(node, index, run);
        } else if (white === 'lines' && run.includes('\n')) {
          lineDue = true;
        } else {
          spaceDue ??= { node, from: index };
        }
      }
    },
    done: () => ({ text: parts.join(''), pieces, first }),
  };
}

/**
 * The place in a text node that a place in the tree means. Carets are sometimes given as the nth child of an element.
 * @param {Node} node
 * @param {number} offset
 * @returns {{ node: Node, offset: number } | null}
 */
export function textAt(node, offset) {
  if (node.nodeType === Node.TEXT_NODE) return { node, offset };
  /** @type {Node | null} */
  let after = node.childNodes[offset] ?? null;
  while (after && after.nodeType !== Node.TEXT_NODE) after = after.firstChild;
  if (after) return { node: after, offset: 0 };
  /** @type {Node | null} */
  let before = node.childNodes[offset - 1] ?? null;
  while (before && before.nodeType !== Node.TEXT_NODE) before = before.lastChild;
  return before && { node: before, offset: /** @type {Text} */ (before).length };
}
