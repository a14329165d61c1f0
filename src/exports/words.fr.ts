// What exported files say to people, in French.

export const selectionInName = 'selection';
export const partialInName = 'partiel';
export const namelessResult = 'resultat';

export const nestedTooDeep = '(imbriqué trop profondément pour être écrit)';
