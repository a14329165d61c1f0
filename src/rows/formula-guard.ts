// Text that a spreadsheet would take for a formula gets an apostrophe in front, so that it stays text.

const FORMULA = /^[=+\-@\t\r]/;

/** `text` as it may be pasted into a spreadsheet or written to a file that one opens. Numbers need no guard: pass text only. */
export function guardFormula(text: string): string {
  return FORMULA.test(text) ? `'${text}` : text;
}
