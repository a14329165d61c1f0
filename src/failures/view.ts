// A failure with everything that its words need to know. Words and buttons are a function of this value and of the time.
import type { Scope } from '#src/contract/reports.ts';
import type { RunFailure } from '#src/records/failure.ts';

/**
 * What the words need beside the evidence. Everything is optional: what is not known is left out of the text, never guessed.
 * Times are epoch ms of the desk's clock.
 */
export type FailureFacts = {
  /** What it is about, such as "Mailbox Performance · Sales Department"; said in announcements and copies. */
  readonly subject?: string | undefined;
  /** IANA name of the zone in which times are given; the one that the operator wants them in when left out. */
  readonly timeZone?: string | undefined;
  readonly keyLabel?: string | undefined;
  readonly mailboxName?: string | undefined;
  /** Label of the form's field that the server's reason names. */
  readonly field?: string | undefined;
  /** Scopes that the call needs; found by the address of the request when left out. */
  readonly scopesNeeded?: readonly Scope[] | undefined;
  /** Scopes that have worked with this key. */
  readonly scopesKnown?: readonly Scope[] | undefined;
  /** What the key's mailbox list shows of this mailbox, where it was read about then; `at` is when. */
  readonly mailboxListed?: { readonly at: number; readonly listed: boolean } | undefined;
  /** Names of the mailboxes that the key has, where its list is known. */
  readonly keyMailboxes?: readonly string[] | undefined;
  /** What a switch to another key would orphan, in words; '' where nothing needs the key. */
  readonly keyInUse?: string | undefined;
  readonly launchedAt?: number | undefined;
  /** When the API stops keeping the result. */
  readonly expiresAt?: number | undefined;
  /** Last good answer; null where there was none. */
  readonly lastGoodAt?: number | null | undefined;
  /** Slots in use and in all. */
  readonly slots?: { readonly used: number; readonly total: number } | undefined;
  /** Until when a launch of unknown outcome counts as holding a slot; null = it holds none. */
  readonly slotUntil?: number | null | undefined;
  /** Whether every period of the result is final; null or absent = not known. */
  readonly final?: boolean | null | undefined;
  /** Label of the key that *Run again with this key* would use. */
  readonly otherKeyLabel?: string | undefined;
  /** Why an attachment has no content to give, where that is known: what it is instead of a file, or `gone` from Exchange. */
  readonly attachment?: 'link' | 'item' | 'gone' | undefined;
  /** Whether the operator asked for slower updates. */
  readonly slower?: boolean | undefined;
  /** Whether the launch waits in this desk's queue. Taken as true when left out. */
  readonly queued?: boolean | undefined;
  /** What was on screen when it crashed. */
  readonly shown?: string | undefined;
  /** How long the request took, in ms. */
  readonly elapsedMs?: number | undefined;
  /** Origin of the API (its base address), for the cURL line. */
  readonly upstreamOrigin?: string | undefined;
  /** Body of the launch as it was sent. */
  readonly launchBody?: string | undefined;
  /** False where no request was made to find this out. Taken as true when left out. */
  readonly asked?: boolean | undefined;
};

/** What a failure panel shows. */
export type FailureView = RunFailure & FailureFacts;

/** Where a failure is shown: in a card, across a page, or where the whole desk would be. */
export type FailureSize = 'card' | 'page' | 'root';
