// What the summary beside the launch form says, in French.
import type { ReactNode } from 'react';
import type { Period } from '#src/contract/reports.ts';
import { plural } from '#src/ui/number-format.ts';
import type { Certainty } from './row-estimate.ts';

export const summary = 'Récapitulatif';
export const launchFor = (report: string, mailboxes: string) => `${report} pour ${mailboxes}`;
export const launchForOver = (report: string, mailboxes: string, request: string) =>
  `${report} pour ${mailboxes}, ${request}`;
export const saidOf = (mailboxes: string, text: string) => `${mailboxes}\u00a0: ${text}`;
export const more = (count: number) => `${count} de plus`;

export const firstPeriod = 'Première période';
export const lastPeriod = 'Dernière période';
export const weeks = 'Semaines';
export const rows = 'Lignes';
export const timeZone = 'Fuseau horaire';
export const key = 'Clé';
export const comparedWith = 'Comparé avec';
export const onThisDesk = 'Déjà présent';
export const scopesNeeded = 'Autorisations requises';
export const slots = 'Créneaux';
export const requests = 'Requêtes';

export const noSuchRun = 'Aucune exécution avec ces réglages pour le moment.';
export const thereAs = (mailbox: ReactNode, what: string) => (
  <>
    {mailbox}
    {`\u00a0: ${what}.`}
  </>
);
export const comparedThere = (mailbox: ReactNode) => (
  <>
    {mailbox}
    {'\u00a0: déjà présente ici, n’occupe aucun créneau.'}
  </>
);

export const usesOneSlot = (total: number, free: number) =>
  `Utilise 1 créneau sur ${total}\u00a0; ${plural(free, 'libre', 'libres')}.`;
export const allSlotsInUse = (total: number) =>
  `Les ${total} créneaux sont occupés. Le lancement reste dans la file d’attente et part dès qu’un créneau se libère.`;
export const waitBeforeIt = (queued: number) =>
  `${plural(queued, 'lancement passe', 'lancements passent')} avant lui.`;
export const launchesFit = (launches: number, free: number, total: number) =>
  `${launches} lancements, un créneau chacun\u00a0: ${plural(free, 'libre', 'libres')} sur ${total}.`;
export const someLaunchesWait = (launches: number, free: number, total: number, waiting: number) =>
  `${launches} lancements, un créneau chacun\u00a0: ${plural(free, 'libre', 'libres')} sur ${total}. Au moins ${plural(waiting, 'd’entre eux reste', 'd’entre eux restent')} dans la file d’attente.`;
export const launchesWait = (launches: number, total: number) =>
  `${launches} lancements, un créneau chacun\u00a0: les ${total} créneaux sont occupés. Ils restent dans la file d’attente et partent à mesure que des créneaux se libèrent.`;
export const waitBeforeThem = (queued: number) =>
  `${plural(queued, 'lancement passe', 'lancements passent')} avant eux.`;
export const requestsTaken = (launches: number, rowsEach: number, perMinute: number) =>
  `${launches} pour le lancement, quelques-unes par minute pendant l’exécution, et 1 par tranche de ${rowsEach} lignes lues. Le compte en a ${perMinute} par minute.`;
export const inTheSlots = 'Dans les créneaux\u00a0:';
export const waiting = 'En attente\u00a0:';

const CERTAINTIES: Readonly<Record<Certainty, string>> = {
  exact: '',
  about: 'Environ ',
  most: 'Jusqu’à ',
};
const PERIODS: Readonly<Record<Period, readonly [string, string]>> = {
  hour: ['heure', 'heures'],
  day: ['jour', 'jours'],
  week: ['semaine', 'semaines'],
  month: ['mois', 'mois'],
};
const rowsOf = (count: number, certainty: Certainty) =>
  `${CERTAINTIES[certainty]}${plural(count, 'ligne', 'lignes')}`;
const periodsOf = (count: number, period: Period) => plural(count, ...PERIODS[period]);
export const rowsPerPeriod = (count: number, certainty: Certainty, period: Period, pages: string) =>
  `${rowsOf(count, certainty)}, une par ${PERIODS[period][0]}${pages}`;
export const rowsForEach = (
  count: number,
  certainty: Certainty,
  periods: number,
  period: Period,
  each: string,
  pages: string,
) => `${rowsOf(count, certainty)}\u00a0: ${periodsOf(periods, period)} × ${each}${pages}`;
export const onePerUser = (periods: number, period: Period) =>
  `Une par utilisateur et par ${PERIODS[period][0]}, sur ${periodsOf(periods, period)}`;
export const onePerDomain = (periods: number, period: Period) =>
  `Une par domaine d’expéditeur et par ${PERIODS[period][0]}, sur ${periodsOf(periods, period)}`;
export const users = (count: number) => plural(count, 'utilisateur', 'utilisateurs');
export const usersAndUnknown = (count: number) =>
  `(${plural(count, 'utilisateur', 'utilisateurs')} et l’inconnu)`;
export const domains = (count: number) => plural(count, 'domaine', 'domaines');
export const onPages = (pages: number, rowsEach: number) =>
  `, ${plural(pages, 'page', 'pages')} de ${rowsEach}`;
export const manyRows = (
  periods: number,
  period: Period,
  certainty: Exclude<Certainty, 'exact'>,
  count: number,
  pages: string,
) =>
  `${periodsOf(periods, period)} dans cette période\u00a0: ${CERTAINTIES[certainty].toLowerCase()}${plural(count, 'ligne', 'lignes')}${pages}.`;
export const manyRowsForEach = (periods: number, period: Period, certainty: Exclude<Certainty, 'exact'>) =>
  `${periodsOf(periods, period)} dans cette période\u00a0: ${CERTAINTIES[certainty].toLowerCase()}autant de lignes pour chaque domaine.`;
export const weeksShownFrom = (weekday: string) =>
  `Affichées à partir du ${weekday}. Le jour par lequel l’API commence ses semaines n’est pas documenté\u00a0: ses lignes peuvent en commencer un autre.`;

const SAME: Readonly<Record<Period, string>> = {
  hour: 'la même heure',
  day: 'le même jour',
  week: 'la même semaine',
  month: 'le même mois',
};
export const compare = 'Comparer avec la période précédente';
export const compareHint = 'Lance aussi le même rapport pour la période précédente, dans un créneau à part.';
export const compareMessagesHint =
  'Lance aussi le même rapport pour le temps qui précède, dans un créneau à part. Nécessite une période avec un début et une fin.';
export const launchesToo = (request: string) => `Lance aussi, dans un créneau à part\u00a0: ${request}.`;
export const isThereToo = (request: string) =>
  `Déjà présent ici, n’occupe pas de second créneau\u00a0: ${request}.`;
export const notPossible = 'Impossible pour le moment.';
export const noEnds = 'Une période sans début ou sans fin n’a pas de période précédente.';
export const tooEarly = 'La période précédente commencerait avant l’an 2000.';
export const samePeriod = (period: Period) =>
  `Groupées par ${PERIODS[period][0]}, les deux exécutions compteraient ${SAME[period]}. Choisissez un groupement plus fin.`;
export const bothCount = (period: Period, days: string) =>
  `Les deux exécutions comptent ${SAME[period]}\u00a0: ${days}.`;

export const exactRequest = 'Requête exacte';
export const exactRequests = (count: number) => `Requêtes exactes (${count})`;
export const copyAsCurl = 'Copier en cURL';
