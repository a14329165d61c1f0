// Pieces of sentences that the rows of the catalogue share: times, names and what a server said.
import { endpointAt, pathOf, RESULTS_PREFIX } from '#src/contract/endpoints.ts';
import type { Scope } from '#src/contract/reports.ts';
import { formatInstant, formatRelative, formatWhen, viewerZone, zoneLabel } from '#src/ui/time-format.ts';
import { redact } from './redact.ts';
import type { FailureFacts, FailureView } from './view.ts';

/** Longest part of a server's message that is quoted in a text; *Details* has all of it. */
const QUOTED_CHARACTERS = 400;
/** Control characters, and those that change the direction of the text around them. */
const UNSEEN = /[\p{Cc}\u200e\u200f\u202a-\u202e\u2066-\u2069\s]+/gu;

/** An instant as it is said: "today 14:02 Toronto time (4 min ago)". */
export function when(at: number, now: number, { timeZone }: Pick<FailureFacts, 'timeZone'>): string {
  return `${atTime(at, now, { timeZone })} (${formatRelative(at, now)})`;
}

/** An instant beside a countdown, which says how far off it is: "today 14:02 Toronto time". */
export function atTime(at: number, now: number, { timeZone }: Pick<FailureFacts, 'timeZone'>): string {
  return `${formatWhen(at, now, { timeZone })} ${zoneLabel(timeZone ?? viewerZone())}`;
}

/** An instant as it is written down: "23 Nov 2026, 14:02 Toronto time". */
export function writtenTime(at: number, { timeZone }: Pick<FailureFacts, 'timeZone'>): string {
  return formatInstant(at, { timeZone });
}

/** Foreign text on one line, without characters that could disturb the words around it, and without anything like a key. */
export function plainText(text: string, limit: number = Number.POSITIVE_INFINITY): string {
  const line = redact(text).replace(UNSEEN, ' ').trim();
  const characters = Array.from(line);
  return characters.length > limit ? `${characters.slice(0, limit).join('').trimEnd()}…` : line;
}

/** What a server gave as its reason, after `whose` ("The service's reason"); says so where it gave none. */
export function reasonOf({ message }: FailureView, whose: string): string {
  const text = plainText(message ?? '', QUOTED_CHARACTERS);
  return text === '' ? `${whose} is not known: it gave none.` : `${whose}: “${text}”`;
}

/** `key “Full access”`, or `otherwise` where the label is not known. */
export function keyName({ keyLabel }: FailureFacts, otherwise = 'the key'): string {
  return keyLabel === undefined ? otherwise : `key “${plainText(keyLabel)}”`;
}

/** `“Sales Department”`, or `otherwise` where the name is not known. */
export function mailboxName({ mailboxName: name }: FailureFacts, otherwise = 'the mailbox'): string {
  return name === undefined ? otherwise : `“${plainText(name)}”`;
}

/** Sentences as one paragraph; empty ones are left out. */
export function paragraph(...sentences: readonly string[]): string {
  return sentences.filter((text) => text !== '').join(' ');
}

/**
 * What the key's mailbox list shows of the mailbox, as a paragraph; none where the list was not read about then. It narrows the
 * causes down and proves none: the API answers alike for a mailbox outside of the list and for one that is gone.
 */
export function listed(view: FailureView, now: number): string[] {
  if (view.mailboxListed === undefined) return [];
  const { at, listed: has } = view.mailboxListed;
  const list = `The list of ${keyName(view, 'this key')}, read ${when(at, now, view)},`;
  return [
    has
      ? `${list} has this mailbox, so the mailbox may be gone since, or the list out of date.`
      : `${list} does not have this mailbox.`,
  ];
}

/** The sentence with its first letter large. */
export function sentence(text: string): string {
  return text.charAt(0).toUpperCase() + text.slice(1);
}

/** When it is tried again, if that is known. */
export function nextTry({ retryAt, ...facts }: FailureView, now: number, otherwise: string): string {
  return retryAt === null || retryAt <= now
    ? otherwise
    : `It is tried again by itself ${when(retryAt, now, facts)}.`;
}

/** Whether the request was a launch. */
export function isLaunch({ method, target }: Pick<FailureView, 'method' | 'target'>): boolean {
  return method === 'POST' && endpointAt(pathOf(target))?.kind === 'launch';
}

/** Whether it is about a run that can be followed or read. */
export function isAboutRun(view: FailureView): boolean {
  return view.launchedAt !== undefined || pathOf(view.target).startsWith(RESULTS_PREFIX);
}

/** The scopes that the call needs: as told, else by its address. */
export function scopesNeeded(view: Pick<FailureView, 'target' | 'scopesNeeded'>): readonly Scope[] {
  return view.scopesNeeded ?? endpointAt(pathOf(view.target))?.scopes ?? [];
}

/** Why there is no reply to show, or null where a request was made. */
export function unasked({ asked, kind }: Pick<FailureView, 'asked' | 'kind'>): string | null {
  if (asked !== false) return null;
  if (kind === 'crashed' || kind === 'copy-not-saved') return 'No request was made for this.';
  return kind === 'not-downloadable'
    ? 'No request was needed: the list of attachments says of what kind it is.'
    : 'No request was needed: this follows from the time and the loaded keys.';
}
