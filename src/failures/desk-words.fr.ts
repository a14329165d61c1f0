// What failures of the desk itself say to people, in French.

export const keyNotAccepted = 'Clé non acceptée';
export const noKeyYet = 'Ce service Report Desk n’a pas encore de clé, ou l’a oubliée.';
export const keyRefused = (key: string) =>
  `L’API n’a pas accepté ${key}. Elle est absente, mal saisie, expirée ou supprimée\u00a0; l’API ne précise pas.`;
export const notStartedKept = 'Le rapport n’a pas été lancé\u00a0; ses réglages sont conservés.';
export const pausedForKey =
  'Le suivi et la file d’attente sont suspendus pour cette clé jusqu’à ce qu’elle soit saisie.';
export const newKeyCannotOpen =
  'Une nouvelle clé ne peut pas ouvrir les exécutions de l’ancienne. Les copies enregistrées restent.';

export const addressNotRecognised = 'Adresse non reconnue';
export const notStarted = 'Le rapport n’a pas été lancé.';
export const nothingThere = 'Il n’y a rien à l’adresse demandée.';
export const unknownAnswer =
  'L’adresse demandée a donné une réponse que ce service Report Desk ne connaît pas.';
export const addressMayBeWrong = 'L’adresse de base ou un lien enregistré est peut-être erroné.';
export const connectionShowsAddress =
  '«\u00a0Vérifier la connexion\u00a0» montre l’adresse utilisée par ce service Report Desk.';

export const noAnswer = 'Ce service Report Desk ne répond pas. Ce qui est affiché sur la page y reste.';
export const noAnswerSince = (when: string) =>
  `Ce service Report Desk ne répond pas. Dernier état connu, affiché sur la page\u00a0: ${when}.`;
export const runsGoOn =
  'Les exécutions se poursuivent chez Emailgistics. «\u00a0Se reconnecter maintenant\u00a0» réessaie\u00a0; c’est une simple lecture.';
export const asksAgain = (when: string) =>
  `Les exécutions se poursuivent chez Emailgistics. Nouvel essai automatique\u00a0: ${when}.`;

export const signedOut = 'Déconnecté de Report Desk';
export const asksForToken =
  'Ce service Report Desk demande son jeton d’accès. Les mises à jour et la file d’attente sont suspendues jusque-là.';
export const boardStays =
  'Les exécutions se poursuivent chez Emailgistics. Le formulaire et le tableau de bord restent tels quels.';

export const deskRefused = 'Requête refusée par ce service Report Desk';
export const gatewayStopped =
  'Rien n’a été envoyé à Emailgistics\u00a0: la passerelle de ce service Report Desk a arrêté la requête.';
export const forWhoeverRunsIt = 'Copiez les détails pour la personne responsable de ce service Report Desk.';

export const ownMistake = 'Il s’agit d’une erreur dans le code de Report Desk. Rien n’a été envoyé.';
export const keptFromBeingShown = (shown: string) =>
  `Une erreur dans le code de Report Desk a empêché l’affichage de cet élément\u00a0: ${shown}. Rien n’a été envoyé.`;
export const restWorks =
  'Le reste de l’application fonctionne, et les exécutions se poursuivent chez Emailgistics.';
export const writtenDownIsKept =
  'Les exécutions se poursuivent chez Emailgistics, et tout ce que Report Desk a noté est conservé.';
