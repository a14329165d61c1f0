// Everything that a failure can lead to, by id, with what its button says and takes (failures.md).
import { CONCURRENT_RUNS } from '#src/contract/limits.ts';
import type { IconName } from '#src/ui/icon.tsx';
import * as words from './words.ts';

/** What is known of an action before anybody offers it. */
export type Action = {
  /** The product's words: operators and tests look for them. */
  readonly label: string;
  readonly icon?: IconName;
  /** Starts a run, which its button says. */
  readonly costsSlot?: true;
  /** What has to be ticked before the button works. */
  readonly tick?: string;
  /** Nothing has to be done for it: the panel confirms it in place with these words. */
  readonly confirms?: string;
  /** The panel does it itself, without a handler. */
  readonly own?: true;
};

/** See {@link Action}. */
export const ACTIONS = {
  'edit-and-run': { label: words.editAndRun },
  'copy-details': { label: words.copyDetails, own: true },
  'reload-first-page': { label: words.reloadFirstPage, icon: 'refresh' },
  'export-loaded-rows': { label: words.exportLoadedRows, icon: 'download' },
  'enter-key': { label: words.enterKey, icon: 'key' },
  'open-saved-copies': { label: words.openSavedCopies },
  'use-key-with-more-scopes': { label: words.useKeyWithMoreScopes, icon: 'key' },
  'copy-request': { label: words.copyRequest, own: true },
  'keep-old-key': { label: words.keepOldKey },
  'switch-key': { label: words.switchKey, icon: 'key' },
  'hide-card': { label: words.hideCard },
  'run-again': { label: words.runAgain, costsSlot: true },
  'open-saved-copy': { label: words.openSavedCopy },
  'run-again-with-this-key': { label: words.runAgainWithThisKey, costsSlot: true },
  'choose-mailbox': { label: words.chooseMailbox },
  'refresh-mailboxes': { label: words.refreshMailboxes, icon: 'refresh' },
  'check-once-more': { label: words.checkOnceMore, icon: 'refresh' },
  'check-connection': { label: words.checkConnection },
  'show-budget': { label: words.showBudget },
  'keep-in-queue': {
    label: words.keepInQueue,
    own: true,
    confirms: words.staysInQueue,
  },
  'remove-from-queue': { label: words.removeFromQueue, icon: 'close' },
  'check-now': { label: words.checkNow, icon: 'refresh' },
  'pause-updates': { label: words.pauseUpdates, icon: 'pause' },
  'keep-waiting': {
    label: words.keepWaiting,
    own: true,
    confirms: words.goesOnWaiting,
  },
  'treat-as-not-started': { label: words.treatAsNotStarted },
  'start-another': {
    label: words.startAnother,
    costsSlot: true,
    tick: words.mayMakeDuplicate,
  },
  reconnect: { label: words.reconnect, icon: 'refresh' },
  'show-raw-reply': { label: words.showRawReply, own: true },
  'keep-watching': {
    label: words.keepWatching,
    own: true,
    confirms: words.goesOnWatching,
  },
  'slower-updates': {
    label: words.slowerUpdates,
    confirms: words.askedOnceAMinute,
  },
  'export-now': { label: words.exportNow, icon: 'download' },
  'free-space': { label: words.freeSpace, icon: 'trash' },
  'sign-in': { label: words.signIn, icon: 'lock' },
  'reload-panel': { label: words.reloadPanel, icon: 'refresh' },
} as const satisfies Record<string, Action>;

/** See {@link ACTIONS}. */
export type ActionId = keyof typeof ACTIONS;

/** What a page gives a panel: what to do for each action that it can do there. */
export type FailureHandlers = Partial<Record<ActionId, () => void>>;

/** {@link ACTIONS} with every optional field in sight. */
export function actionOf(id: ActionId): Action {
  return ACTIONS[id];
}

/** The whole text of an action's button: "Run again · uses 1 of 3 slots" where it costs one. */
export function actionLabel(id: ActionId, slotsTotal: number = CONCURRENT_RUNS): string {
  const { label, costsSlot } = actionOf(id);
  return costsSlot === true ? slotLabel(label, slotsTotal) : label;
}

/** The text of a button that starts a run: it says what it takes. */
export function slotLabel(label: string, slotsTotal: number): string {
  return words.usesSlot(label, slotsTotal);
}
