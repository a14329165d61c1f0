// What this folder says to people and the first page has to know, in French.

export const editAndRun = 'Modifier et lancer';
export const copyDetails = 'Copier les détails';
export const reloadFirstPage = 'Recharger depuis la première page';
export const exportLoadedRows = 'Exporter les lignes déjà chargées';
export const enterKey = 'Saisir la clé';
export const openSavedCopies = 'Ouvrir les copies enregistrées';
export const useKeyWithMoreScopes = 'Utiliser une clé avec plus d’autorisations';
export const copyRequest = 'Copier la demande pour l’administrateur';
export const keepOldKey = 'Garder l’ancienne clé pour les exécutions en cours';
export const switchKey = 'Changer de clé';
export const hideCard = 'Masquer la carte';
export const runAgain = 'Relancer';
export const openSavedCopy = 'Ouvrir la copie enregistrée';
export const runAgainWithThisKey = 'Relancer avec cette clé';
export const chooseMailbox = 'Choisir une autre boîte aux lettres';
export const refreshMailboxes = 'Actualiser la liste des boîtes aux lettres';
export const checkOnceMore = 'Vérifier encore une fois';
export const checkConnection = 'Vérifier la connexion';
export const showBudget = 'Ce qui a consommé le budget';
export const keepInQueue = 'Garder dans la file d’attente';
export const removeFromQueue = 'Retirer de la file d’attente';
export const checkNow = 'Vérifier maintenant';
export const pauseUpdates = 'Suspendre les mises à jour';
export const keepWaiting = 'Continuer à attendre';
export const treatAsNotStarted = 'Considérer comme non lancé';
export const startAnother = 'En lancer un autre quand même';
export const reconnect = 'Se reconnecter maintenant';
export const showRawReply = 'Afficher la réponse brute';
export const keepWatching = 'Continuer à suivre';
export const slowerUpdates = 'Espacer les mises à jour';
export const exportNow = 'Exporter maintenant';
export const freeSpace = 'Libérer de l’espace';
export const signIn = 'Se connecter';
export const reloadPanel = 'Recharger ce panneau';

export const usesSlot = (label: string, total: number) => `${label} · utilise 1 créneau sur ${total}`;

export const mayMakeDuplicate = 'Je sais que cela peut créer un doublon';
export const staysInQueue = 'Le lancement reste dans la file d’attente. Il n’y a rien d’autre à faire.';
export const goesOnWaiting = 'Report Desk continue d’attendre. Il n’y a rien d’autre à faire.';
export const goesOnWatching =
  'Report Desk continue de suivre cette exécution. Il n’y a rien d’autre à faire.';
export const askedOnceAMinute =
  'L’état de cette exécution est désormais demandé environ une fois par minute.';

export const somethingBroke = 'Ce panneau a rencontré une erreur';
export const ownMistake =
  'Il s’agit d’une erreur dans le code de Report Desk. Rien n’a été envoyé, et le reste de l’application fonctionne.';
export const deskNotShown =
  'Report Desk n’a pas pu être affiché. Tout ce qui y était noté est conservé, et les exécutions se poursuivent chez Emailgistics.';
export const thePage = (path: string) => `la page ${path}`;
export const wholeDesk = 'l’application entière';
export const thrown = (what: string) => `Exception\u00a0: ${what}`;
export const connectionLost = 'Connexion perdue';
export const partOutOfReach =
  'Cette partie ne peut pas être affichée\u00a0: ce service Report Desk ne répond pas. Rien n’est perdu, et les exécutions se poursuivent chez Emailgistics.';
export const reloadPage = 'Recharger la page';
export const loadingFailure = 'Chargement des explications';

export const removed = '[retiré]';
