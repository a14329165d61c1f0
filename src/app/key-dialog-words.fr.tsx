// What is said where a key is missing or does not do: the key dialogs, and the first steps of a desk without one, in French.
import type { ReactNode } from 'react';
import type { DeskKey } from '#src/contract/desk.ts';
import type { KeyDialogKind } from '#src/connection/key-dialogs.ts';

// Both feminine, with their article: sentences put prepositions before them, and agree with them.
export const theKey = 'la clé';
export const keyCalled = (label: string) => `la clé «\u00a0${label}\u00a0»`;

export const titles: Readonly<Record<KeyDialogKind, string>> = {
  enter: 'Saisir la clé',
  rescope: 'Utiliser une clé avec plus d’autorisations',
  switch: 'Changer de clé',
};
export const onlyWithStarter = (key: string) =>
  `Les résultats ne s’ouvrent qu’avec la clé qui les a lancés. Pour continuer, saisissez la valeur de ${key}\u00a0: la même valeur est reconnue, et ce qui l’attend reprend.`;
export const mistakes = {
  same: 'C’est la clé qui a été refusée. Il en faut une autre.',
  other:
    'Cette clé fonctionne et est désormais chargée, mais ce n’est pas celle qui a lancé cette exécution. Il faut encore celle-là.',
};
export const orLoadedKey = 'Ou utilisez une clé déjà présente ici\u00a0:';
export const notForgotten = (label: string) =>
  `La clé ${label} n’a pas pu être oubliée. Elle est toujours sur la page Connexion.`;

export const sendAgainTitle = 'Envoyer de nouveau le lancement refusé\u00a0?';
export const sendOnceMore = 'Envoyer encore une fois';
export const notNow = 'Pas maintenant';
export const sendAgain = (label: string) =>
  `Le lancement repart avec exactement les mêmes réglages et la clé «\u00a0${label}\u00a0». La carte refusée reste où elle est.`;

export const nothingSent = (key: string) =>
  `Rien n’est envoyé avec ${key} tant qu’une clé qui fonctionne n’est pas ici. La même clé reprend là où elle s’est arrêtée. Une autre clé lance de nouvelles exécutions, mais ne peut pas ouvrir celles de l’ancienne.`;
export const from: Readonly<Record<DeskKey['source'], string | null>> = {
  environment:
    'Elle vient de l’environnement de la passerelle\u00a0: la personne qui gère ce service Report Desk peut y mettre une nouvelle valeur et le redémarrer. Une clé saisie ici fonctionne aussitôt.',
  sandbox: 'C’est une des clés propres au bac à sable\u00a0; le fichier README donne leurs valeurs.',
  entered: null,
  unrecognised: null,
};
export const orAskOnceMore = 'Ou demandez encore une fois avec la clé qui est ici\u00a0:';
export const checkAgain = 'Vérifier la clé de nouveau';
export const stillRefused = 'Elle n’est toujours pas acceptée.';
export const notChecked = 'Elle n’a pas pu être vérifiée pour le moment. Réessayez dans un instant.';

export const nothingNeedsIt = 'Rien sur ce tableau de bord n’en a besoin.';
export const itHas = (what: string) => `En dépendent\u00a0: ${what}.`;
export const keeps = (key: string, orphaned: string) =>
  `Les exécutions lancées avec ${key} ne peuvent être lues qu’avec elle. ${orphaned} Les deux clés restent chargées\u00a0: les nouveaux lancements utilisent la nouvelle, et les anciennes exécutions sont suivies avec l’ancienne jusqu’à leur fin.`;
export const forgets = (key: string, orphaned: string) =>
  `${orphaned} Dès que la nouvelle clé fonctionne, ${key} est oubliée ici.`;
export const forgetsAndLoses = (key: string, orphaned: string) =>
  `${orphaned} Dès que la nouvelle clé fonctionne, ${key} est oubliée ici, et rien de cela ne peut être suivi ni lu jusqu’à ce qu’elle soit saisie de nouveau.`;
export const ifAnotherForget = (key: string) => `S’il s’agit d’une autre clé, oublier ${key}`;
export const staysPaused = 'Elle reste chargée et en pause.';
export const waitsForSameKey =
  'Ce qui en dépend attend alors sous «\u00a0Appartient à une autre clé\u00a0» jusqu’à ce que la même clé soit saisie de nouveau.';

export const callNeeds = (scopes: string) => `Cet appel nécessite ${scopes}.`;
export const knownToWork = (key: string, scopes: string) => `Constaté avec ${key}\u00a0: ${scopes}.`;
export const notSeenToWork = (scopes: string) => `Non constaté\u00a0: ${scopes}.`;
export const newKeyIsMade = 'Une clé ne peut pas être modifiée, il faut donc en créer une\u00a0:';
export const pressAddKey: ReactNode = (
  <>
    Un administrateur système ouvre <strong>Admin → API Access</strong> dans Emailgistics et choisit{' '}
    <strong>Add Key</strong>.
  </>
);
export const sameMailboxes = (key: string) => `Boîtes aux lettres\u00a0: les mêmes que pour ${key}.`;
export const sameMailboxesNamed = (key: string, names: string) =>
  `Boîtes aux lettres\u00a0: les mêmes que pour ${key} (${names}).`;
export const more = (count: number) => `${count} de plus`;
export const exactScopes = (scopes: string): ReactNode => (
  <>
    {'Autorisations, exactement celles-ci\u00a0: '}
    <strong>{scopes}</strong>.
  </>
);
export const asNeeded = 'selon les besoins';
export const generateKey: ReactNode = (
  <>
    <strong>Generate Key</strong>
    {'. Sa valeur n’est affichée qu’une fois\u00a0: saisissez-la ci-dessous.'}
  </>
);

export const noKeyYet = 'Pas encore de clé';
export const enterKey = 'Saisir la clé';
export const needsKey = (address: string) =>
  `Ce service Report Desk est connecté à ${address} et a d’abord besoin d’une clé de votre compte\u00a0:`;
export const makeKey: ReactNode = (
  <>
    Un administrateur système crée une clé dans Emailgistics <strong>Admin → API Access → Add Key</strong>
    {
      '\u00a0: un nom, une date d’expiration et les boîtes aux lettres de vos rapports. Rien de cela ne peut être modifié ensuite.'
    }
  </>
);
export const scopesDecide = 'Les autorisations déterminent ce que la clé permet\u00a0:';
export const scopesFor = (scopes: string, reports: string): ReactNode => (
  <>
    <strong>{scopes}</strong> pour {reports}
  </>
);
export const contentFor: ReactNode = (
  <>
    <strong>messages:content</strong> en plus, pour télécharger les pièces jointes
  </>
);
export const enterValueHere =
  'Sa valeur n’est affichée qu’une fois. Saisissez-la ici\u00a0: elle est vérifiée et gardée par la passerelle de Report Desk, jamais dans ce navigateur.';
export const enterValueBelow =
  'Sa valeur n’est affichée qu’une fois. Saisissez-la sous «\u00a0Ajouter une clé\u00a0» sur cette page\u00a0: elle est vérifiée et gardée par la passerelle de Report Desk, jamais dans ce navigateur.';
export const thenLaunch = 'Puis lancez un rapport.';
export const sandboxKeys = 'Les clés propres au bac à sable reviennent au redémarrage de sa passerelle.';
