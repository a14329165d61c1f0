// What the list of runs says, in French.
import { formatNumber, plural } from '#src/ui/number-format.ts';

export const runs = 'Exécutions';
export const runsRows = 'Exécutions, lignes';

export const report = 'Rapport';
export const state = 'État';
export const mailbox = 'Boîte aux lettres';
export const range = 'Période';
export const launched = 'Lancement';
export const endedOrExpires = 'Fin ou expiration';
export const key = 'Clé';
export const selectAll = (count: number) =>
  count === 1
    ? 'Sélectionner la seule exécution qui correspond'
    : `Sélectionner les ${formatNumber(count)} exécutions qui correspondent`;

export const select = (run: string, state: string, launched: string) =>
  `Sélectionner ${run}, ${state}, lancement\u00a0: ${launched}`;
export const batch = 'Lot';
export const batchOf = (run: string) => `Lot\u00a0: tout ce qui a été lancé avec ${run}`;
export const expires = (when: string) => `Expire ${when}`;
export const expired = (when: string) => `Expirée ${when}`;
export const ended = (when: string) => `Finie ${when}`;

export const count = (all: number) => plural(all, 'exécution', 'exécutions');
export const selectedOf = (selected: number, all: number) =>
  `${plural(selected, 'sélectionnée', 'sélectionnées')} sur ${formatNumber(all)}`;
export const removeSelected = 'Retirer la sélection';
export const removeSome = (some: number) => `Retirer la sélection (${formatNumber(some)})`;
export const removeExpired = (all: number) => `Retirer les exécutions expirées (${formatNumber(all)})`;
export const tickFirst = 'Cochez d’abord les exécutions à retirer.';
export const noneCanGo = 'Aucune des exécutions sélectionnées ne peut être retirée.';
export const notSent = (unsent: number) =>
  unsent === 1
    ? '1 d’entre elles est encore dans la file d’attente et ne sera pas envoyée une fois retirée.'
    : `${formatNumber(unsent)} d’entre elles sont encore dans la file d’attente et ne seront pas envoyées une fois retirées.`;
export const stay = (staying: number, why: string) =>
  `${plural(staying, 'd’entre elles reste', 'd’entre elles restent')}\u00a0: ${why}`;
export const stateNotKnown = 'Cette version de Report Desk ne connaît pas son état.';
