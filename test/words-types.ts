// Compiles only where each catalogue of words has the same names and parameters in every language.
import type { Translation } from '#src/ui/translation.ts';
import type * as connection from '#src/connection/words.ts';
import * as connectionFr from '#src/connection/words.fr.ts';
import type * as failures from '#src/failures/words.ts';
import * as failuresFr from '#src/failures/words.fr.ts';
import type * as failuresDesk from '#src/failures/desk-words.ts';
import * as failuresDeskFr from '#src/failures/desk-words.fr.ts';
import type * as failuresLaunch from '#src/failures/launch-words.ts';
import * as failuresLaunchFr from '#src/failures/launch-words.fr.ts';
import type * as failuresPanel from '#src/failures/panel-words.tsx';
import * as failuresPanelFr from '#src/failures/panel-words.fr.tsx';
import type * as failuresRequest from '#src/failures/request-words.ts';
import * as failuresRequestFr from '#src/failures/request-words.fr.ts';
import type * as failuresResult from '#src/failures/result-words.ts';
import * as failuresResultFr from '#src/failures/result-words.fr.ts';
import type * as launch from '#src/launch/words.ts';
import * as launchFr from '#src/launch/words.fr.ts';
import type * as launchDuplicate from '#src/launch/duplicate-words.ts';
import * as launchDuplicateFr from '#src/launch/duplicate-words.fr.ts';
import type * as launchMailbox from '#src/launch/mailbox-words.ts';
import * as launchMailboxFr from '#src/launch/mailbox-words.fr.ts';
import type * as launchNotice from '#src/launch/notice-words.tsx';
import * as launchNoticeFr from '#src/launch/notice-words.fr.tsx';
import type * as launchPreset from '#src/launch/preset-words.ts';
import * as launchPresetFr from '#src/launch/preset-words.fr.ts';
import type * as launchRange from '#src/launch/range-words.ts';
import * as launchRangeFr from '#src/launch/range-words.fr.ts';
import type * as launchSummary from '#src/launch/summary-words.tsx';
import * as launchSummaryFr from '#src/launch/summary-words.fr.tsx';
import type * as rangePresets from '#src/range/range-presets-words.ts';
import * as rangePresetsFr from '#src/range/range-presets-words.fr.ts';
import type * as rangeWeek from '#src/range/week-words.ts';
import * as rangeWeekFr from '#src/range/week-words.fr.ts';
import type * as ui from '#src/ui/words.ts';
import * as uiFr from '#src/ui/words.fr.ts';

export const FRENCH = {
  connection: connectionFr satisfies Translation<typeof connection>,
  failures: failuresFr satisfies Translation<typeof failures>,
  failuresDesk: failuresDeskFr satisfies Translation<typeof failuresDesk>,
  failuresLaunch: failuresLaunchFr satisfies Translation<typeof failuresLaunch>,
  failuresPanel: failuresPanelFr satisfies Translation<typeof failuresPanel>,
  failuresRequest: failuresRequestFr satisfies Translation<typeof failuresRequest>,
  failuresResult: failuresResultFr satisfies Translation<typeof failuresResult>,
  launch: launchFr satisfies Translation<typeof launch>,
  launchDuplicate: launchDuplicateFr satisfies Translation<typeof launchDuplicate>,
  launchMailbox: launchMailboxFr satisfies Translation<typeof launchMailbox>,
  launchNotice: launchNoticeFr satisfies Translation<typeof launchNotice>,
  launchPreset: launchPresetFr satisfies Translation<typeof launchPreset>,
  launchRange: launchRangeFr satisfies Translation<typeof launchRange>,
  launchSummary: launchSummaryFr satisfies Translation<typeof launchSummary>,
  rangePresets: rangePresetsFr satisfies Translation<typeof rangePresets>,
  rangeWeek: rangeWeekFr satisfies Translation<typeof rangeWeek>,
  ui: uiFr satisfies Translation<typeof ui>,
};
