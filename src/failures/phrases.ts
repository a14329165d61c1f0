// Pieces that the sentences of the catalogue share: times, names and what a server said.
import { endpointAt, pathOf, RESULTS_PREFIX } from '#src/contract/endpoints.ts';
import type { Scope } from '#src/contract/reports.ts';
import { formatInstant, formatRelative, formatWhen, knownZone, zoneLabel } from '#src/ui/time-format.ts';
import { shownZone } from '#src/ui/zone-choice.ts';
import * as words from './panel-words.tsx';
import { redact } from './redact.ts';
import type { FailureFacts, FailureView } from './view.ts';

/** Longest part of a server's message that is quoted in a text; *Details* has all of it. */
const QUOTED_CHARACTERS = 400;
/** Control characters, and those that change the direction of the text around them. */
const UNSEEN = /[\p{Cc}\u200e\u200f\u202a-\u202e\u2066-\u2069\s]+/gu;

/** An instant as it is said: "today 14:02 Toronto time (4 min ago)". What comes within seconds is not "just now". */
export function when(at: number, now: number, { timeZone }: Pick<FailureFacts, 'timeZone'>): string {
  const time = atTime(at, now, { timeZone });
  const age = formatRelative(at, now);
  return at > now && age === formatRelative(now, now) ? time : words.timeAndAge(time, age);
}

/** An instant beside a countdown, which says how far off it is: "today 14:02 Toronto time". */
export function atTime(at: number, now: number, { timeZone }: Pick<FailureFacts, 'timeZone'>): string {
  const zone = timeZone ?? shownZone();
  return words.timeInZone(formatWhen(at, now, { timeZone: zone }), zoneLabel(knownZone(zone)));
}

/** An instant as it is written down: "23 Nov 2026, 14:02 Toronto time". */
export function writtenTime(at: number, { timeZone }: Pick<FailureFacts, 'timeZone'>): string {
  return formatInstant(at, { timeZone: timeZone ?? shownZone() });
}

/** Foreign text on one line, without characters that could disturb the words around it, and without anything like a key. */
export function plainText(text: string, limit: number = Number.POSITIVE_INFINITY): string {
  const line = redact(text).replace(UNSEEN, ' ').trim();
  const characters = Array.from(line);
  return characters.length > limit ? `${characters.slice(0, limit).join('').trimEnd()}…` : line;
}

/** What the service, or the gateway of this desk, gave as its reason; says so where it gave none. */
export function reasonOf({ message }: FailureView, whose: 'service' | 'gateway'): string {
  const text = plainText(message ?? '', QUOTED_CHARACTERS);
  if (whose === 'service') return text === '' ? words.noReasonOfService : words.reasonOfService(text);
  return text === '' ? words.noReasonOfGateway : words.reasonOfGateway(text);
}

/** `key “Full access”`, or `otherwise` where the label is not known. */
export function keyName({ keyLabel }: FailureFacts, otherwise: string = words.theKey): string {
  return keyLabel === undefined ? otherwise : words.keyCalled(plainText(keyLabel));
}

/** `“Sales Department”`, or `otherwise` where the name is not known. */
export function mailboxName(
  { mailboxName: name }: FailureFacts,
  otherwise: string = words.theMailbox,
): string {
  return name === undefined ? otherwise : words.mailboxCalled(plainText(name));
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
  const key = keyName(view, words.thisKey);
  const read = when(at, now, view);
  return [has ? words.listHasMailbox(key, read) : words.listLacksMailbox(key, read)];
}

/** The sentence with its first letter large. */
export function sentence(text: string): string {
  return text.charAt(0).toUpperCase() + text.slice(1);
}

/** When it is tried again, if that is known. */
export function nextTry({ retryAt, ...facts }: FailureView, now: number, otherwise: string): string {
  return retryAt === null || retryAt <= now ? otherwise : words.triedAgain(when(retryAt, now, facts));
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
  if (kind === 'crashed' || kind === 'copy-not-saved') return words.noRequestMade;
  return kind === 'not-downloadable' ? words.listDecided : words.clockDecided;
}
