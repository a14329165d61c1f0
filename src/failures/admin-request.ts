// What *Copy request for administrator* copies: exactly what a system administrator has to do.
import { REPORTS } from '#src/contract/reports.ts';
import { formatList, plural } from '#src/ui/number-format.ts';
import type { FailureView } from './view.ts';
import { keyName, mailboxName, plainText, scopesNeeded, sentence, writtenTime } from './words.ts';

const WHERE = 'Emailgistics Admin → API Access → Add Key';
/** More names than this would bury the request. */
const MOST_NAMES = 40;

/** The text of the request, for the two kinds that offer it. */
export function adminRequest(view: FailureView): string {
  const key = keyName(view, 'the key that I use');
  return [
    'Hello,',
    ...(view.kind === 'mailbox-out-of-reach' ? mailboxRequest(view, key) : scopeRequest(view, key)),
    `Seen ${writtenTime(view.at, view)}${view.subject === undefined ? '' : `, ${plainText(view.subject)}`}${
      view.requestId === null ? '' : `, request ${plainText(view.requestId)}`
    }.`,
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
  return ['Hello,', ...widerKey(keyName({ keyLabel }, 'the key that I use'), scopes, mailboxes)].join('\n\n');
}

/** The request for the first key of a desk, `upstream` being the origin of the account. */
export function firstKeyRequest(upstream: string): string {
  return [
    'Hello,',
    `I need a key for the Emailgistics API (${plainText(upstream)}) to run reports. Please make one in ${WHERE}:`,
    [
      ...REPORTS.map(({ title, scopes }) => `- For ${title}: ${formatList([...scopes])}`),
      '- To list and download attachments of messages: messages:read and messages:content',
      '- Mailboxes: those that I report on',
    ].join('\n'),
    'Scopes, mailboxes and expiry date cannot be changed later. The value is shown once: please send it to me in a safe way.',
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
  return [
    `${sentence(key)} lacks a permission for the Emailgistics API. Keys cannot be edited, so please make a new one in ${WHERE}:`,
    [
      `- Scopes, exactly these: ${scopes.length === 0 ? 'as the call below needs' : formatList(scopes)}`,
      `- Mailboxes: the same as those of ${key}${mailboxNames(mailboxes)}`,
    ].join('\n'),
    'Please leave the present key as it is until I have read the results of its runs: only the key that started a run can read it.',
  ];
}

function mailboxRequest(view: FailureView, key: string): string[] {
  return [
    `${sentence(key)} cannot reach ${mailboxName(view, 'a mailbox')} in the Emailgistics API. It is outside the key’s list, or it is gone: the API does not say which.`,
    `If it should be reachable: the list of a key cannot be changed, so please make a new key in ${WHERE} with the same scopes, and with this mailbox beside the present ones${mailboxNames(view.keyMailboxes)}.`,
  ];
}

/** " (Sales, Support and 3 more)"; '' where the names are not known. */
function mailboxNames(names: readonly string[] | undefined): string {
  if (names === undefined || names.length === 0) return '';
  const shown = names.slice(0, MOST_NAMES).map((name) => plainText(name));
  const rest = names.length - shown.length;
  return ` (${formatList(rest === 0 ? shown : [...shown, plural(rest, 'more', 'more')])})`;
}
