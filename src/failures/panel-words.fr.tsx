// What every failure panel says to people, in French.
import type { ReactNode } from 'react';
import { plural } from '#src/ui/number-format.ts';

export const timeInZone = (time: string, zone: string) => `${time} ${zone}`;
export const timeAndAge = (time: string, age: string) => `${time} (${age})`;

// All feminine, with their article: the sentences put `de` or `avec` before them, and agree with them.
export const keyCalled = (label: string) => `la clé «\u00a0${label}\u00a0»`;
export const aKey = 'une clé';
export const theKey = 'la clé';
export const thisKey = 'cette clé';
export const presentKey = 'la clé actuelle';
export const keyThatStarted = 'celle qui l’a lancé';

export const mailboxCalled = (name: string) => `«\u00a0${name}\u00a0»`;
export const theMailbox = 'la boîte aux lettres';
export const launchedMailbox = 'celle de son lancement';

export const reasonOfService = (text: string) => `Motif donné par le service\u00a0: «\u00a0${text}\u00a0»`;
export const noReasonOfService = 'Le motif du service est inconnu\u00a0: il n’en a donné aucun.';
export const reasonOfGateway = (text: string) => `Motif donné par la passerelle\u00a0: «\u00a0${text}\u00a0»`;
export const noReasonOfGateway = 'Le motif de la passerelle est inconnu\u00a0: elle n’en a donné aucun.';

export const listHasMailbox = (key: string, when: string) =>
  `La liste de ${key} contient cette boîte aux lettres\u00a0: celle-ci a peut-être disparu depuis, ou la liste est périmée. Lecture de la liste\u00a0: ${when}.`;
export const listLacksMailbox = (key: string, when: string) =>
  `La liste de ${key} ne contient pas cette boîte aux lettres. Lecture de la liste\u00a0: ${when}.`;
export const triedAgain = (when: string) => `Nouvel essai automatique\u00a0: ${when}.`;

export const aliveRuns = (count: number) => plural(count, 'exécution en cours', 'exécutions en cours');
export const readableResults = (count: number) =>
  plural(count, 'résultat encore lisible', 'résultats encore lisibles');
export const queuedLaunches = (count: number) =>
  plural(count, 'lancement dans la file d’attente', 'lancements dans la file d’attente');

export const tickFirst = (tick: string) => `Cochez d’abord «\u00a0${tick}\u00a0»`;
export const continuesNow = 'Reprise immédiate';
export const continuesInName = 'Reprise dans';
export const continuesIn = (left: ReactNode): ReactNode => <>Reprise dans {left}</>;

export const newsAbout = (title: string, subject: string) => `${title}\u00a0: ${subject}`;

export const labelled = (label: string, value: string | number) => `${label}\u00a0: ${value}`;
export const httpStatus = 'Statut HTTP';
export const errorCode = 'error.code';
export const message = 'Message';
export const messageOfServer = 'Message du serveur';
export const request = 'Requête';
export const body = 'Corps';
export const requestId = 'Identifiant de la requête';
export const time = 'Heure';
export const none = 'Néant';
export const writtenAndAge = (time: string, age: string) => `${time}, ${age}`;
export const rawReply = 'Réponse brute';
export const emptyReply = '(vide)';

export const noRequestMade = 'Aucune requête n’a été faite pour cela.';
export const listDecided =
  'Aucune requête n’était nécessaire\u00a0: la liste des pièces jointes indique de quel type il s’agit.';
export const clockDecided =
  'Aucune requête n’était nécessaire\u00a0: cela découle de l’heure et des clés chargées.';

export const nothing = 'néant';
export const reply = 'Réponse';
export const bodyFirstPart = (text: string) => `Début du corps\u00a0:\n${text}`;
export const timings = 'Chronologie';
export const noticed = 'Constat';
export const launched = 'Lancement';
export const lastGoodAnswer = 'Dernière bonne réponse';
export const againAt = 'Nouvel essai';
export const took = 'Durée';
export const curl = 'cURL';
export const startsRun = '# Envoyer ceci lance une exécution, qui occupe un créneau.';
