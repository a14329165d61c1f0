// What *Copy request for administrator* copies: exactly what a system administrator has to do.
import { REPORTS } from '#src/contract/reports.ts';
import { formatList } from '#src/ui/number-format.ts';
import { keyName, mailboxName, plainText, scopesNeeded, sentence, writtenTime } from './phrases.ts';
import * as words from './request-words.ts';
import type { FailureView } from './view.ts';

/** More names than this would bury the request. */
const MOST_NAMES = 40;

/** The text of the request, for the two kinds that offer it. */
export function adminRequest(view: FailureView): string {
  const key = keyName(view, words.keyIUse);
  return [
    words.hello,
    ...(view.kind === 'mailbox-out-of-reach' ? mailboxRequest(view, key) : scopeRequest(view, key)),
    words.seen(
      [
        writtenTime(view.at, view),
        ...(view.subject === undefined ? [] : [plainText(view.subject)]),
        ...(view.requestId === null ? [] : [words.requestCalled(plainText(view.requestId))]),
      ].join(', '),
    ),
  ].join('\n\n');
}

/** What a key with more scopes has to be like. */
export type WiderKey = {
  /** Label of the present key. */
  readonly keyLabel?: string | undefined;
  readonly scopes: readonly string[];
  /** Names of the present key's mailboxes, where they are known. */
  readonly mailboxes?: readonly string[] | undefined;
};

/** The request for a key with more scopes, where no single failure is at hand. */
export function widerKeyRequest({ keyLabel, scopes, mailboxes }: WiderKey): string {
  return [words.hello, ...widerKey(keyName({ keyLabel }, words.keyIUse), scopes, mailboxes)].join('\n\n');
}

/** The request for the first key of a desk, `upstream` being the origin of the account. */
export function firstKeyRequest(upstream: string): string {
  return [
    words.hello,
    words.needKey(plainText(upstream)),
    [
      ...REPORTS.map(({ title, scopes }) => words.forReport(title, formatList([...scopes]))),
      words.forAttachments,
      words.mailboxesReportedOn,
    ].join('\n'),
    words.cannotBeChangedLater,
  ].join('\n\n');
}

function scopeRequest(view: FailureView, key: string): string[] {
  // What works today must go on working with the new key.
  const scopes = [...new Set([...scopesNeeded(view), ...(view.scopesKnown ?? [])])];
  return widerKey(key, scopes, view.keyMailboxes);
}

function widerKey(
  key: string,
  scopes: readonly string[],
  mailboxes: readonly string[] | undefined,
): string[] {
  const names = mailboxNames(mailboxes);
  return [
    words.lacksPermission(sentence(key)),
    [
      scopes.length === 0 ? words.scopesOfCall : words.exactScopes(formatList(scopes)),
      words.sameMailboxes(names === null ? key : words.withNames(key, names)),
    ].join('\n'),
    words.leavePresentKey,
  ];
}

function mailboxRequest(view: FailureView, key: string): string[] {
  const names = mailboxNames(view.keyMailboxes);
  return [
    words.cannotReach(sentence(key), mailboxName(view, words.aMailbox)),
    names === null ? words.keyWithMailbox : words.keyWithMailboxBeside(names),
  ];
}

/** "Sales, Support and 3 more"; null where the names are not known. */
function mailboxNames(names: readonly string[] | undefined): string | null {
  if (names === undefined || names.length === 0) return null;
  const shown = names.slice(0, MOST_NAMES).map((name) => plainText(name));
  const rest = names.length - shown.length;
  return formatList(rest === 0 ? shown : [...shown, words.more(rest)]);
}
