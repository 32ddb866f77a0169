/**
 * The article on the page: one block a line, one text node a block, and the text itself kept beside them.
 *
 * The browser's own idea of a paragraph differs from engine to engine and loses spaces and blank lines; here the
 * string is the truth and the blocks show it. `range` and `offset` are those of `anchor.js`, so that the painter
 * takes either; `anchor` itself would fold blank lines away.
 *
 * @typedef {import('./changes.js').Change} Change
 * @typedef {import('./changes.js').Span} Span
 */

/** Longest first line that is taken for a headline. The longest in our newsroom set has 95 units. */
const HEADLINE = 180;

/** From this many code units on, lines are held in chunks that are laid out only near what is in sight (the style sheet
 * says so). Three times the longest story: plain lines are simpler, and can stand beside an original. */
export const LONG = 20_000;
/** Lines in a chunk, about a screen: a chunk that changes is painted anew as a whole. Ten million units are 6000 chunks, which
 * take 0.1 s to lay out instead of 30. */
const CHUNK = 10;
/** A run this long without a space is broken anywhere: looking for a better place costs the square of its length. */
const UNBROKEN = /(?:^|\s)\S{2000}/u;

/** @param {HTMLElement} root */
export function createLines(root) {
  let text = '';
  /** Where each line begins. @type {number[]} */ let starts = [0];
  /** @type {HTMLElement[]} */ let blocks = [];
  /** @type {WeakMap<Node, number> | null} */ let numbers = null;
  /** How often text nodes were made anew: ranges in the old ones are lost. */
  let rebuilt = 0;
  const doc = root.ownerDocument;

  /** @param {string} line */
  function block(line) {
    const element = doc.createElement('p');
    fill(element, line);
    return element;
  }

  /** An empty block needs a break to have height and to hold the caret.
   * @param {HTMLElement} element @param {string} line */
  function fill(element, line) {
    rebuilt += 1;
    if (UNBROKEN.test(line)) element.className = 'unbroken'; else element.removeAttribute('class');
    element.replaceChildren(line ? doc.createTextNode(line) : doc.createElement('br'));
  }

  /** @param {number} offset index of its line */
  function lineAt(offset) {
    let low = 0, high = starts.length;
    while (high - low > 1) {
      const middle = (low + high) >> 1;
      if (starts[middle] <= offset) low = middle; else high = middle;
    }
    return low;
  }

  /** @param {number} i */
  const endOf = (i) => (i + 1 < starts.length ? starts[i + 1] - 1 : text.length);

  /** @param {number} i its text node, or the block itself when it is empty */
  function nodeAt(i) {
    const element = blocks[i];
    if (element.childNodes.length > 1) element.normalize();
    const first = element.firstChild;
    return first instanceof Text ? first : element;
  }

  function titled() {
    const first = endOf(0), single = starts.length === 1;
    root.classList.toggle('titled', !single && first > 0 && first <= HEADLINE);
  }

  /** @param {string} next */
  function show(next) {
    text = next;
    starts = [0];
    for (let at = next.indexOf('\n'); at >= 0; at = next.indexOf('\n', at + 1)) starts.push(at + 1);
    blocks = starts.map((start, i) => block(next.slice(start, endOf(i))));
    numbers = null;
    const fragment = doc.createDocumentFragment();
    /** @type {Node} */ let parent = fragment;
    blocks.forEach((element, i) => {
      if (next.length > LONG && i % CHUNK === 0) {
        const chunk = doc.createElement('div');
        chunk.className = 'chunk';
        parent = fragment.appendChild(chunk);
      }
      parent.appendChild(element);
    });
    root.replaceChildren(fragment);
    titled();
  }

  /** @param {Change} change */
  function splice({ start, removed, inserted }) {
    const first = lineAt(start), last = lineAt(start + removed.length);
    const node = nodeAt(first), at = start - starts[first];
    const head = text.slice(starts[first], start), tail = text.slice(start + removed.length, endOf(last));
    text = text.slice(0, start) + inserted + text.slice(start + removed.length);

    const fresh = (head + inserted + tail).split('\n');
    // A long text pasted in comes in chunks from the start.
    if (inserted.length > LONG) { show(text); return; }
    if (first === last && fresh.length === 1) {
      if (node instanceof Text && fresh[0]) node.replaceData(at, removed.length, inserted);
      else fill(blocks[first], fresh[0]);
    } else {
      const added = fresh.slice(1).map(block);
      for (const gone of blocks.slice(first + 1, last + 1)) gone.remove();
      fill(blocks[first], fresh[0]);
      const fragment = doc.createDocumentFragment();
      for (const element of added) fragment.append(element);
      blocks[first].after(fragment);
      blocks = blocks.slice(0, first + 1).concat(added, blocks.slice(last + 1));
      numbers = null;
    }
    restart(first, last, fresh, inserted.length - removed.length);
  }

  /** @param {number} first @param {number} last @param {string[]} fresh @param {number} shift */
  function restart(first, last, fresh, shift) {
    let at = starts[first];
    const begun = fresh.map((line) => { const start = at; at += line.length + 1; return start; });
    const rest = starts.slice(last + 1);
    for (let i = 0; i < rest.length; i += 1) rest[i] += shift;
    starts = starts.slice(0, first).concat(begun, rest);
    titled();
  }

  show('');
  return {
    root,
    get text() { return text; },
    get blocks() { return blocks; },
    get rebuilt() { return rebuilt; },
    starts: () => starts,
    lineAt, endOf, show,

    /** @param {Change[]} changes in order; made from the end, so that the earlier offsets stay good */
    apply(changes) {
      for (let i = changes.length - 1; i >= 0; i -= 1) splice(changes[i]);
    },

    /** Takes over what the browser itself wrote into a block (an input method does).
     * @param {number} i @param {string} line */
    adopt(i, line) {
      const shift = line.length - (endOf(i) - starts[i]);
      text = text.slice(0, starts[i]) + line + text.slice(endOf(i));
      for (let j = i + 1; j < starts.length; j += 1) starts[j] += shift;
    },

    /** The index of the block that `node` is in, or -1. @param {Node | null} node */
    indexOf(node) {
      if (!node || !root.contains(node)) return -1;
      numbers ??= new WeakMap(blocks.map((element, i) => [element, i]));
      for (let at = /** @type {Node | null} */ (node); at && at !== root; at = at.parentNode) {
        const line = numbers.get(at);
        if (line !== undefined) return line;
      }
      return -1;
    },

    /** The text offset of a place in the page, or -1 when it is not in the article.
     * @param {Node} node @param {number} i */
    offset(node, i) {
      const line = this.indexOf(node);
      if (line < 0) {
        // Between blocks: where the next one begins.
        if (!root.contains(node)) return -1;
        const next = this.indexOf(firstBlock(node.childNodes[i]));
        return next < 0 ? text.length : starts[next];
      }
      const before = doc.createRange();
      before.setStart(blocks[line], 0);
      before.setEnd(node, i);
      return Math.min(starts[line] + before.toString().length, endOf(line));
    },

    /** @param {number} offset @returns {[Node, number]} */
    place(offset) {
      const i = lineAt(Math.min(offset, text.length)), node = nodeAt(i);
      return [node, node instanceof Text ? Math.min(offset - starts[i], node.length) : 0];
    },

    /** @param {Span} span @returns {Range} */
    range({ start, end }) {
      const range = doc.createRange();
      range.setStart(...this.place(start));
      range.setEnd(...this.place(end));
      return range;
    },
  };
}
/** @typedef {ReturnType<typeof createLines>} Lines */

/** @param {Node | undefined} node a block, or a chunk of them */
function firstBlock(node) {
  return node instanceof Element && node.className === 'chunk' ? node.firstChild : node ?? null;
}
