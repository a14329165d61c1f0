// What is said of one key, where it is listed and where it is added, in French.
import type { ReactNode } from 'react';
import type { DeskKey } from '#src/contract/desk.ts';
import { plural } from '#src/ui/number-format.ts';

export const label = 'Nom';
export const labelHint = 'Pour vous seulement\u00a0: celui qu’elle porte dans Admin convient bien.';
export const keyValue = 'Valeur de la clé';
export const keyValueHint =
  'Gardée dans la mémoire de la passerelle de Report Desk jusqu’à son arrêt. Elle ne revient jamais dans le navigateur.';
export const addKey = 'Ajouter la clé';
export const useThisKey = 'Utiliser cette clé';
export const notNow = 'Pas maintenant';
export const giveName = 'Donnez à la clé un nom que vous reconnaîtrez.';
export const pasteValue = 'Collez la valeur qui a été affichée à la création de la clé.';
export const notAccepted =
  'Emailgistics n’accepte pas cette clé\u00a0: elle est peut-être mal saisie, expirée ou supprimée.';
export const tooManyRequests = 'Trop de requêtes pendant la dernière minute. Réessayez dans un instant.';
export const serviceNotReached =
  'Emailgistics n’a pas pu être joint pour vérifier cette clé. Réessayez dans un instant.';
export const deskNotReached =
  'Ce service Report Desk n’a pas pu être joint. Vérifiez qu’il fonctionne, puis réessayez.';
export const notChecked = (status: number | null) => `La clé n’a pas pu être vérifiée (HTTP ${status}).`;

export const refused = 'Refusée';
export const sources: Readonly<Record<DeskKey['source'], string>> = {
  sandbox: 'créée par le bac à sable',
  environment: 'fournie par l’environnement de la passerelle',
  entered: 'saisie ici, gardée jusqu’à l’arrêt de la passerelle',
  unrecognised: 'chargée',
};
export const shortId = (id: ReactNode): ReactNode => <>identifiant {id}</>;
export const usedForLaunches = 'utilisée pour les nouveaux lancements';
export const useForLaunches = 'Utiliser pour les nouveaux lancements';
export const useKeyForLaunches = (key: string) => `Utiliser pour les nouveaux lancements\u00a0: ${key}`;
export const enterKey = 'Saisir la clé';
export const enterThisKey = (key: string) => `Saisir la clé ${key}`;
export const forgetKey = 'Oublier la clé';
export const forgetThisKey = (key: string) => `Oublier la clé ${key}`;
export const neededBy = (what: string) =>
  `En dépendent\u00a0: ${what}. Seule cette clé convient. Oubliée, elle peut être saisie de nouveau\u00a0: la même valeur est reconnue sous le même identifiant.`;
export const notForgotten =
  'Cette clé n’a pas pu être oubliée. Vérifiez que ce service Report Desk fonctionne, puis réessayez.';
export const expiresOn = 'Expire le';
export const expiresOnHint = 'Noté dans ce navigateur seulement\u00a0; l’API ne l’indique pas.';

export const scopes = 'Autorisations';
export const noScopeSeen = 'Rien de constaté pour le moment\u00a0: l’API ne les indique pas.';
export const seenToWork = (names: string): ReactNode => (
  <>
    {'Constaté comme accordé\u00a0: '}
    <strong>{names}</strong>.
  </>
);
export const notSeenToWork = (names: string): ReactNode => (
  <>
    {'Non constaté\u00a0: '}
    <strong>{names}</strong>.
  </>
);

export const mailboxes = 'Boîtes aux lettres';
export const beingRead = 'Lecture en cours.';
export const notReadYet = 'Pas encore lues.';
export const mailboxCount = (count: number) => `${plural(count, 'boîte aux lettres', 'boîtes aux lettres')}.`;
export const mailboxCountInactive = (count: number, inactive: number) =>
  `${plural(count, 'boîte aux lettres', 'boîtes aux lettres')}, dont ${plural(inactive, 'inactive', 'inactives')}.`;
export const readAt = (time: ReactNode): ReactNode => <>Liste lue {time}.</>;
export const mailboxesOf = (key: string) => `Boîtes aux lettres de ${key}`;
export const inactiveMailbox = (name: string) => `${name} (inactive)`;
export const refreshList = 'Actualiser la liste des boîtes aux lettres';
export const refreshListOf = (key: string) => `Actualiser la liste des boîtes aux lettres de ${key}`;
export const listWasRead = (key: string) => `Les boîtes aux lettres de ${key} ont été lues.`;
