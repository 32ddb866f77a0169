/** What an editor does: mends, leaves alone, accepts, switches off. Each is a step that can be taken back. */
import { isSafe } from '../choices.js';
import { ignored } from '../ignore.js';
import { changesOf, moveOffset } from './changes.js';
import { $ } from './dom.js';
import { accepting } from './evidence.js';
import { together } from './glossary.js';
import { inflected } from './inflect.js';
import { select } from './input.js';

/** @typedef {import('../types.js').Finding} Finding */
/** @typedef {import('../types.js').Fix} Fix */
/** @typedef {import('./changes.js').Change} Change */
/** @typedef {import('../types.js').Span} Span */
/** @typedef {import('../types.js').Entity} Entity */

/**
 * What an action has to know of the desk.
 * @typedef {object} Board
 * @property {import('../locale.js').Locale} locale
 * @property {{ selected: Finding | null, original: boolean }} view
 * @property {() => Finding[]} shown
 * @property {(words: string) => void} say
 * @property {(key: string) => void} notice
 * @property {(patch: { sheet?: 'peek', renaming?: null }) => void} update
 * @property {(span: Span) => void} reveal
 * @property {(finding: Finding) => { text: string, mentions: Entity[] }[]} formsOf
 * @property {(finding: Finding) => Finding[]} alike
 * @property {(entity: number) => { text: string, mentions: number[] }[]} spellingsOf
 * @property {(patch: { original: boolean }) => void} look
 */

/**
 * @param {import('./story.js').Story} story
 * @param {import('./check.js').Checker} checker
 * @param {(code: string, start: number) => Finding | null} found
 * @param {() => Board} desk
 */
export function actions(story, checker, found, desk) {
  const { root } = story;

  /** The first fix of each; of two that would touch the same words the second waits for the next time.
   * @param {readonly Finding[]} findings */
  function fixAll(findings) {
    let end = -1;
    const edits = findings.map(({ fixes }) => fixes?.[0].edits ?? [])
      .sort((a, b) => a[0].start - b[0].start).flatMap((edits) => {
        if (edits[0].start <= end) return [];
        end = edits[edits.length - 1].end;
        return edits;
      });
    if (!edits.length) return;
    desk().view.selected = null;
    story.mend(changesOf(story.text, edits));
    desk().say(desk().locale.t('fix.done', { n: edits.length }));
  }

  /** A house's own list. @param {readonly (readonly string[])[]} lists */
  function acceptAll(lists) {
    story.decide({ accepted: together(story.decisions.accepted, lists) });
    desk().notice('glossary.added');
  }

  return {
    /** @param {Finding} finding @param {Fix} fix */
    fix(finding, fix) {
      if (!checker.report?.findings.includes(finding)) return; // the row is older than the text
      const all = desk().shown(), at = all.indexOf(finding), changes = changesOf(story.text, fix.edits);
      const next = all[at + 1] ?? all[at - 1], inList = $('#panel').contains(document.activeElement);
      desk().view.selected = null;
      story.mend(changes);
      desk().say(desk().locale.t('fix.done', { n: changes.length }));
      const then = next && found(next.code, moveOffset(next.start, changes));
      if (then && inList) queueMicrotask(() => /** @type {HTMLElement | null} */ (document.querySelector(`[data-start="${then.start}"][data-code="${then.code}"] .open`))?.focus());
    },
    /** Every safe fix at once. */
    fixAllSafe() { fixAll((checker.report?.findings ?? []).filter(isSafe)); },
    /** The first fix of every finding of this one's kind; a kind that needs a choice has no such thing.
     * @param {Finding} finding */
    fixAlike(finding) { fixAll(desk().alike(finding)); },
    /** Puts the words under the cursor: no fix is known, they are to be written anew. @param {Finding} finding */
    byHand(finding) {
      desk().update({ sheet: 'peek' });
      root.focus({ preventScroll: true });
      select(story.lines, finding);
      desk().reveal(finding);
    },
    /** @param {Change[]} changes */
    takeBack(changes) { story.mend(changes, 'back'); },
    /** @param {Finding} finding */
    ignore(finding) {
      desk().view.selected = null;
      story.decide({ ignored: [...story.decisions.ignored, ignored(story.text, finding)] });
    },
    /** @param {ReturnType<typeof ignored>} entry */
    unignore(entry) { story.decide({ ignored: story.decisions.ignored.filter((other) => other !== entry) }); },
    /** Writes a name's spelling anew wherever it stands, each with the ending that it had.
     * @param {number} entity @param {string} from @param {string} to */
    rename(entity, from, to) {
      const next = to.trim(), { report } = checker, spelling = desk().spellingsOf(entity).find(({ text }) => text === from);
      if (!report || !spelling || !next || next === from) return;
      const { text } = story, changes = spelling.mentions.map((i) => {
        const { start, end, suffix } = report.mentions[i], words = text.slice(start, end);
        const ending = suffix ? text.slice(suffix.start, suffix.end) : '';
        return { start, removed: words, inserted: report.lang === 'mr' ? inflected(next, from, words, ending) : next };
      });
      desk().update({ renaming: null });
      story.mend(changes);
      desk().say(desk().locale.t('fix.done', { n: changes.length }));
    },
    /** @param {Finding} finding */
    accept(finding) {
      desk().view.selected = null;
      story.decide({ accepted: [...story.decisions.accepted, accepting(finding, desk().formsOf(finding), story.text)] });
    },
    /** The spellings of a name, all of them. @param {number} entity */
    acceptName(entity) {
      const forms = desk().spellingsOf(entity).map(({ text }) => text), name = checker.report?.entities[entity]?.name;
      acceptAll([[...new Set([...name ? [name] : [], ...forms])]]);
    },
    acceptAll,
    /** @param {readonly string[]} forms */
    unaccept(forms) { story.decide({ accepted: story.decisions.accepted.filter((other) => other !== forms) }); },
    /** @param {string} code */
    switchOff(code) {
      desk().view.selected = null;
      story.decide({ rulesOff: [...story.decisions.rulesOff.filter((other) => other !== code), code] });
    },
    /** @param {string} code */
    switchOn(code) { story.decide({ rulesOff: story.decisions.rulesOff.filter((other) => other !== code) }); },
    /** @param {string} text @param {string | null} [original] */
    open(text, original = null) {
      desk().look({ original: desk().view.original && original !== null });
      story.open(text, { original });
      $('#paper').closest('.scroll')?.scrollTo(0, 0);
    },
  };
}
