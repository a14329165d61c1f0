// What *Save a copy* says to people, on a card and on the page of a run, in French.

export const saveCopy = 'Enregistrer une copie';
export const copySaved = 'Copie enregistrée';
export const allRowsKept = 'Toutes ses lignes sont conservées dans ce navigateur';
export const partSaved = 'Une partie en est enregistrée.';
export const noCopySaved = 'Aucune copie n’a été enregistrée.';
export const stop = 'Arrêter';
