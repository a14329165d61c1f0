// What is said of the keyboard before the palette is opened.
export const findOrDo = (keys: string) => `Find or do (${keys})`;
export const nothingToFind = 'There is nothing to find on this page.';
