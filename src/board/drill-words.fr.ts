// What stands around the sandbox's drills, in French.

export const loadingDrills = 'Chargement des exercices';
export const drillsNotRead =
  'La liste des exercices n’a pas pu être lue. Rechargez la page pour la lire de nouveau.';
export const mailboxCalled = (name: string) => `Boîte aux lettres «\u00a0${name}\u00a0»`;
export const keyCalled = (label: string) => `Clé «\u00a0${label}\u00a0»`;
export const fillForm = 'Remplir le formulaire';
export const forDrill = (title: string) => `pour «\u00a0${title}\u00a0»`;
