// The days of the week: within a sentence, and by themselves.
import type { Weekday } from './week-start.ts';

export const weekdays: Readonly<Record<Weekday, string>> = {
  1: 'Monday',
  2: 'Tuesday',
  3: 'Wednesday',
  4: 'Thursday',
  5: 'Friday',
  6: 'Saturday',
  7: 'Sunday',
};

export const weekdayLabels: Readonly<Record<Weekday, string>> = { ...weekdays };
