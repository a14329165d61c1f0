// What *Save a copy* says to people, on a card and on the page of a run. Texts only, so that each place can have them without the code of
// the other.

export const saveCopy = 'Save a copy';
export const copySaved = 'Copy saved';
export const allRowsKept = 'All its rows are kept in this browser';
export const partSaved = 'A part of it is saved.';
export const noCopySaved = 'No copy was saved.';
export const stop = 'Stop';
