// Every preference of the desk, with the words of its page.
import { LANGUAGES } from '#src/contract/languages.ts';
import { refreshPace } from '#src/connection/refresh-pace.ts';
import { singleKeys } from '#src/palette/single-keys.ts';
import {
  WEEKDAY_LABELS,
  WEEKDAY_NAMES,
  weekStartChoice,
  weekStartOf,
  weekStartsFor,
} from '#src/range/week-start.ts';
import type { DensityStore, ThemeStore } from '#src/ui/theme.ts';
import { viewerZone, zoneLabel } from '#src/ui/time-format.ts';
import { zoneChoice } from '#src/ui/zone-choice.ts';
import { languageChoice } from './language-choice.ts';
import { preferenceOf } from './preference.ts';
import type { Preference } from './preference.ts';
import * as words from './words.ts';

export type PreferenceSection = {
  /** Of its heading in the page. */
  readonly id: string;
  readonly title: string;
  readonly preferences: readonly Preference[];
};

/**
 * `language` is the browser's: it says with which day weeks usually begin. `isBuilt`: the pages are there in every language, as they
 * are not while the desk is worked on.
 */
export function preferenceSections(
  theme: ThemeStore,
  density: DensityStore,
  language: string,
  isBuilt: boolean,
): readonly PreferenceSection[] {
  const usualDay = weekStartOf(language);
  const sections = [
    {
      id: 'appearance',
      title: words.appearance,
      preferences: [
        preferenceOf({
          id: 'theme',
          legend: words.theme,
          kept: theme,
          answers: [
            ['system', words.asSystem],
            ['light', words.light],
            ['dark', words.dark],
          ],
        }),
        preferenceOf({
          id: 'density',
          legend: words.density,
          hint: words.densityHint,
          kept: density,
          answers: [
            ['comfortable', words.comfortable],
            ['compact', words.compact],
          ],
        }),
      ],
    },
    {
      id: 'times',
      title: words.times,
      preferences: [
        preferenceOf({
          id: 'zone',
          legend: words.zone,
          hint: words.zoneHint,
          kept: zoneChoice,
          answers: [
            ['mine', words.myTime(zoneLabel(viewerZone()))],
            ['mailbox', words.mailboxTime],
            ['utc', words.utc],
          ],
        }),
        preferenceOf({
          id: 'week-start',
          legend: words.weekStart,
          hint: words.weekStartHint,
          kept: weekStartChoice,
          answers: [
            [null, words.asUsualHere(WEEKDAY_NAMES[usualDay])],
            ...weekStartsFor(usualDay).map((day) => [day, WEEKDAY_LABELS[day]] as const),
          ],
        }),
      ],
    },
    {
      id: 'updates',
      title: words.updates,
      preferences: [
        preferenceOf({
          id: 'pace',
          legend: words.pace,
          hint: words.paceHint,
          kept: refreshPace,
          answers: [
            ['normal', words.asUseful],
            ['slower', words.slower],
          ],
        }),
      ],
    },
    {
      id: 'keyboard',
      title: words.keyboard,
      preferences: [
        preferenceOf({
          id: 'single-keys',
          legend: words.singleKeys,
          hint: words.singleKeysHint,
          kept: singleKeys,
          answers: [
            [true, words.on],
            [false, words.off],
          ],
        }),
      ],
    },
  ];
  return isBuilt ? [...sections, LANGUAGE_SECTION] : sections;
}

/** Last, also in files: it loads the page anew. */
const LANGUAGE_SECTION: PreferenceSection = {
  id: 'language',
  title: words.languages,
  preferences: [
    preferenceOf({
      id: 'language',
      legend: words.language,
      hint: words.languageHint,
      kept: languageChoice,
      answers: [
        [null, words.asTheBrowser],
        ['en', LANGUAGES.en],
        ['fr', LANGUAGES.fr],
      ],
    }),
  ],
};
