// What the table of a result says to people, in French.
import type { ReactNode } from 'react';
import { formatNumber, plural } from '#src/ui/number-format.ts';

export const rows = 'Lignes';
export const findInRows = 'Rechercher dans les lignes';
export const filters = 'Filtres';
export const filtersSet = (count: number) => `Filtres (${count})`;
export const columns = 'Colonnes';
export const columnsHidden = (count: number) => `Colonnes (${plural(count, 'masquée', 'masquées')})`;
export const copyRows = 'Copier les lignes';
export const mostCopied = (most: number) =>
  `${plural(most, 'ligne', 'lignes')} au plus peuvent être copiées. Filtrez-les, ou exportez-les.`;
export const clearFilters = 'Effacer les filtres';
export const matching = (count: number, loaded: number) =>
  `${plural(count, 'ligne', 'lignes')} sur ${formatNumber(loaded)}`;
export const rowsMatch = (matches: string) => `Correspondances\u00a0: ${matches}.`;

export const rowsOfReport = (report: string) => `${report}, lignes`;
export const sortHint = (field: string) => `${field}\nMaj\u00a0: trier aussi selon cette colonne`;
const DIRECTIONS = { ascending: 'croissant', descending: 'décroissant' };
export const alsoSortedBy = (direction: 'ascending' | 'descending', place: number) =>
  `, tri ${DIRECTIONS[direction]}, rang ${place}`;
export const noneMatch = 'Aucune ligne ne correspond à ces filtres';
export const rowNumber = (place: number) => `Ligne ${place}`;
export const sumOf = (count: number) => `Somme de ${plural(count, 'ligne', 'lignes')}`;

export const filterOf = (column: string) => `${column}, filtre`;
export const all = 'Tous';
export const yes = 'Oui';
export const no = 'Non';
export const columnContains = (column: string) => `${column} contient`;
export const contains = 'contient';
export const from = 'du';
export const to = 'au';
export const atLeast = 'au moins';
export const atMost = 'au plus';
export const bound = (column: string, end: string) => `${column}, ${end}`;
export const boundIn = (column: string, end: string, unit: string) => `${column}, ${end}, ${unit}`;
export const asShare = '0.62 pour 62\u00a0%';
export const inPercent = '%';
export const inUnit = (unit: string) => `en ${unit}`;

export const rowOf = (place: number, count: number) =>
  `Ligne ${formatNumber(place)} sur ${formatNumber(count)}`;
export const copyRow = 'Copier la ligne';
export const copyAsJson = 'Copier en JSON';
export const previous = 'Précédente';
export const firstRow = 'C’est la première ligne';
export const next = 'Suivante';
export const lastRow = 'C’est la dernière ligne';
export const blank = 'vide';
export const asItCame = 'Telle que reçue';

export const done = 'Terminé';
export const usualColumns = 'Colonnes habituelles';
export const showAll = 'Tout afficher';
export const bars = 'Barres derrière les nombres';
export const firstColumn = 'C’est la première colonne';
export const lastColumn = 'C’est la dernière colonne';
export const pinnedFirst = 'Les colonnes épinglées viennent en premier';
export const formatOf = (column: string) => `Format de ${column}`;
export const asUsual = 'Habituel';
export const moveLeft = (column: string) => `Déplacer ${column} vers la gauche`;
export const moveRight = (column: string) => `Déplacer ${column} vers la droite`;
export const pin = (column: ReactNode): ReactNode => <>Épingler {column}</>;
export const copy = (column: ReactNode): ReactNode => <>Copier {column}</>;

/** Stands below the last row on paper. */
export const notPrinted = (printed: string) =>
  `Les ${printed} premières lignes sont imprimées\u00a0; un export les a toutes.`;
