// The day that weeks begin with, where that makes a difference to what is launched or shown.
import { ChoiceGroup } from '#src/ui/choice-group.tsx';
import { setWeekStart, WEEKDAY_LABELS, weekStartOf, weekStartsFor } from '#src/range/week-start.ts';
import type { Weekday } from '#src/range/week-start.ts';
import * as words from './range-words.ts';

type WeekStartFieldProps = {
  value: Weekday;
  /** Whether rows are grouped by week, which is up to the API. */
  grouped: boolean;
};

export function WeekStartField({ value, grouped }: WeekStartFieldProps) {
  const days = new Set([...weekStartsFor(weekStartOf(navigator.language)), value]);
  return (
    <ChoiceGroup
      legend={words.weeksBeginOn}
      look="segments"
      choices={[...days].map((day) => ({ value: String(day), label: WEEKDAY_LABELS[day] }))}
      value={String(value)}
      hint={grouped ? words.weekStartGroupedHint : words.weekStartHint}
      onChange={(chosen) => {
        const day = [...days].find((known) => String(known) === chosen);
        if (day !== undefined) setWeekStart(day);
      }}
    />
  );
}
