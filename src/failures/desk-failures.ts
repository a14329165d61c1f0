// The catalogue's rows for the desk itself: key, log-in, connection, address, and our own mistakes (failures.md).
import type { DeskCode } from '#src/contract/desk.ts';
import { CRASH_TITLE } from './crash-title.ts';
import type { Entries } from './entry.ts';
import { isLaunch, keyName, plainText, reasonOf, when } from './words.ts';

const NO_KEY: DeskCode = 'desk-key-missing';

/** Rows of the catalogue by kind. */
export const DESK_FAILURES = {
  'key-refused': {
    title: 'Key not accepted',
    tone: 'danger',
    icon: 'key',
    said: (view) => [
      view.code === NO_KEY
        ? 'This desk has no key yet, or has forgotten it.'
        : `The API did not accept ${keyName(view)}. It is missing, mistyped, expired or deleted; the API does not say which.`,
      `${isLaunch(view) && view.queued !== true ? 'The report was not started; its settings are kept. ' : ''}Polling and the queue are paused for this key until it is entered.`,
      'A new key cannot open the old key’s runs. Saved copies stay.',
    ],
    primary: 'enter-key',
    secondary: ['open-saved-copies'],
  },
  'not-recognised': {
    title: 'Address not recognised',
    tone: 'waiting',
    icon: 'doubt',
    said: (view) => [
      `${isLaunch(view) ? 'The report was not started. ' : ''}${
        view.status === 404
          ? 'There is nothing at the address that was asked.'
          : 'The address that was asked gave an answer that this desk does not know.'
      } The base address or a saved link may be wrong.`,
      'Check connection shows which address this desk uses.',
    ],
    primary: 'check-connection',
    secondary: ['copy-details'],
  },
  'connection-lost': {
    title: 'Connection lost',
    tone: 'waiting',
    icon: 'lost',
    said: (view, { now }) => [
      view.lastGoodAt === undefined || view.lastGoodAt === null
        ? 'No answer comes from this desk. What is on the page stays.'
        : `No answer comes from this desk. The page shows what was known ${when(view.lastGoodAt, now, view)}.`,
      view.retryAt === null || view.retryAt <= now
        ? 'Runs go on at Emailgistics. Reconnect now asks again; it only reads.'
        : `Runs go on at Emailgistics. The desk asks again by itself ${when(view.retryAt, now, view)}.`,
    ],
    primary: 'reconnect',
    secondary: ['open-saved-copies'],
  },
  'signed-out': {
    title: 'Signed out of this desk',
    tone: 'danger',
    icon: 'lock',
    said: () => [
      'This desk asks for its access token. Updates and the queue wait until then.',
      'Runs go on at Emailgistics. The form and the board stay as they are.',
    ],
    primary: 'sign-in',
    secondary: [],
  },
  'desk-refused': {
    title: 'This desk refused the request',
    tone: 'danger',
    icon: 'refused',
    said: (view) => [
      'Nothing was sent to Emailgistics: the gateway of this desk stopped the request.',
      reasonOf(view, 'The gateway’s reason'),
      'Copy the details for whoever runs this desk.',
    ],
    primary: 'copy-details',
    secondary: ['check-connection'],
  },
  crashed: {
    title: CRASH_TITLE,
    tone: 'danger',
    icon: 'alert',
    said: (view, { size }) => [
      `A mistake in the desk’s own code${
        view.shown === undefined ? '' : ` kept this from being shown: ${plainText(view.shown)}`
      }. Nothing was sent.`,
      size === 'root'
        ? 'Runs go on at Emailgistics, and what this desk has written down is kept.'
        : 'The rest of the desk works, and runs go on at Emailgistics.',
    ],
    primary: 'reload-panel',
    secondary: ['copy-details'],
  },
} as const satisfies Entries;
