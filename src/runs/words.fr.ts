// What is said of a run while it waits, while it goes on, and of what it left, in French.
import { plural } from '#src/ui/number-format.ts';
import type { HoldUp } from './queue.ts';

export const nextToBeSent = 'Prochain envoi.';
export const triedAgainAt = (clock: string) => `Nouvel essai à ${clock}.`;
export const holdUps: Readonly<Record<Exclude<HoldUp['kind'], 'wait'>, string>> = {
  'signed-out': 'Sera envoyé quand vous serez de nouveau connecté.',
  stale: 'Mis en file d’attente bien avant l’ouverture de Report Desk. Attend votre accord.',
  'needs-key': 'Sera envoyé quand sa clé sera de nouveau chargée.',
  'key-paused': 'Sa clé a été refusée. Sera envoyé quand une clé valide sera saisie.',
  'slots-full': 'Sera envoyé quand un créneau sera libre.',
  behind: 'Sera envoyé après les lancements qui le précèdent.',
};

export const justStarted = 'À l’instant';
export const goesOnFor = (span: string) => `Depuis ${span}`;
export const left = (estimate: string) => `reste ${estimate}`;
export const longerThanUsual = 'plus long que d’habitude';

export const readyToOpen = 'Prêt à ouvrir';
export const rows = (count: number) => plural(count, 'ligne', 'lignes');
export const moreThanRows = (count: number) => `plus de ${plural(count, 'ligne', 'lignes')}`;
export const final = (counted: string) => `${counted} · Définitif`;
export const stillOpen = (counted: string) => `${counted} · La dernière période est encore ouverte`;
export const dataUpTo = (counted: string, clock: string) =>
  `${counted} · Données jusqu’à ${clock}, heure de la boîte aux lettres`;
export const keptUntil = (when: string) => `Fin de conservation\u00a0: ${when}`;
export const keptFor = (span: string) => `Résultat conservé pendant environ ${span}`;

export const keyOfAnotherBrowser = 'une clé d’un autre navigateur';
