// What the board says to people on the first page, in French.
import { formatNumber, plural } from '#src/ui/number-format.ts';

export const board = 'Tableau de bord';
export const launchAReport = 'Lancer un rapport';
export const whileATabIsOpen =
  'Le suivi des exécutions se poursuit, et la file d’attente avance, tant qu’un onglet de Report Desk est ouvert.';
export const loadingBoard = 'Chargement du tableau de bord';
export const loadingList = 'Chargement de la liste';
export const slots = 'Créneaux';

export const noRunsYet = 'Aucune exécution pour le moment';
export const launchFirst = 'Lancer votre premier rapport';
export const everyReport =
  'Chaque rapport que vous lancez devient une carte ici\u00a0: vous suivez son exécution, ouvrez son résultat, et le relancez une fois qu’il a expiré.';
export const drills = 'Exercices\u00a0: provoquer chaque échec';

export const running = 'En cours';
export const notSure = 'Incertaines';
export const queued = 'En attente';
export const done = 'Terminées';
export const needsYou = 'À traiter';

export const andMore = (count: number) => `et ${plural(count, 'autre', 'autres')}`;
export const andMoreNeedYou = (count: number, needing: number) =>
  `et ${plural(count, 'autre', 'autres')}, dont ${formatNumber(needing)} à traiter`;
export const showAll = 'Tout afficher dans la liste';

export const cardOfOneRun = 'la carte d’une exécution';
export const fromAnotherBrowser = 'D’un autre navigateur';
export const progress = 'Progression';
export const onItsWay = 'En route vers Emailgistics.';
export const lastUpdate = 'Dernière mise à jour';
export const openResult = 'Ouvrir le résultat';
export const removeCard = 'Retirer la carte';
export const aboutThisRun = 'À propos de cette exécution';

export const moveUp = 'Avancer';
export const moveDown = 'Reculer';
export const isFirst = 'Ce lancement est déjà le premier.';
export const isLast = 'Ce lancement est déjà le dernier.';
