// What failures of launches say to people, in French. « la clé … » and the other names of keys are feminine.

export const notStarted = 'Le rapport n’a pas été lancé.';

export const checkTheseSettings = 'Vérifiez ces réglages';
export const nothingLost = 'Le rapport n’a pas été lancé. Rien de ce qui a été saisi n’est perdu.';
export const changeSettings = 'Modifiez les réglages, puis lancez le rapport.';
export const changeField = (field: string) =>
  `Le champ concerné est ${field}. Modifiez-le, puis lancez le rapport.`;

export const lacksPermission = 'Il manque une autorisation à cette clé';
export const scopesUnknown = 'On ignore quelles autorisations cet appel exige.';
export const scopesNeeded = (scopes: string) => `Autorisations exigées par cet appel\u00a0: ${scopes}.`;
export const scopesThatWork = (key: string, scopes: string) =>
  `Autorisations qui fonctionnent avec ${key}\u00a0: ${scopes}.`;
export const scopesInDoubt = (scopes: string) => `Autorisations non confirmées\u00a0: ${scopes}.`;
export const nothingElseSaid = 'Le service ne précise pas ce qui manque d’autre.';
export const keysCannotBeEdited =
  'Une clé ne peut pas être modifiée. Un administrateur système en crée une nouvelle dans Emailgistics Admin → API Access, avec exactement ces autorisations et les mêmes boîtes aux lettres.';
export const keepPresentKey = (key: string) =>
  `Une nouvelle clé ne peut pas ouvrir ce que ${key} a lancé\u00a0: gardez cette dernière jusqu’à ce que ses exécutions soient terminées et leurs résultats lus.`;
export const keyHas = (use: string) => `Elle a ${use}.`;

export const mailboxOutOfReach = 'Boîte aux lettres hors de portée';
export const outsideList = (mailbox: string, key: string) =>
  `Le rapport n’a pas été lancé. ${mailbox} est hors de la liste de ${key}, ou n’existe plus\u00a0: l’API ne précise pas lequel des deux.`;
export const chooseOrRefresh =
  'Choisissez une autre boîte aux lettres, ou actualisez la liste pour voir ce que la clé atteint maintenant. La liste d’une clé ne peut pas être modifiée\u00a0: un administrateur peut créer une clé d’une portée plus large.';

export const threeRunning = 'Trois rapports sont en cours';
export const threeAtATime =
  'Le compte exécute trois rapports à la fois, et un rapport en cours ne peut pas être arrêté.';
export const sentWhenOneEnds =
  'Celui-ci est gardé dans la file d’attente et sera envoyé automatiquement dès que l’un d’eux se termine.';

export const limitReached = 'Limite atteinte';
export const oneOfTwoLimits =
  'Le rapport n’a pas été lancé. L’une de deux limites est atteinte, et l’API ne précise pas laquelle\u00a0: les requêtes de cette minute, ou trois rapports en cours à la fois. D’autres outils utilisent peut-être le compte.';
export const firstInLine =
  'Il reste en tête de la file d’attente, et un nouvel essai aura lieu automatiquement.';
export const firstInLineUntil = (time: string) =>
  `Il reste en tête de la file d’attente. Nouvel essai automatique\u00a0: ${time}.`;

export const notSure = 'Lancement incertain';
export const sentNotKnown =
  'Le lancement a été envoyé, mais on ignore s’il a été accepté. Le rapport est peut-être en cours.';
export const sentAt = (when: string) => `Envoi\u00a0: ${when}.`;
export const nothingCameBack = 'Aucune réponse n’est revenue.';
export const unreadableCameBack = 'Une réponse est revenue, mais elle est illisible.';
export const noWholeAnswer = 'Aucune réponse complète du service n’est parvenue à ce service Report Desk.';
export const faultCameBack = 'Le service, ou un intermédiaire sur le chemin, a répondu par une erreur.';
export const slotsByRecord = (used: number, total: number) =>
  `Créneaux utilisés selon les notes de ce service Report Desk\u00a0: ${used} sur ${total}.`;
export const holdsSlotFor = (span: string) =>
  `Il est compté comme occupant un créneau, pendant ${span} au maximum.`;
export const holdsSlotUntil = (when: string) =>
  `Il est compté comme occupant un créneau. Fin au plus tard\u00a0: ${when}.`;
export const holdsNoSlot = 'Il n’est plus compté comme occupant un créneau.';
export const couldMakeTwo = 'L’envoyer à nouveau pourrait créer deux exécutions.';
export const asksLedger =
  'Report Desk continue d’interroger son propre registre et suit l’exécution dès qu’elle y apparaît.';

export const notSent = 'Non envoyé';
export const neverLeft =
  'Rien n’a été lancé. Le lancement n’a jamais quitté ce service Report Desk, et il est trop ancien pour être envoyé automatiquement.';
export const settingsKept =
  'Ses réglages sont conservés\u00a0: relancez-le si le rapport est toujours souhaité.';
export const noConnectionToDesk =
  'Rien n’a été lancé\u00a0: il n’y a pas de connexion à ce service Report Desk.';
export const notPassedOn =
  'Rien n’a été lancé\u00a0: ce service Report Desk n’a pas pu transmettre le lancement à Emailgistics.';
export const goesOutLater = 'Il est gardé dans la file d’attente et partira une fois la connexion rétablie.';

export const linkLost = 'Lancé, mais son lien est perdu';
export const acceptedWithoutAddress =
  'Emailgistics a accepté le lancement, mais sa réponse ne donne aucune adresse à laquelle suivre l’exécution. Son résultat ne peut pas être ouvert ici.';
export const makesSecondRun = 'L’envoyer à nouveau crée une deuxième exécution.';

export const reportFailed = 'Échec du rapport en cours d’exécution';
export const endedWithoutResult = 'Le service a mis fin à l’exécution sans résultat.';
export const slotIsFree =
  'Son créneau est libre. «\u00a0Relancer\u00a0» crée une nouvelle exécution avec les mêmes réglages\u00a0; «\u00a0Modifier et lancer\u00a0» permet de les changer d’abord.';

export const takingLonger = 'Plus long que prévu';
export const launchedAt = (when: string) => `Lancement\u00a0: ${when}.`;
export const normallyDone =
  'Un rapport est normalement terminé en 30 minutes environ. On ignore pourquoi celui-ci prend plus de temps.';
export const stillHoldsSlot = 'Il occupe toujours son créneau et ne peut pas être arrêté.';
export const keepsWatching = 'Report Desk continue de le suivre.';
export const keepsWatchingSlowly = 'Report Desk continue de le suivre, une fois par minute.';
