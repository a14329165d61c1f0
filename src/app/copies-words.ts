// What the page of saved copies says around their list.

export const lookingForCopies = 'Looking for copies';
export const noCopiesHere = 'No copies in this browser';
export const nothingKept =
  'This browser does not let the desk keep anything, so no copy can be saved here. Results can be exported to files instead.';
export const noCopySaved = 'No copy is saved in this browser';
export const howToSave =
  'Emailgistics keeps a result for 24 hours after its launch. Save a copy from its card or its page, and it opens here after that, also without a connection.';
export const settingsOfCopies = 'Settings of saved copies';
export const noSuchCopy = 'This browser has no such copy';
export const removedOrElsewhere = 'It was removed, or saved in another browser.';
