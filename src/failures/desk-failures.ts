// The catalogue's rows for the desk itself: key, log-in, connection, address, and our own mistakes (failures.md).
import type { DeskCode } from '#src/contract/desk.ts';
import * as words from './desk-words.ts';
import type { Entries } from './entry.ts';
import { isLaunch, keyName, paragraph, plainText, reasonOf, when } from './phrases.ts';
import * as first from './words.ts';

const NO_KEY: DeskCode = 'desk-key-missing';

/** Rows of the catalogue by kind. */
export const DESK_FAILURES = {
  'key-refused': {
    title: words.keyNotAccepted,
    tone: 'danger',
    icon: 'key',
    said: (view) => [
      view.code === NO_KEY ? words.noKeyYet : words.keyRefused(keyName(view)),
      paragraph(isLaunch(view) && view.queued !== true ? words.notStartedKept : '', words.pausedForKey),
      words.newKeyCannotOpen,
    ],
    primary: 'enter-key',
    secondary: ['open-saved-copies'],
  },
  'not-recognised': {
    title: words.addressNotRecognised,
    tone: 'waiting',
    icon: 'doubt',
    said: (view) => [
      paragraph(
        isLaunch(view) ? words.notStarted : '',
        view.status === 404 ? words.nothingThere : words.unknownAnswer,
        words.addressMayBeWrong,
      ),
      words.connectionShowsAddress,
    ],
    primary: 'check-connection',
    secondary: ['copy-details'],
  },
  'connection-lost': {
    title: first.connectionLost,
    tone: 'waiting',
    icon: 'lost',
    said: (view, { now }) => [
      view.lastGoodAt === undefined || view.lastGoodAt === null
        ? words.noAnswer
        : words.noAnswerSince(when(view.lastGoodAt, now, view)),
      view.retryAt === null || view.retryAt <= now
        ? words.runsGoOn
        : words.asksAgain(when(view.retryAt, now, view)),
    ],
    primary: 'reconnect',
    secondary: ['open-saved-copies'],
  },
  'signed-out': {
    title: words.signedOut,
    tone: 'danger',
    icon: 'lock',
    said: () => [words.asksForToken, words.boardStays],
    primary: 'sign-in',
    secondary: [],
  },
  'desk-refused': {
    title: words.deskRefused,
    tone: 'danger',
    icon: 'refused',
    said: (view) => [words.gatewayStopped, reasonOf(view, 'gateway'), words.forWhoeverRunsIt],
    primary: 'copy-details',
    secondary: ['check-connection'],
  },
  crashed: {
    title: first.somethingBroke,
    tone: 'danger',
    icon: 'alert',
    said: (view, { size }) => [
      view.shown === undefined ? words.ownMistake : words.keptFromBeingShown(plainText(view.shown)),
      size === 'root' ? words.writtenDownIsKept : words.restWorks,
    ],
    primary: 'reload-panel',
    secondary: ['copy-details'],
  },
} as const satisfies Entries;
