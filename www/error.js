/**
 * What went wrong, for a program: `engine` the module could not be loaded · `pack` a language pack could not be loaded
 * or was refused · `stopped` the engine broke off on a text · `size` the text is longer than the engine takes at once · `target` there is nothing to read · `locale` a file of
 * the interface could not be loaded · `option` an attribute of the tag makes no sense · `translated` the browser shows
 * words that nobody wrote.
 * @typedef {'engine' | 'pack' | 'stopped' | 'size' | 'target' | 'locale' | 'option' | 'translated'} ErrorCode
 */

/** Every error that Kasoti itself raises. Mistakes in options come as plain errors from the engine. */
export class KasotiError extends Error {
  /**
   * @param {ErrorCode} code
   * @param {string} message
   * @param {{ file?: string, cause?: unknown }} [more] `file`: the name of the file that is missing or broken
   */
  constructor(code, message, { file, cause } = {}) {
    super(message, { cause });
    this.name = 'KasotiError';
    /** @readonly */
    this.code = code;
    /** @readonly */
    this.file = file;
  }
}

/**
 * @param {unknown} error
 * @returns {string} its message, whatever was thrown
 */
export function messageOf(error) {
  return error instanceof Error ? error.message : String(error);
}
