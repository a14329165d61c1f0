// What *Copy request for administrator* copies: exactly what a system administrator has to do.
import { formatList } from '#src/ui/number-format.ts';
import type { FailureView } from './view.ts';
import { keyName, mailboxName, plainText, scopesNeeded, sentence, writtenTime } from './words.ts';

const WHERE = 'Emailgistics Admin → API Access → Add Key';

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

function scopeRequest(view: FailureView, key: string): string[] {
  // What works today must go on working with the new key.
  const scopes = [...new Set([...scopesNeeded(view), ...(view.scopesKnown ?? [])])];
  return [
    `${sentence(key)} lacks a permission for the Emailgistics API. Keys cannot be edited, so please make a new one in ${WHERE}:`,
    [
      `- Scopes, exactly these: ${scopes.length === 0 ? 'as the call below needs' : formatList(scopes)}`,
      `- Mailboxes: the same as those of ${key}`,
    ].join('\n'),
    'Please leave the present key as it is until I have read the results of its runs: only the key that started a run can read it.',
  ];
}

function mailboxRequest(view: FailureView, key: string): string[] {
  return [
    `${sentence(key)} cannot reach ${mailboxName(view, 'a mailbox')} in the Emailgistics API. It is outside the key’s list, or it is gone: the API does not say which.`,
    `If it should be reachable: the list of a key cannot be changed, so please make a new key in ${WHERE} with the same scopes, and with this mailbox beside the present ones.`,
  ];
}
