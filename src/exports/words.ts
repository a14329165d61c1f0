// What exported files say to people.

// In their names, of small letters without accents and hyphens.
export const selectionInName = 'selection';
export const partialInName = 'partial';
export const namelessResult = 'result';

/** Stands for a value. */
export const nestedTooDeep = '(nested too deep to be written)';
