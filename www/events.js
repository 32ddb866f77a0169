/** @typedef {import('./types.js').Report} Report */
/** @typedef {import('./types.js').Finding} Finding */
/** @typedef {import('./types.js').Entity} Entity */
/** @typedef {import('./types.js').Sentence} Sentence */

/** The article has been read; again after each change. Bubbles out of every shadow root. */
export class ReportEvent extends Event {
  /**
   * @param {Report} report
   * @param {string} text the readable text that the report's spans index
   */
  constructor(report, text) {
    super('kasoti-report', { bubbles: true, composed: true });
    /** @readonly */
    this.report = report;
    /** @readonly */
    this.text = text;
  }
}

/** A finding, name or sentence has been chosen, in the text or in the list. Cancelled, it is neither marked nor opened. */
export class SelectEvent extends Event {
  /** @param {{ finding?: Finding, mention?: Entity, sentence?: Sentence }} chosen */
  constructor({ finding, mention, sentence }) {
    super('kasoti-select', { bubbles: true, composed: true, cancelable: true });
    /** @readonly */
    this.finding = finding;
    /** @readonly */
    this.mention = mention;
    /** @readonly */
    this.sentence = sentence;
  }
}

/** Something is missing or broke. The article stays as it is. */
export class KasotiErrorEvent extends Event {
  /** @param {unknown} error */
  constructor(error) {
    super('kasoti-error', { bubbles: true, composed: true });
    /** @readonly */
    this.error = error;
  }
}
