// What is asked of an administrator, in French. The menus of the administration are in English there as well.
import { plural } from '#src/ui/number-format.ts';

const WHERE = 'Emailgistics Admin → API Access → Add Key';

export const hello = 'Bonjour,';
export const keyIUse = 'la clé que j’utilise';
export const aMailbox = 'une boîte aux lettres';
export const more = (count: number) => plural(count, 'autre', 'autres');
export const withNames = (key: string, names: string) => `${key} (${names})`;

export const seen = (facts: string) => `Constat\u00a0: ${facts}.`;
export const requestCalled = (id: string) => `requête ${id}`;

export const lacksPermission = (key: string) =>
  `${key} n’a pas toutes les autorisations voulues pour l’API Emailgistics. Une clé ne peut pas être modifiée\u00a0; merci d’en créer une nouvelle dans ${WHERE}\u00a0:`;
export const exactScopes = (scopes: string) =>
  `- Autorisations (scopes), exactement celles-ci\u00a0: ${scopes}`;
export const scopesOfCall =
  '- Autorisations (scopes), exactement celles-ci\u00a0: ce qu’exige l’appel ci-dessous';
export const sameMailboxes = (key: string) => `- Boîtes aux lettres\u00a0: les mêmes que celles de ${key}`;
export const leavePresentKey =
  'Merci de laisser la clé actuelle telle quelle jusqu’à ce que j’aie lu les résultats de ses exécutions\u00a0: seule la clé qui a lancé une exécution peut la lire.';

export const cannotReach = (key: string, mailbox: string) =>
  `${key} ne peut pas atteindre ${mailbox} dans l’API Emailgistics. Cette boîte aux lettres est hors de la liste de la clé, ou n’existe plus\u00a0: l’API ne précise pas lequel des deux.`;
export const keyWithMailbox = `Si elle doit être accessible\u00a0: la liste d’une clé ne peut pas être modifiée\u00a0; merci de créer une nouvelle clé dans ${WHERE} avec les mêmes autorisations, et avec cette boîte aux lettres en plus de celles d’aujourd’hui.`;
export const keyWithMailboxBeside = (names: string) =>
  `Si elle doit être accessible\u00a0: la liste d’une clé ne peut pas être modifiée\u00a0; merci de créer une nouvelle clé dans ${WHERE} avec les mêmes autorisations, et avec cette boîte aux lettres en plus de celles d’aujourd’hui (${names}).`;

export const needKey = (upstream: string) =>
  `J’ai besoin d’une clé pour l’API Emailgistics (${upstream}) afin de lancer des rapports. Merci d’en créer une dans ${WHERE}\u00a0:`;
export const forReport = (title: string, scopes: string) => `- Pour ${title}\u00a0: ${scopes}`;
export const forAttachments =
  '- Pour lister et télécharger les pièces jointes des messages\u00a0: messages:read et messages:content';
export const mailboxesReportedOn = '- Boîtes aux lettres\u00a0: celles dont je fais les rapports';
export const cannotBeChangedLater =
  'Les autorisations, les boîtes aux lettres et la date d’expiration ne peuvent pas être modifiées ensuite. La valeur n’est affichée qu’une fois\u00a0: merci de me l’envoyer de façon sûre.';
