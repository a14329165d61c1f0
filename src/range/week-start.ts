// The day that weeks begin with: what is usual where the operator's language is spoken, until another day is chosen here. Remembered
// where the browser allows it, else for this visit.
import { createRemembered, useRemembered } from '#src/ui/remembered.ts';
import type { Remembered, RememberedIn } from '#src/ui/remembered.ts';
import * as words from './week-words.ts';

/** 1 = Monday … 7 = Sunday, as ISO 8601 counts them. */
export type Weekday = 1 | 2 | 3 | 4 | 5 | 6 | 7;

/** Within a sentence. */
export const WEEKDAY_NAMES: Readonly<Record<Weekday, string>> = words.weekdays;

/** By themselves. */
export const WEEKDAY_LABELS: Readonly<Record<Weekday, string>> = words.weekdayLabels;

/** The days that calendars in use begin their weeks with, commonest first. */
const USUAL: readonly Weekday[] = [1, 7, 6];

/** Browsers have the week either as a method or as a property; not all have it. */
type LocaleWithWeek = { getWeekInfo?: () => { firstDay: number }; weekInfo?: { firstDay: number } };

/** Regions whose weeks do not begin on Monday (Unicode CLDR 48), for browsers that do not know. */
const REGIONS: readonly (readonly [Weekday, string])[] = [
  [5, 'MV'],
  [6, 'AF BH DJ DZ EG IQ IR JO KW LY OM QA SD SY'],
  [
    7,
    'AG AS BD BR BS BT BW BZ CA CO DM DO ET GT GU HK HN ID IL IN IS JM JP KE KH KR LA MH MM MO MT MX MZ NI NP PA PE PH PK PR PT PY SA SG SV TH TT TW UM US VE VI WS YE ZA ZW',
  ],
];

/** First day of the week where `locale` is spoken; Monday for what is no locale. */
export function weekStartOf(locale: string): Weekday {
  try {
    const spoken: LocaleWithWeek & Intl.Locale = new Intl.Locale(locale);
    const known = spoken.getWeekInfo?.().firstDay ?? spoken.weekInfo?.firstDay;
    return isWeekday(known) ? known : usualIn(spoken.maximize().region ?? '');
  } catch {
    return 1;
  }
}

function usualIn(region: string): Weekday {
  return REGIONS.find(([, regions]) => regions.split(' ').includes(region))?.[0] ?? 1;
}

function isWeekday(value: unknown): value is Weekday {
  return Number.isInteger(value) && Object.hasOwn(WEEKDAY_NAMES, String(value));
}

/** The days to choose from; `own`, where it is none of the usual ones, is among them. */
export function weekStartsFor(own: Weekday): readonly Weekday[] {
  return USUAL.includes(own) ? USUAL : [...USUAL, own];
}

/** The operator's choice, null where none was made. */
export function createWeekStartChoice(storage?: RememberedIn): Remembered<Weekday | null> {
  return createRemembered<Weekday | null>({
    key: 'desk-week-start',
    read(text) {
      const day = Number(text);
      return isWeekday(day) ? day : null;
    },
    write: String,
    storage,
  });
}

/** This browser's. */
export const weekStartChoice = createWeekStartChoice();

/** The day that weeks begin with for this operator; whoever shows it is shown again when it changes. */
export function useWeekStart(): Weekday {
  return useRemembered(weekStartChoice) ?? weekStartOf(navigator.language);
}

/** Keeps the operator's choice. */
export function setWeekStart(day: Weekday): void {
  weekStartChoice.set(day);
}
