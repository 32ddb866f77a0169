/** Drop-down menus: opened by a button, walked by arrow keys, closed by Escape or by a press elsewhere. */
import { h, rove } from '../dom.js';
import { $ } from './dom.js';

/**
 * @typedef {object} Item
 * @property {string} label
 * @property {string} [note] at the end of the line
 * @property {string} [lang] of the label
 * @property {boolean} [checked] of a choice among several
 * @property {() => void} act
 */

/** @param {string} name of the elements `#name-button` and `#name-menu` @param {() => Item[]} items asked for on opening */
export function menu(name, items) {
  const button = $(`#${name}-button`), list = $(`#${name}-menu`);
  button.setAttribute('aria-haspopup', 'menu');
  button.setAttribute('aria-controls', list.id);
  list.setAttribute('role', 'menu');

  /** @param {boolean} open @param {boolean} [back] the focus goes back to the button */
  function toggle(open, back = false) {
    button.setAttribute('aria-expanded', String(open));
    list.hidden = !open;
    if (open) fill();
    if (back) button.focus();
  }

  function fill() {
    list.replaceChildren(...items().map(({ label, note, lang, checked, act }) => h('button', {
      role: checked === undefined ? 'menuitem' : 'menuitemradio', 'aria-checked': checked === undefined ? null : String(checked), tabindex: -1,
      onclick: () => { toggle(false, true); act(); },
    }, h('span', { lang }, label), note && h('small', {}, note))));
    const first = /** @type {HTMLElement | null} */ (list.querySelector('[aria-checked="true"]') ?? list.firstElementChild);
    if (first) { first.tabIndex = 0; first.focus(); }
    // A menu at the window's edge opens to the other side.
    list.classList.toggle('to-start', list.getBoundingClientRect().left < 0);
  }

  toggle(false);
  button.addEventListener('click', () => toggle(list.hidden === true));
  button.addEventListener('keydown', (event) => { if (event.key === 'ArrowDown' && !event.altKey) { event.preventDefault(); toggle(true); } });
  rove(list, () => /** @type {HTMLElement[]} */ ([...list.children]), { keys: ['ArrowUp', 'ArrowDown'] });
  list.addEventListener('keydown', (event) => {
    if (event.key === 'Escape') { event.stopPropagation(); toggle(false, true); }
    if (event.key === 'Tab') toggle(false);
  });
  document.addEventListener('pointerdown', (event) => {
    if (!list.hidden && !list.contains(/** @type {Node} */ (event.target)) && !button.contains(/** @type {Node} */ (event.target))) toggle(false);
  });
}
