/**
 * What was done, and back again: one stack for typing, fixes and decisions (a rule switched off, words left alone),
 * because an editor presses Ctrl+Z without asking which of them it was.
 *
 * @typedef {import('./changes.js').Change} Change
 * @typedef {import('./story.js').Decisions} Decisions
 * @typedef {{ changes: Change[], before: Decisions, after: Decisions, caret: number, kind: string, time: number }} Step
 */
import { merged } from './changes.js';

/** Letters typed within this time of each other are one step: a word or two, as in other editors. */
const PAUSE = 1200;

export function createHistory() {
  /** @type {Step[]} */ let past = [];
  /** @type {Step[]} */ let future = [];

  /** @param {Step} step */
  function follows(step) {
    const last = past.at(-1);
    if (!last || future.length || step.kind !== 'type' || last.kind !== 'type') return null;
    if (step.time - last.time > PAUSE || step.before !== step.after || last.before !== last.after) return null;
    if (step.changes.length !== 1 || last.changes.length !== 1) return null;
    // A new line, or a word after a space, begins a new step.
    if (step.changes[0].inserted.includes('\n') || /\s$/u.test(last.changes[0].inserted)) return null;
    return merged(last.changes[0], step.changes[0]);
  }

  return {
    get canUndo() { return past.length > 0; },
    get canRedo() { return future.length > 0; },
    /** @param {Step} step */
    push(step) {
      const one = follows(step);
      if (one) past[past.length - 1] = { ...past[past.length - 1], changes: [one], time: step.time };
      else past.push(step);
      future = [];
    },
    /** @returns {Step | undefined} the step to take back */
    undo() {
      const step = past.pop();
      if (step) future.push(step);
      return step;
    },
    /** @returns {Step | undefined} the step to do again */
    redo() {
      const step = future.pop();
      if (step) past.push(step);
      return step;
    },
  };
}
