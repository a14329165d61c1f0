// What the frame of every page says to people, and what stands where a page does not, or not yet, in French.
import { plural } from '#src/ui/number-format.ts';

export const reportDesk = 'Report Desk';
export const skipToPage = 'Aller au contenu';
export const pages = 'Pages';
export const board = 'Tableau de bord';
export const launch = 'Lancer';
export const savedCopies = 'Copies enregistrées';
export const connection = 'Connexion';
export const preferences = 'Préférences';

export const slots = 'Créneaux';
export const slotsInUse = (held: number, total: number) =>
  `${plural(held, 'créneau occupé', 'créneaux occupés')} sur ${total}`;
export const requestsInLastMinute = 'Requêtes de la dernière minute';
export const requests = 'Requêtes';
export const requestsThroughDesk = (used: number, limit: number) =>
  `${plural(used, 'requête', 'requêtes')} sur ${limit} par ce service Report Desk`;

export const loadingPage = 'Chargement de la page';

export const pageNotFound = 'Page introuvable';
export const noPageHere = 'Il n’y a pas de page à cette adresse';
export const linkMayBeOld =
  'Le lien est peut-être ancien ou mal saisi. Vos exécutions sont sur le tableau de bord.';
export const goToBoard = 'Aller au tableau de bord';

export const notWhole = 'Report Desk n’a pas été chargé en entier';
export const nothingMoves =
  'La partie qui envoie les lancements et suit les exécutions n’a pas pu être récupérée\u00a0: rien n’avance ici. Rien n’est perdu, et les exécutions se poursuivent chez Emailgistics.';
export const reloadPage = 'Recharger la page';
