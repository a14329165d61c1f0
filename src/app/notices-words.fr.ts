// What is told about runs while they go on, and what is said of notifications, in French.
import type { ToldState } from '#src/records/changes.ts';
import { plural } from '#src/ui/number-format.ts';

export const newsOfRun = (run: string, state: string) => `${run}\u00a0: ${state.toLowerCase()}`;
export const whileAway = (counts: string) => `Pendant votre absence\u00a0: ${counts}.`;
/** In the feminine, as said of runs. */
const STATES: Readonly<Record<ToldState, readonly [string, string]>> = {
  done: ['terminée', 'terminées'],
  failed: ['échouée', 'échouées'],
  refused: ['refusée', 'refusées'],
  lost: ['perdue', 'perdues'],
  unknown: ['au lancement incertain', 'au lancement incertain'],
  running: ['en cours', 'en cours'],
};
export const countOf = (count: number, state: ToldState) => plural(count, ...STATES[state]);

export const notifications = 'Notifications';
export const runsTakeAWhile =
  'Les exécutions prennent un moment. Report Desk peut vous prévenir quand l’une d’elles se termine, même si vous regardez ailleurs.';
export const tellMe = 'Me prévenir à la fin d’une exécution';
export const noThanks = 'Non, merci';
export const close = 'Fermer';

export const youAreTold =
  'Vous serez prévenu à la fin de chaque exécution. Cela se désactive sur la page Préférences.';
export const denied =
  'Votre navigateur n’affiche pas les notifications de Report Desk. Pour changer cela, autorisez-les dans ses réglages pour ce site, à côté de l’adresse.';

export const whenRunEnds = 'Notifications du système à la fin d’une exécution';
export const whenRunEndsHint =
  'Affichées par chaque onglet de Report Desk qui n’est pas au premier plan, dans ce navigateur seulement.';
