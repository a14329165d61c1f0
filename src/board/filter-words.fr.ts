// What the choices above the cards say, in French.
import { formatNumber, plural } from '#src/ui/number-format.ts';
import type { StateChoice } from './board-view.ts';

export const runsOnTheBoard = 'Exécutions du tableau de bord';
export const findRun = 'Rechercher une exécution';

export const state = 'État';
export const allStates = 'Tous les états';
export const states: Readonly<Record<StateChoice, string>> = {
  'needs-you': 'À traiter',
  running: 'En cours',
  queued: 'En attente',
  done: 'Terminée',
  expired: 'Expirée',
  elsewhere: 'D’un autre navigateur',
};

export const report = 'Rapport';
export const allReports = 'Tous les rapports';

export const mailbox = 'Boîte aux lettres';
export const allMailboxes = 'Toutes les boîtes';
export const mailboxWithoutRuns = 'Une boîte aux lettres sans exécution ici';

export const order = 'Ordre';
export const newestFirst = 'Plus récentes';
export const oldestFirst = 'Plus anciennes';
export const recentlyUpdated = 'Mises à jour récentes';
export const byMailbox = 'Par boîte aux lettres';
export const byReport = 'Par rapport';
export const byColumn = 'Par colonne';

export const showRunsAs = 'Afficher les exécutions en';
export const cards = 'Cartes';
export const list = 'Liste';

export const seenOf = (seen: number, all: number) =>
  `${formatNumber(seen)} sur ${plural(all, 'exécution', 'exécutions')}`;
export const clearFilters = 'Effacer les filtres';
export const noRunMatches = 'Aucune exécution ne correspond';
export const noneWithAll =
  'Le tableau de bord contient des exécutions, mais aucune ne répond à tout ce qui a été choisi ci-dessus.';
