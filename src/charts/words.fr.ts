// What the figures on top of a result say to people, in French.
import { formatNumber, plural } from '#src/ui/number-format.ts';

export const messages = 'Messages';

export const overOnlyRow = 'Sur la seule ligne.';
export const overAllRows = (rows: number) => `Sur l’ensemble\u00a0: ${plural(rows, 'ligne', 'lignes')}.`;
export const overLoadedOf = (loaded: number, all: number) =>
  `Seulement sur ce qui est chargé\u00a0: ${formatNumber(loaded)} sur ${plural(all, 'ligne', 'lignes')}.`;
export const overLoadedMoreFollow = (loaded: number) =>
  `Seulement sur ce qui est chargé\u00a0: ${plural(loaded, 'ligne', 'lignes')}\u00a0; d’autres suivent.`;
export const overLoadedMoreMayFollow = (loaded: number) =>
  `Seulement sur ce qui est chargé\u00a0: ${plural(loaded, 'ligne', 'lignes')}\u00a0; d’autres suivent peut-être.`;
