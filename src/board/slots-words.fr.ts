// What the slots panel says, in French.
import { plural } from '#src/ui/number-format.ts';

export const free = 'Libre';
export const moreInUse = (count: number) =>
  `${plural(count, 'autre créneau est occupé sans que Report Desk puisse le voir', 'autres créneaux sont occupés sans que Report Desk puisse les voir')}.`;
export const otherTools = 'Les exécutions lancées par d’autres outils du compte n’apparaissent pas ici.';

export const since = (time: string) => `Depuis ${time}.`;
export const sinceFor = (time: string, span: string) => `Depuis ${time} (${span}).`;
export const longerThanNormal = 'Plus longue que la normale\u00a0: on ignore quand elle se terminera.';
export const shouldEnd = (ahead: string) => `Fin prévue ${ahead}.`;
export const heldUntil = (time: string, why: string) => `Occupé jusqu’à ${time}\u00a0: ${why}.`;
export const blind = {
  linkLost: 'le lien est perdu, la fin ne peut donc pas être constatée',
  notKnown: 'on ignore encore si l’exécution a démarré',
  keyNotLoaded: 'la clé n’est pas chargée, la fin ne peut donc pas être constatée',
  updatesStopped: 'les mises à jour se sont arrêtées, la fin ne peut donc pas être constatée',
  notOpened: 'la clé n’y donne pas accès, la fin ne peut donc pas être constatée',
};

export const queue = 'File d’attente';
export const nowNumber = (place: number, all: number) =>
  `Désormais numéro ${place} sur ${all} dans la file d’attente`;
