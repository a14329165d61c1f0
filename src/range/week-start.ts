// The day that weeks begin with: what is usual where the operator's language is spoken, until another day is chosen here. Remembered
// where the browser allows it, else for this visit.
import { useSyncExternalStore } from 'react';

/** 1 = Monday … 7 = Sunday, as ISO 8601 counts them. */
export type Weekday = 1 | 2 | 3 | 4 | 5 | 6 | 7;

export const WEEKDAY_NAMES: Readonly<Record<Weekday, string>> = {
  1: 'Monday',
  2: 'Tuesday',
  3: 'Wednesday',
  4: 'Thursday',
  5: 'Friday',
  6: 'Saturday',
  7: 'Sunday',
};

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

export type WeekStartChoice = {
  /** Null where none was chosen. */
  get: () => Weekday | null;
  set: (day: Weekday) => void;
  subscribe: (listener: () => void) => () => void;
};

const STORAGE_KEY = 'desk-week-start';

/** `storage` throws where storage is blocked: reading the property itself does so there. */
export function createWeekStartChoice(
  storage: () => Pick<Storage, 'getItem' | 'setItem'> = () => window.localStorage,
): WeekStartChoice {
  const listeners = new Set<() => void>();
  /** What could not be stored. */
  let held: Weekday | null = null;
  return {
    get() {
      if (held !== null) return held;
      try {
        const kept = Number(storage().getItem(STORAGE_KEY));
        return isWeekday(kept) ? kept : null;
      } catch {
        return null;
      }
    },
    set(day) {
      held = null;
      try {
        storage().setItem(STORAGE_KEY, String(day));
      } catch {
        held = day;
      }
      for (const listener of listeners) listener();
    },
    subscribe(listener) {
      listeners.add(listener);
      // Another tab may be where it was chosen.
      window.addEventListener('storage', listener);
      return () => {
        listeners.delete(listener);
        window.removeEventListener('storage', listener);
      };
    },
  };
}

const choice = createWeekStartChoice();

/** The day that weeks begin with for this operator; whoever shows it is shown again when it changes. */
export function useWeekStart(): Weekday {
  const chosen = useSyncExternalStore(choice.subscribe, choice.get);
  return chosen ?? weekStartOf(navigator.language);
}

/** Keeps the operator's choice. */
export function setWeekStart(day: Weekday): void {
  choice.set(day);
}
