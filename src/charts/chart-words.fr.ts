// What charts and comparisons say to people, in French. A line of a chart is « une courbe », since a row is « une ligne ».
import type { Period } from '#src/contract/reports.ts';
import { plural } from '#src/ui/number-format.ts';
import type { SplitId } from './splits.ts';

export const show = 'Afficher';
export const overTime = 'Dans le temps';
export const bySplit: Readonly<Record<SplitId, string>> = {
  user: 'Par utilisateur',
  domain: 'Par domaine',
  status: 'Par statut',
};
export const splitBy = 'Répartir par';
export const splitByNothing = 'Rien';
export const splitNames: Readonly<Record<SplitId, string>> = {
  user: 'Utilisateur',
  domain: 'Domaine',
  status: 'Statut',
};
export const oneFigure = 'Chiffre';
export const figures = 'Chiffres';
export const noMoreLines = (most: number) => `Au-delà de ${most} courbes, on ne les distingue plus.`;
export const noThirdScale = 'Il faudrait une troisième échelle.';

export const counting = 'Décompte des lignes';
export const nothingToDraw = 'Rien à représenter';
export const whatChartNeeds =
  'Un graphique a besoin de lignes qui contiennent des nombres, ainsi qu’une heure, un utilisateur ou un domaine qui les distingue.';
export const showTable = 'Afficher les lignes dans le tableau';
export const measureBySplit: Readonly<Record<SplitId, (measure: string) => string>> = {
  user: (measure) => `${measure} par utilisateur`,
  domain: (measure) => `${measure} par domaine`,
  status: (measure) => `${measure} par statut`,
};
export const noneNamed: Readonly<Record<SplitId, string>> = {
  user: 'Sans utilisateur',
  domain: 'Sans domaine',
  status: 'Sans statut',
};
export const unknownUser = 'Utilisateur inconnu';
export const nameWithId = (name: string, id: string) => `${name} (${id})`;
export const others: Readonly<Record<SplitId, (count: number) => string>> = {
  user: (count) => `${count} autres utilisateurs`,
  domain: (count) => `${count} autres domaines`,
  status: (count) => `${count} autres statuts`,
};
export const noFigure = 'aucun chiffre';
export const noData = 'aucune donnée';
export const lineList = 'Courbes';

export const zoomIn = 'Agrandir';
export const zoomOut = 'Réduire';
export const earlier = 'Plus tôt';
export const later = 'Plus tard';
export const showAll = 'Tout afficher';
export const everythingInView = 'Tout est affiché.';
export const savePicture = 'Enregistrer l’image';
export const pictureSaved = 'Image enregistrée.';
export const pictureNotSaved = 'Le navigateur n’a pas pu créer d’image de ce graphique.';
export const periodInChart = 'Période dans le graphique';
export const pointAtChart = 'Pointez sur le graphique pour voir les valeurs d’une période.';
export const howToLook =
  'Glissez sur le graphique pour regarder de plus près, double-cliquez pour tout revoir. Quand le graphique a le focus\u00a0: les flèches passent d’une période à l’autre, + et − agrandissent et réduisent, Maj avec une flèche déplace la vue, 0 affiche tout.';
export const fromTo = (first: string, last: string) => `${first} à ${last}`;
export const inView = (range: string) => `Affichage\u00a0: ${range}`;
export const nowInView = (range: string) => `Affichage\u00a0: ${range}.`;

export const lineValue = (line: string, value: string) => `${line} ${value}`;
export const periodValues = (period: string, values: string) => `${period}\u00a0: ${values}`;
export const periodCount: Readonly<Record<Period, (count: number) => string>> = {
  hour: (count) => plural(count, 'heure', 'heures'),
  day: (count) => plural(count, 'jour', 'jours'),
  week: (count) => plural(count, 'semaine', 'semaines'),
  month: (count) => plural(count, 'mois', 'mois'),
};
export const periodsShown = (periods: string, range: string, zone: string) =>
  `${periods}\u00a0: ${range}, ${zone}.`;
const noRow = (count: number, one: string, many: string) =>
  `${plural(count, `${one} n’a`, `${many} n’ont`)} aucune ligne, ce qui n’est pas zéro\u00a0: les courbes s’y interrompent.`;
export const periodsWithoutRow: Readonly<Record<Period, (count: number) => string>> = {
  hour: (count) => noRow(count, 'heure', 'heures'),
  day: (count) => noRow(count, 'jour', 'jours'),
  week: (count) => noRow(count, 'semaine', 'semaines'),
  month: (count) => noRow(count, 'mois', 'mois'),
};
export const rowsWithoutTime = (count: number) =>
  `${plural(count, 'ligne n’a pas d’heure et ne peut pas être représentée', 'lignes n’ont pas d’heure et ne peuvent pas être représentées')}.`;
export const noValues = (line: string) => `${line}\u00a0: aucune valeur.`;
export const valueThroughout = (line: string, value: string) => `${line}\u00a0: ${value} du début à la fin.`;
export const lowestAndHighest = (line: string, lowest: string, highest: string) =>
  `${line}\u00a0: au plus bas ${lowest}, au plus haut ${highest}.`;
export const valueAndPeriod = (value: string, period: string) => `${value} (${period})`;

export const onePoint = '1 point';
export const points = (figure: string) => `${figure} points`;
