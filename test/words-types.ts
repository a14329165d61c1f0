// Compiles only where each catalogue of words has the same names and parameters in every language.
import type { Translation } from '#src/ui/translation.ts';
import type * as app from '#src/app/words.ts';
import * as appFr from '#src/app/words.fr.ts';
import type * as appConnection from '#src/app/connection-words.tsx';
import * as appConnectionFr from '#src/app/connection-words.fr.tsx';
import type * as appCopies from '#src/app/copies-words.ts';
import * as appCopiesFr from '#src/app/copies-words.fr.ts';
import type * as appFrame from '#src/app/frame-words.tsx';
import * as appFrameFr from '#src/app/frame-words.fr.tsx';
import type * as appKey from '#src/app/key-words.tsx';
import * as appKeyFr from '#src/app/key-words.fr.tsx';
import type * as appKeyDialog from '#src/app/key-dialog-words.tsx';
import * as appKeyDialogFr from '#src/app/key-dialog-words.fr.tsx';
import type * as appNotices from '#src/app/notices-words.ts';
import * as appNoticesFr from '#src/app/notices-words.fr.ts';
import type * as board from '#src/board/words.ts';
import * as boardFr from '#src/board/words.fr.ts';
import type * as boardCard from '#src/board/card-words.tsx';
import * as boardCardFr from '#src/board/card-words.fr.tsx';
import type * as boardDrill from '#src/board/drill-words.ts';
import * as boardDrillFr from '#src/board/drill-words.fr.ts';
import type * as boardFilter from '#src/board/filter-words.ts';
import * as boardFilterFr from '#src/board/filter-words.fr.ts';
import type * as boardFirstSteps from '#src/board/first-steps-words.tsx';
import * as boardFirstStepsFr from '#src/board/first-steps-words.fr.tsx';
import type * as boardList from '#src/board/list-words.ts';
import * as boardListFr from '#src/board/list-words.fr.ts';
import type * as boardSlots from '#src/board/slots-words.ts';
import * as boardSlotsFr from '#src/board/slots-words.fr.ts';
import type * as charts from '#src/charts/words.ts';
import * as chartsFr from '#src/charts/words.fr.ts';
import type * as chartsChart from '#src/charts/chart-words.ts';
import * as chartsChartFr from '#src/charts/chart-words.fr.ts';
import type * as connection from '#src/connection/words.ts';
import * as connectionFr from '#src/connection/words.fr.ts';
import type * as copies from '#src/copies/words.ts';
import * as copiesFr from '#src/copies/words.fr.ts';
import type * as exports from '#src/exports/words.ts';
import * as exportsFr from '#src/exports/words.fr.ts';
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
import type * as messages from '#src/messages/words.tsx';
import * as messagesFr from '#src/messages/words.fr.tsx';
import type * as palette from '#src/palette/words.ts';
import * as paletteFr from '#src/palette/words.fr.ts';
import type * as paletteKeyboard from '#src/palette/keyboard-words.ts';
import * as paletteKeyboardFr from '#src/palette/keyboard-words.fr.ts';
import type * as preferences from '#src/preferences/words.ts';
import * as preferencesFr from '#src/preferences/words.fr.ts';
import type * as rangePresets from '#src/range/range-presets-words.ts';
import * as rangePresetsFr from '#src/range/range-presets-words.fr.ts';
import type * as rangeWeek from '#src/range/week-words.ts';
import * as rangeWeekFr from '#src/range/week-words.fr.ts';
import type * as records from '#src/records/words.ts';
import * as recordsFr from '#src/records/words.fr.ts';
import type * as results from '#src/results/words.ts';
import * as resultsFr from '#src/results/words.fr.ts';
import type * as resultsCompare from '#src/results/compare-words.ts';
import * as resultsCompareFr from '#src/results/compare-words.fr.ts';
import type * as resultsCopy from '#src/results/copy-words.ts';
import * as resultsCopyFr from '#src/results/copy-words.fr.ts';
import type * as resultsExport from '#src/results/export-words.ts';
import * as resultsExportFr from '#src/results/export-words.fr.ts';
import type * as resultsSendNow from '#src/results/send-now-words.ts';
import * as resultsSendNowFr from '#src/results/send-now-words.fr.ts';
import type * as resultsTable from '#src/results/table-words.tsx';
import * as resultsTableFr from '#src/results/table-words.fr.tsx';
import type * as rows from '#src/rows/words.ts';
import * as rowsFr from '#src/rows/words.fr.ts';
import type * as runs from '#src/runs/words.ts';
import * as runsFr from '#src/runs/words.fr.ts';
import type * as runsForecast from '#src/runs/forecast-words.ts';
import * as runsForecastFr from '#src/runs/forecast-words.fr.ts';
import type * as ui from '#src/ui/words.ts';
import * as uiFr from '#src/ui/words.fr.ts';
import type * as uiControl from '#src/ui/control-words.ts';
import * as uiControlFr from '#src/ui/control-words.fr.ts';
import type * as worker from '#src/worker/words.ts';
import * as workerFr from '#src/worker/words.fr.ts';

export const FRENCH = {
  app: appFr satisfies Translation<typeof app>,
  appConnection: appConnectionFr satisfies Translation<typeof appConnection>,
  appCopies: appCopiesFr satisfies Translation<typeof appCopies>,
  appFrame: appFrameFr satisfies Translation<typeof appFrame>,
  appKey: appKeyFr satisfies Translation<typeof appKey>,
  appKeyDialog: appKeyDialogFr satisfies Translation<typeof appKeyDialog>,
  appNotices: appNoticesFr satisfies Translation<typeof appNotices>,
  board: boardFr satisfies Translation<typeof board>,
  boardCard: boardCardFr satisfies Translation<typeof boardCard>,
  boardDrill: boardDrillFr satisfies Translation<typeof boardDrill>,
  boardFilter: boardFilterFr satisfies Translation<typeof boardFilter>,
  boardFirstSteps: boardFirstStepsFr satisfies Translation<typeof boardFirstSteps>,
  boardList: boardListFr satisfies Translation<typeof boardList>,
  boardSlots: boardSlotsFr satisfies Translation<typeof boardSlots>,
  charts: chartsFr satisfies Translation<typeof charts>,
  chartsChart: chartsChartFr satisfies Translation<typeof chartsChart>,
  connection: connectionFr satisfies Translation<typeof connection>,
  copies: copiesFr satisfies Translation<typeof copies>,
  exports: exportsFr satisfies Translation<typeof exports>,
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
  messages: messagesFr satisfies Translation<typeof messages>,
  palette: paletteFr satisfies Translation<typeof palette>,
  paletteKeyboard: paletteKeyboardFr satisfies Translation<typeof paletteKeyboard>,
  preferences: preferencesFr satisfies Translation<typeof preferences>,
  rangePresets: rangePresetsFr satisfies Translation<typeof rangePresets>,
  rangeWeek: rangeWeekFr satisfies Translation<typeof rangeWeek>,
  records: recordsFr satisfies Translation<typeof records>,
  results: resultsFr satisfies Translation<typeof results>,
  resultsCompare: resultsCompareFr satisfies Translation<typeof resultsCompare>,
  resultsCopy: resultsCopyFr satisfies Translation<typeof resultsCopy>,
  resultsExport: resultsExportFr satisfies Translation<typeof resultsExport>,
  resultsSendNow: resultsSendNowFr satisfies Translation<typeof resultsSendNow>,
  resultsTable: resultsTableFr satisfies Translation<typeof resultsTable>,
  rows: rowsFr satisfies Translation<typeof rows>,
  runs: runsFr satisfies Translation<typeof runs>,
  runsForecast: runsForecastFr satisfies Translation<typeof runsForecast>,
  ui: uiFr satisfies Translation<typeof ui>,
  uiControl: uiControlFr satisfies Translation<typeof uiControl>,
  worker: workerFr satisfies Translation<typeof worker>,
};
