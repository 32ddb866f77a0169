// One line a test, and a last line that other programs read.

/** Where output goes; a test's name is its address: `chromium desk: paints the seed article`. */
export function tally() {
  let passed = 0;
  let failed = 0;
  return {
    /** @param {string} name @param {unknown} [error] what went wrong, if anything did */
    note(name, error) {
      if (error === undefined) {
        passed++;
        console.log(`ok ${name}`);
      } else {
        failed++;
        const reason = (error instanceof Error && error.message) || String(error);
        console.log(`not ok ${name}\n    ${reason.trim().replaceAll('\n', '\n    ')}`);
      }
    },
    /** Says what was not tested, and why: silence would read as success. @param {string} name @param {string} why */
    skip(name, why) {
      console.log(`skipped ${name}: ${why}`);
    },
    /** Prints the count and sets the exit code. */
    close() {
      console.log(`${passed} passed, ${failed} failed`);
      // Nothing tested is no success.
      process.exitCode = failed > 0 || passed === 0 ? 1 : 0;
    },
  };
}
