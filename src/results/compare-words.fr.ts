// What a comparison of two results says to people, in French.
import { formatNumber, plural } from '#src/ui/number-format.ts';

export const compareWith = 'Comparer avec';
export const runLaunched = (request: string, when: string) => `${request}, lancement\u00a0: ${when}`;
export const runOfLaunched = (mailbox: string, request: string, when: string) =>
  `${mailbox}, ${request}, lancement\u00a0: ${when}`;
export const launchedToCompare = 'Ces deux exécutions ont été lancées pour être comparées.';
export const noRowsYet = 'Cette exécution n’a pas encore de lignes.';
export const open = (title: string) => `Ouvrir ${title}`;
export const loadingOther = 'Chargement des lignes de l’autre exécution';
export const loadOther = 'Charger toutes les lignes de l’autre exécution';
export const noOtherRun = 'Aucune autre exécution à comparer';
export const launchAnother =
  'Lancez le même rapport pour une autre période ou une autre boîte aux lettres, avec le même groupement. Son exécution peut être choisie ici tant que son résultat peut être ouvert.';
export const nothingToCompare = 'Rien à comparer';
export const nothingInCommon =
  'Les deux résultats n’ont ni période ni nombre en commun. Modifiez et lancez l’un d’eux avec les groupes de champs de l’autre.';

const lower = (sentence: string) => sentence.charAt(0).toLowerCase() + sentence.slice(1);
export const coverages = (here: string, there: string) =>
  `Cette exécution\u00a0: ${lower(here)} L’autre\u00a0: ${lower(there)}`;

export const inAll = 'Au total';
export const allRowsCompared = 'Comparaison de toutes les lignes';
export const noneTogether = 'Aucun des chiffres communs ne peut être réuni sur plusieurs lignes.';
export const rowByRow = 'Ligne par ligne';
export const comparedIn = (figure: string) => `${figure}, comparaison`;
export const tableOf = (label: string) => `${label}, tableau`;
export const figure = 'Chiffre';
export const period = 'Période';
export const thisRun = 'Cette exécution';
export const theOther = 'L’autre';
export const difference = 'Écart';
export const change = 'Évolution';
export const beside = (period: string) => `à côté de ${period}`;
export const noRow = 'aucune ligne';
export const notLoaded = 'non chargé';

export const hideEqual = 'Masquer les lignes égales';
export const comparing = 'Comparaison en cours…';
export const allEqual = (count: number) =>
  `Aucun écart pour ce chiffre\u00a0: ${plural(count, 'ligne égale', 'lignes égales')}.`;
export const rowsShown = (count: number, first: number | null, equalHidden: number) =>
  `${first === null ? plural(count, 'ligne', 'lignes') : `${plural(first, 'ligne', 'lignes')} sur ${formatNumber(count)}`}${equalHidden === 0 ? '' : `, ${plural(equalHidden, 'ligne égale masquée', 'lignes égales masquées')}`}.`;
export const showMore = (count: number) => `Afficher ${plural(count, 'ligne', 'lignes')} de plus`;
