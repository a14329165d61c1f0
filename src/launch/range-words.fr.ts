// What the launch form says of ranges and clocks, in French.
import type { Period } from '#src/contract/reports.ts';
import type { RangeEndName } from './form-state.ts';

export const range = 'Période';
export const anyTime = 'Les messages de toutes dates, jusqu’à maintenant.';
export const ends: Readonly<Record<RangeEndName, string>> = { from: 'Du', to: 'Au' };
export const groupBy = 'Grouper par';
export const periods: Readonly<Record<Period, string>> = {
  hour: 'Heure',
  day: 'Jour',
  week: 'Semaine',
  month: 'Mois',
};
export const changesOfClocks = 'Changements d’heure';

export const weeksBeginOn = 'Premier jour de la semaine';
export const weekStartHint =
  'Pour «\u00a0Cette semaine\u00a0» et «\u00a0La semaine dernière\u00a0», dans ce navigateur.';
export const weekStartGroupedHint =
  'Pour «\u00a0Cette semaine\u00a0», «\u00a0La semaine dernière\u00a0» et les semaines du récapitulatif, dans ce navigateur. Les lignes sont groupées par l’API, dont les semaines peuvent commencer un autre jour.';

export const sendWithZ = 'Envoyer ces heures avec un Z';
export const sendWithZHint =
  'L’API peut alors les lire en UTC\u00a0: ce qu’un Z signifie ici n’est pas documenté. Sans lui, elles sont envoyées telles quelles.';
export const onlyOneHasZ = (end: string) => `Pour le moment, seul «\u00a0${end}\u00a0» en a un.`;
export const sentWithZ = 'Envoyé avec un Z.';

export const halfFilled =
  'Cette date et cette heure ne sont remplies qu’en partie. Complétez-les, ou videz le champ.';
export const endsBefore =
  'La période finit avant de commencer. Choisissez une date plus tardive dans «\u00a0Au\u00a0», ou plus ancienne dans «\u00a0Du\u00a0».';
export const enterBeginning = 'Saisissez le début de la période.';
export const enterEnd = 'Saisissez la fin de la période.';
export const noSuchTime = 'Cette date ou cette heure n’existe pas. Choisissez-en une autre.';
export const outOfYears = 'Choisissez une date entre le 1\u00a0janvier 2000 et le 31\u00a0décembre 2100.';

export const emptyFrom = 'Laissé vide\u00a0: tout depuis le début.';
export const emptyTo = 'Laissé vide\u00a0: tout jusqu’à maintenant.';

export const sameForYou = 'la même heure pour vous';
export const yourTime = (clock: string) => `${clock} à votre heure`;
export const yourTimeDayBefore = (clock: string) => `${clock} à votre heure, la veille`;
export const yourTimeNextDay = (clock: string) => `${clock} à votre heure, le lendemain`;
export const inZone = (zone: string) => `Fuseau\u00a0: ${zone}.`;
export const daysInZone = (days: string, zone: string) => `${days}, ${zone}.`;
export const clockIs = (clock: string, zone: string, own: string) => `${clock} (${zone}), c’est ${own}.`;
export const midnightIs = (zone: string, first: string, begins: string, last: string, ends: string) =>
  `Le ${first}, 00:00 (${zone}), c’est ${begins}\u00a0; le ${last}, c’est ${ends}.`;

export const comesTwice = (clock: string, zone: string, day: string) =>
  `${clock} (${zone}) se présente deux fois le ${day}, quand les horloges reculent. Laquelle des deux l’API retient n’est pas documenté.`;
export const dayNeverComes = (day: string, zone: string) =>
  `Le ${day} n’existe pas (${zone})\u00a0: le calendrier le saute.`;
export const neverComes = (clock: string, zone: string, day: string, before: string, after: string) =>
  `${clock} (${zone}) n’existe pas le ${day}\u00a0: les horloges passent de ${before} à ${after}.`;
export const daySkipped = (day: string) => `Le calendrier saute le ${day}.`;
export const clocksGoForward = (day: string, hours: string) =>
  `Les horloges avancent le ${day}\u00a0: ce jour compte ${hours}\u00a0heures.`;
export const clocksGoBack = (day: string, hours: string) =>
  `Les horloges reculent le ${day}\u00a0: ce jour compte ${hours}\u00a0heures.`;
export const clocksChangeAgain = 'L’heure change encore plus tard dans cette période.';

export const endTakesHour = (end: string, from: string, to: string) =>
  `Une fin à ${end} compte aussi l’heure de ${from} à ${to}.`;
export const endTakesDays = (end: string, days: string) =>
  `Une fin à ${end} compte aussi en entier\u00a0: ${days}.`;
export const endTakesWeek = (end: string, day: string, weekday: string) =>
  `Une fin à ${end} compte aussi toute la semaine du ${day}, là où les semaines commencent le ${weekday}.`;
export const endLeavesDay = (day: string) => `Une fin à 00:00 ne compte pas le ${day}.`;
export const endLeavesMinute = (day: string) =>
  `Une fin à 23:59:00 ne compte pas la dernière minute du ${day}.`;
