/** Elements without markup in strings, so that a page's strictest policy holds. */

/** @typedef {Node | string | null | undefined | false} Child */
/** @typedef {Record<string, string | number | boolean | null | undefined | ((event: Event) => void)>} Props */

/**
 * @template {keyof HTMLElementTagNameMap} Tag
 * @param {Tag} tag
 * @param {Props} [props] attributes; `true` is an attribute without value, `false` and null are none; `onclick` and the
 *   like are listeners
 * @param {...Child} children
 * @returns {HTMLElementTagNameMap[Tag]}
 */
export function h(tag, props = {}, ...children) {
  const element = document.createElement(tag);
  set(element, props);
  element.append(...children.filter(isThere));
  return element;
}

/**
 * @param {Element} element
 * @param {Props} props
 */
export function set(element, props) {
  for (const [name, value] of Object.entries(props)) {
    if (typeof value === 'function') element.addEventListener(name.slice(2), value);
    else if (value === false || value === null || value === undefined) element.removeAttribute(name);
    else element.setAttribute(name, value === true ? '' : String(value));
  }
}

/** @param {Child} child @returns {child is Node | string} */
function isThere(child) {
  return child !== null && child !== undefined && child !== false && child !== '';
}

const SVG = 'http://www.w3.org/2000/svg';

/** The streak on the touchstone. */
export function mark() {
  const svg = drawing(14, 'mark', 'M3.5 10 10.5 4');
  const stone = document.createElementNS(SVG, 'rect');
  set(stone, { width: 14, height: 14, rx: 3 });
  svg.prepend(stone);
  return svg;
}

export function chevron() {
  return drawing(16, 'chevron', 'm4 6 4 4 4-4');
}

/** @param {number} size @param {string} name @param {string} line */
function drawing(size, name, line) {
  const svg = document.createElementNS(SVG, 'svg');
  set(svg, { class: name, viewBox: `0 0 ${size} ${size}`, 'aria-hidden': 'true' });
  const path = document.createElementNS(SVG, 'path');
  set(path, { d: line });
  svg.append(path);
  return svg;
}

/**
 * Moves through a list with the arrow keys; one of its items is in the tab order (roving tabindex).
 * @param {HTMLElement} list
 * @param {() => HTMLElement[]} items
 * @param {{ keys: [back: string, on: string], onMove?: (item: HTMLElement) => void }} how
 */
export function rove(list, items, { keys: [back, on], onMove }) {
  list.addEventListener('focusin', (event) => {
    const all = items();
    if (all.some((item) => item === event.target)) for (const item of all) item.tabIndex = item === event.target ? 0 : -1;
  });
  list.addEventListener('keydown', (event) => {
    const all = items();
    const here = all.findIndex((item) => item === event.target);
    const to = { [back]: here - 1, [on]: here + 1, Home: 0, End: all.length - 1 }[event.key];
    if (event.altKey || event.ctrlKey || event.metaKey) return; // the page's own keys
    if (here < 0 || to === undefined || !all[to]) return;
    event.preventDefault();
    all[to].focus();
    onMove?.(all[to]);
  });
}

/**
 * `act` at most once a frame, with what it was first called with: as often as anybody can see.
 * @template {unknown[]} All
 * @param {(...all: All) => void} act
 * @returns {(...all: All) => void}
 */
export function oncePerFrame(act) {
  let waiting = false;
  return (...all) => {
    if (waiting) return;
    waiting = true;
    requestAnimationFrame(() => { waiting = false; act(...all); });
  };
}
