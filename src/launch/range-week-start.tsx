// The day that weeks begin with, where that makes a difference to what is launched or shown.
import { ChoiceGroup } from '#src/ui/choice-group.tsx';
import { setWeekStart, WEEKDAY_NAMES, weekStartOf, weekStartsFor } from '#src/range/week-start.ts';
import type { Weekday } from '#src/range/week-start.ts';

type WeekStartFieldProps = {
  value: Weekday;
  /** Whether rows are grouped by week, which is up to the API. */
  grouped: boolean;
};

export function WeekStartField({ value, grouped }: WeekStartFieldProps) {
  const days = new Set([...weekStartsFor(weekStartOf(navigator.language)), value]);
  return (
    <ChoiceGroup
      legend="Weeks begin on"
      look="segments"
      choices={[...days].map((day) => ({ value: String(day), label: WEEKDAY_NAMES[day] }))}
      value={String(value)}
      hint={
        grouped
          ? 'For This week, Last week and the weeks in the summary, in this browser. Rows are grouped by the API, whose weeks may begin on another day.'
          : 'For This week and Last week, in this browser.'
      }
      onChange={(chosen) => {
        const day = [...days].find((known) => String(known) === chosen);
        if (day !== undefined) setWeekStart(day);
      }}
    />
  );
}
