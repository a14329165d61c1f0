// What fields, dialogs and copy buttons say of their own: they come after the first page.
export const close = 'Close';
export const waitUntilDone = 'Wait until this is done';
export const copied = 'Copied';
export const copyByHand =
  'The browser did not allow copying. The text is selected: copy it with Ctrl+C or ⌘C.';
export const optional = 'optional';
export const choiceBarred = (choice: string, why: string) => `${choice}: ${why}`;
