// What is said of a launch and of its states, and why something cannot be done with it, in French.
import { plural } from '#src/ui/number-format.ts';

export const queued = 'En attente';
export const sending = 'Envoi en cours';
export const running = 'En cours';
export const done = 'Terminée';
export const failed = 'Échouée';
export const refused = 'Refusée';
export const notSure = 'Lancement incertain';
export const lost = 'Perdue';
export const expired = 'Expirée';
export const needsKey = 'Clé requise';

export const notSentYet = 'Ce lancement est encore dans la file d’attente.';
export const notEnded = 'L’exécution n’est pas encore terminée.';
export const onlyTrace =
  'Un créneau est peut-être occupé, et cette carte est le seul moyen de suivre l’exécution.';
export const noResult = 'Il n’y a pas de résultat.';
export const resultLost = 'Le résultat est introuvable.';
export const resultExpired = 'Les résultats sont conservés 24 heures. Relancez le rapport.';
export const noKey = 'La clé n’est pas chargée ici.';
export const notQueued = 'Ce lancement n’est pas dans la file d’attente.';
export const inDoubt =
  'L’exécution a peut-être déjà commencé. «\u00a0En lancer un autre quand même\u00a0» en crée une seconde.';
export const removeFromQueueInstead = 'Retirez plutôt ce lancement de la file d’attente.';

export const unreadableSettings = 'Réglages illisibles';
export const unknownMailbox = 'boîte aux lettres inconnue';
export const unknownKey = 'clé inconnue';

const PERIODS: ReadonlyMap<string, string> = new Map([
  ['hour', 'heure'],
  ['day', 'jour'],
  ['week', 'semaine'],
  ['month', 'mois'],
]);
const ACTIVITIES: ReadonlyMap<string, string> = new Map([
  ['received', 'reçus'],
  ['replied', 'répondus'],
  ['closed', 'fermés'],
]);
const STATUSES: ReadonlyMap<string, string> = new Map([
  ['open', 'ouverts'],
  ['snoozed', 'reportés'],
  ['closed', 'fermés'],
]);
const messages = (activity: string) => `messages ${ACTIVITIES.get(activity) ?? activity}`;

export const byPeriod = (period: string) => `par ${PERIODS.get(period) ?? period}`;
export const users = (count: number, locale: string) => plural(count, 'utilisateur', 'utilisateurs', locale);
export const domains = (count: number, locale: string) => plural(count, 'domaine', 'domaines', locale);
export const activityIn = (activity: string, range: string) => `${messages(activity)}, ${range}`;
export const activityAtAnyTime = (activity: string) => `${messages(activity)}, sans limite de dates`;
export const atAnyTime = 'sans limite de dates';
export const onlyStatuses = (statuses: readonly string[]) =>
  `seulement ${statuses.map((status) => STATUSES.get(status) ?? status).join(' ou ')}`;
export const utc = 'UTC';

export const dayAndClock = (day: string, clock: string) => `${day} à ${clock}`;
export const withinDay = (day: string, from: string, to: string) => `${day}, ${from}–${to}`;
export const since = (from: string) => `depuis le ${from}`;
export const until = (to: string) => `jusqu’au ${to}`;
export const fromTo = (from: string, to: string) => `du ${from} au ${to}`;
export const sentFromTo = (from: string, to: string) => `de ${from} à ${to}`;
export const sentSince = (from: string) => `de ${from} à maintenant`;
export const sentUntil = (to: string) => `jusqu’à ${to}`;
