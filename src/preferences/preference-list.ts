// Every preference of the desk, with the words of its page.
import { refreshPace } from '#src/connection/refresh-pace.ts';
import { singleKeys } from '#src/palette/single-keys.ts';
import { WEEKDAY_NAMES, weekStartChoice, weekStartOf, weekStartsFor } from '#src/range/week-start.ts';
import type { DensityStore, ThemeStore } from '#src/ui/theme.ts';
import { viewerZone, zoneLabel } from '#src/ui/time-format.ts';
import { zoneChoice } from '#src/ui/zone-choice.ts';
import { preferenceOf } from './preference.ts';
import type { Preference } from './preference.ts';

export type PreferenceSection = { readonly title: string; readonly preferences: readonly Preference[] };

/** `language` is the browser's: it says with which day weeks usually begin. */
export function preferenceSections(
  theme: ThemeStore,
  density: DensityStore,
  language: string,
): readonly PreferenceSection[] {
  const usualDay = weekStartOf(language);
  return [
    {
      title: 'Appearance',
      preferences: [
        preferenceOf({
          id: 'theme',
          legend: 'Theme',
          kept: theme,
          answers: [
            ['system', 'As the system'],
            ['light', 'Light'],
            ['dark', 'Dark'],
          ],
        }),
        preferenceOf({
          id: 'density',
          legend: 'Density',
          hint: 'Compact shows more cards and rows at a time.',
          kept: density,
          answers: [
            ['comfortable', 'Comfortable'],
            ['compact', 'Compact'],
          ],
        }),
      ],
    },
    {
      title: 'Times',
      preferences: [
        preferenceOf({
          id: 'zone',
          legend: 'Show times in',
          hint: 'On cards, in the list and in the panels of failures. Ranges and results are always in the time of their mailbox.',
          kept: zoneChoice,
          answers: [
            ['mine', `My time (${zoneLabel(viewerZone())})`],
            ['mailbox', 'Mailbox time'],
            ['utc', 'UTC'],
          ],
        }),
        preferenceOf({
          id: 'week-start',
          legend: 'Weeks begin on',
          hint: 'For This week and Last week, and for the weeks in the summary of a launch. Rows by week are grouped by Emailgistics, whose weeks may begin on another day.',
          kept: weekStartChoice,
          answers: [
            [null, `As usual here (${WEEKDAY_NAMES[usualDay]})`],
            ...weekStartsFor(usualDay).map((day) => [day, WEEKDAY_NAMES[day]] as const),
          ],
        }),
      ],
    },
    {
      title: 'Updates',
      preferences: [
        preferenceOf({
          id: 'pace',
          legend: 'Ask how runs are',
          hint: 'Slower asks about each run once a minute at most, and reads the meters every half minute: fewer of the account’s requests, and an end is seen later.',
          kept: refreshPace,
          answers: [
            ['normal', 'As often as is useful'],
            ['slower', 'Slower'],
          ],
        }),
      ],
    },
    {
      title: 'Keyboard',
      preferences: [
        preferenceOf({
          id: 'single-keys',
          legend: 'Shortcuts of a single key',
          hint: 'Press ? to see them all. Turn them off where a program that types for you sets them off.',
          kept: singleKeys,
          answers: [
            [true, 'On'],
            [false, 'Off'],
          ],
        }),
      ],
    },
  ];
}
