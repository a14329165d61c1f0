// What the launch form says of mailboxes, in French.
import { plural } from '#src/ui/number-format.ts';

export const mailbox = 'Boîte aux lettres';
export const mailboxes = 'Boîtes aux lettres';
export const chooseMailbox = 'Choisir une boîte aux lettres';
export const severalMailboxes = 'Plusieurs boîtes aux lettres';
export const onlyOneMailbox = 'Une seule boîte aux lettres';
export const severalAreChosen = 'Plusieurs sont choisies. Retirez-les d’abord, sauf une.';
export const inactive = (mailboxName: string) => `${mailboxName} (inactive)`;
export const notInList = (mailboxName: string) => `${mailboxName} (absente de la liste de cette clé)`;
export const rangeIsInItsTime = 'La période est lue à l’heure de la boîte aux lettres.';
export const timeNow = (time: string) => `Maintenant\u00a0: ${time}`;
export const addressAndTimeNow = (email: string, time: string) => `${email}, maintenant\u00a0: ${time}`;

export const eachLaunches = 'Chacune donne lieu à son propre lancement, à sa propre heure.';
export const launches = (count: number) =>
  `${plural(count, 'lancement', 'lancements')}, un pour chaque boîte aux lettres.`;
export const launchesInTimes = (count: number, zones: string) =>
  `${plural(count, 'lancement', 'lancements')}, un pour chaque boîte aux lettres, chacun à sa propre heure\u00a0: ${zones}.`;

export const findByName = 'Rechercher par nom';
export const noneFound = 'Aucun nom ne contient cela.';
export const enterChooses = (mailboxName: string) => `Entrée choisit ${mailboxName}.`;
export const found = (count: number) => `${count} au choix.`;

export const loadingMailboxes = 'Chargement des boîtes aux lettres';
export const listOfMailboxes = 'la liste des boîtes aux lettres';
export const notKnown = (key: string) =>
  `Les boîtes aux lettres de «\u00a0${key}\u00a0» ne sont pas connues.`;
export const notKnownYet = (key: string) =>
  `Les boîtes aux lettres de «\u00a0${key}\u00a0» ne sont pas encore connues.`;
export const nothingLost =
  'Rien de ce qui a été saisi n’est perdu. Une autre clé peut être choisie ci-dessus.';
export const refreshList = 'Actualiser la liste des boîtes aux lettres';
export const noMailboxes = 'Cette clé n’a aucune boîte aux lettres';
export const noMailboxesWhy = (key: string) =>
  `Les boîtes aux lettres d’une clé sont fixées à sa création, et aucune de celles de «\u00a0${key}\u00a0» n’existe encore. Choisissez une autre clé, ou demandez à un administrateur système une clé avec les boîtes aux lettres qu’il vous faut.`;

export const cannotLaunchWithout = 'Cette clé n’a aucune boîte aux lettres.';
export const couldNotBeRead = 'Les boîtes aux lettres de cette clé n’ont pas pu être lues.';
export const areBeingRead = 'Les boîtes aux lettres de cette clé sont en cours de lecture.';
export const listNotHere = 'La liste des boîtes aux lettres n’est pas encore arrivée.';
export const chooseOne = 'Choisissez une boîte aux lettres.';
export const chosenNotInList =
  'La boîte aux lettres choisie n’est pas dans la liste de cette clé. Choisissez-en une dans la liste, ou une autre clé.';
export const notAllInList =
  'Les boîtes aux lettres choisies ne sont pas toutes dans la liste de cette clé. Retirez celles qui n’y sont pas, ou choisissez une autre clé.';
