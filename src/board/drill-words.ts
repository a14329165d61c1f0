// What stands around the sandbox's drills. Their own titles and steps come from the sandbox.

export const loadingDrills = 'Loading the drills';
export const drillsNotRead = 'The list of drills could not be read. Reload the page to read it once more.';
export const mailboxCalled = (name: string) => `Mailbox “${name}”`;
export const keyCalled = (label: string) => `Key “${label}”`;
export const fillForm = 'Fill the form';
/** Follows it, for those who hear one button after another. */
export const forDrill = (title: string) => `for ${title}`;
