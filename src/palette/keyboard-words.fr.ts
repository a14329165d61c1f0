// What is said of the keyboard before the palette is opened, in French.
export const findOrDo = (keys: string) => `Rechercher ou agir (${keys})`;
export const nothingToFind = 'Il n’y a rien à rechercher sur cette page.';
