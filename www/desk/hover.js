/**
 * What a name is linked with, while the pointer or the caret rests on it: all its mentions are washed, its row in the
 * list is marked, and a small label by the pointer says which name it is.
 */
import { spanAt } from '../hit.js';
import { h, oncePerFrame } from '../dom.js';

/** @typedef {import('./desk.js').Desk} Desk */

/** @param {Desk} desk @param {HTMLElement} panel the list @param {() => void} paint */
export function createHover(desk, panel, paint) {
  const { lines, root } = desk.story;
  // For the eye alone: the list says the same in words.
  const label = h('div', { class: 'name-label', 'aria-hidden': 'true', translate: 'no', hidden: true });
  document.body.append(label);

  /** @param {number | null} entity @param {number | null} [mention] */
  function show(entity, mention = null) {
    const { report, view, locale: { t, number } } = desk;
    if (view.linked !== entity) {
      view.linked = entity;
      for (const row of panel.querySelectorAll('.linked')) row.classList.remove('linked');
      panel.querySelector(`[data-entity="${entity}"]`)?.classList.add('linked');
      paint();
    }
    const linked = entity === null ? undefined : report?.entities[entity], span = mention === null ? undefined : report?.mentions[mention];
    const box = linked && span && lines.range(span).getClientRects()[0];
    label.hidden = !box;
    if (!linked || !box) return;
    label.replaceChildren(h('b', { lang: report?.lang }, linked.name), ` ${t(`kind.${linked.kind}`, { n: 1 })} · ×${number(linked.mentions.length)}`);
    label.style.insetBlockStart = `${box.top}px`;
    label.style.left = `${Math.min(box.left, document.documentElement.clientWidth - label.offsetWidth - 8)}px`;
  }
  const none = () => show(null);

  /** @param {(mentions: readonly import('../types.js').Entity[]) => import('../types.js').Entity | null | undefined} find */
  function inText(find) {
    const { report, view } = desk;
    if (!report || view.tab !== 'names' || view.compare) return none();
    const mention = find(report.mentions.filter(({ kind }) => !view.hidden.includes(kind)));
    if (mention) show(mention.entity, report.mentions.indexOf(mention)); else none();
  }

  const soon = oncePerFrame((/** @type {PointerEvent} */ event) => inText((mentions) => spanAt(event, lines, mentions)));
  root.addEventListener('pointermove', (event) => { if (event.pointerType !== 'touch') soon(event); });
  root.addEventListener('pointerleave', none);
  addEventListener('scroll', () => { label.hidden = true; }, { capture: true, passive: true });
  document.addEventListener('selectionchange', () => {
    if (document.activeElement !== root || desk.view.tab !== 'names') return;
    const caret = desk.story.caret();
    inText((mentions) => caret && mentions.find(({ start, end }) => start <= caret.start && caret.end <= end));
  });
  const inList = (/** @type {Event} */ event) => {
    const name = /** @type {Element} */ (event.target).closest?.('[data-row], [data-entity]');
    const entity = name?.getAttribute('data-row') ?? name?.getAttribute('data-entity');
    show(entity ? Number(entity) : null);
  };
  for (const name of ['pointerover', 'focusin']) panel.addEventListener(name, inList);
  for (const name of ['pointerleave', 'focusout']) panel.addEventListener(name, none);
}
