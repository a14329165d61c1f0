// Everything that a failure can lead to, by id, with the words on its button (failures.md).
import { CONCURRENT_RUNS } from '#src/contract/limits.ts';
import type { IconName } from '#src/ui/icon.tsx';

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
  'edit-and-run': { label: 'Edit and run' },
  'copy-details': { label: 'Copy details', own: true },
  'reload-first-page': { label: 'Reload from first page', icon: 'refresh' },
  'export-loaded-rows': { label: 'Export rows already loaded', icon: 'download' },
  'enter-key': { label: 'Enter key', icon: 'key' },
  'open-saved-copies': { label: 'Open saved copies' },
  'use-key-with-more-scopes': { label: 'Use a key with more scopes', icon: 'key' },
  'copy-request': { label: 'Copy request for administrator', own: true },
  'keep-old-key': { label: 'Keep old key for current runs' },
  'switch-key': { label: 'Switch key', icon: 'key' },
  'hide-card': { label: 'Hide card' },
  'run-again': { label: 'Run again', costsSlot: true },
  'open-saved-copy': { label: 'Open saved copy' },
  'run-again-with-this-key': { label: 'Run again with this key', costsSlot: true },
  'choose-mailbox': { label: 'Choose another mailbox' },
  'refresh-mailboxes': { label: 'Refresh mailbox list', icon: 'refresh' },
  'check-once-more': { label: 'Check once more', icon: 'refresh' },
  'check-connection': { label: 'Check connection' },
  'show-budget': { label: 'What used the budget' },
  'keep-in-queue': {
    label: 'Keep in queue',
    own: true,
    confirms: 'It stays in the queue. Nothing else has to be done.',
  },
  'remove-from-queue': { label: 'Remove from queue', icon: 'close' },
  'check-now': { label: 'Check now', icon: 'refresh' },
  'pause-updates': { label: 'Pause updates', icon: 'pause' },
  'keep-waiting': {
    label: 'Keep waiting',
    own: true,
    confirms: 'The desk goes on waiting. Nothing else has to be done.',
  },
  'treat-as-not-started': { label: 'Treat as not started' },
  'start-another': {
    label: 'Start another anyway',
    costsSlot: true,
    tick: 'I know that this may make a duplicate',
  },
  reconnect: { label: 'Reconnect now', icon: 'refresh' },
  'show-raw-reply': { label: 'Show raw reply', own: true },
  'keep-watching': {
    label: 'Keep watching',
    own: true,
    confirms: 'The desk goes on watching this run. Nothing else has to be done.',
  },
  'slower-updates': {
    label: 'Slower updates',
    confirms: 'This run is asked about once a minute from now on.',
  },
  'export-now': { label: 'Export now', icon: 'download' },
  'free-space': { label: 'Free space', icon: 'trash' },
  'sign-in': { label: 'Sign in', icon: 'lock' },
  'reload-panel': { label: 'Reload this panel', icon: 'refresh' },
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
  return `${label} · uses 1 of ${slotsTotal} slots`;
}
