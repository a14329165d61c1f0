// The part that only reads: the mailbox list, and what the API answers to keys and ids that do not exist.
import { MAILBOXES_PATH, RESULTS_PREFIX } from '#src/contract/endpoints.ts';
import type { FactId } from './facts.ts';
import { compare, isObject, RULES } from './forms.ts';
import { ask, bearer, CannotGoOnError } from './inspection.ts';
import type { Inspection } from './inspection.ts';
import { addressKind, kindOf } from './redact.ts';
import type { Answer } from './wire.ts';

/** A mailbox that can be launched for. */
export type Target = { readonly mailboxId: string; readonly timeZone: string };
/** A mailbox as it is listed; `isUsable`: active, in a time zone that is known. */
type Listed = Target & { readonly isUsable: boolean };

const USER_FIELDS = { userId: RULES.text, userName: RULES.text, userEmail: RULES.text, active: RULES.flag };
const TAG_FIELDS = { tagId: RULES.text, tagName: RULES.text, tagColor: RULES.text, active: RULES.flag };
const MAILBOX_FIELDS = {
  mailboxId: RULES.text,
  mailboxName: RULES.text,
  mailboxEmail: RULES.text,
  active: RULES.flag,
  timeZone: RULES.text,
  users: RULES.list,
  tags: RULES.list,
};

/** Ids that nobody gave out. The first of the message's has the characters that real ones have (contract.md section 10). */
const MADE_UP_RESULT = 'conformance-check-made-up';
const MADE_UP_MESSAGE = encodeURIComponent('AAMk/conformance+made-up==');
const MADE_UP_ATTACHMENT = encodeURIComponent('AAMk/attachment+made-up==');
const WRONG_KEY = 'conformance-check-key-that-nobody-has';

/** Asks everything that can be asked without a launch. Gives the mailboxes. Throws {@link CannotGoOnError} where the key opens nothing. */
export async function probe(inspection: Inspection): Promise<Listed[]> {
  const { findings } = inspection;
  const listed = checkMailboxes(inspection, await askMailboxes(inspection));

  const keys = [
    { fact: 'wrong-key', what: 'unknown key', authorization: `Bearer ${WRONG_KEY}` },
    { fact: 'missing-key', what: 'no key', authorization: null },
    { fact: 'malformed-key', what: 'malformed header', authorization: 'Bearer' },
  ] as const;
  for (const { fact, what, authorization } of keys) {
    const { status } = await ask(inspection, { what, target: MAILBOXES_PATH, authorization });
    findings.check(fact, status === 401, `HTTP ${String(status)}`);
  }

  const askFor = (what: string, target: string) =>
    ask(inspection, { what, target, authorization: bearer(inspection) });
  const result = await askFor('made-up result', `${RESULTS_PREFIX}${MADE_UP_RESULT}`);
  findings.check('made-up-result', result.status === 404, `HTTP ${String(result.status)}`);

  const attachments = `/api/v1/messages/${MADE_UP_MESSAGE}/attachments`;
  const messages: { fact: FactId; what: string; target: string }[] = [
    { fact: 'made-up-message', what: 'made-up message', target: attachments },
    {
      fact: 'made-up-attachment',
      what: 'made-up attachment',
      target: `${attachments}/${MADE_UP_ATTACHMENT}/download`,
    },
  ];
  for (const { fact, what, target } of messages) {
    const { status, body } = await askFor(what, target);
    findings.check(fact, status === 404 || status === 403, `HTTP ${String(status)}`);
    const isOwn = isObject(body) && body['status'] === 'error';
    findings.check(
      'encoded-ids',
      isOwn,
      isOwn ? '' : `${what}: HTTP ${String(status)} that is not the API's own`,
    );
  }
  return listed;
}

async function askMailboxes(inspection: Inspection): Promise<Answer> {
  const call = { what: 'mailbox list', target: MAILBOXES_PATH, authorization: bearer(inspection) };
  const answer = await ask(inspection, call);
  const { status, headers } = answer;
  if (status === 401)
    throw new CannotGoOnError('The key was refused (HTTP 401): it is unknown, expired or deleted.');
  if (status === 403)
    throw new CannotGoOnError('The key was refused (HTTP 403): it lacks the scope reporting.');
  if (status >= 300 && status < 400) {
    const to = URL.parse(headers.get('location') ?? '', inspection.origin)?.href ?? '';
    throw new CannotGoOnError(
      `${inspection.origin} redirects (HTTP ${String(status)} to ${addressKind(to, inspection.origin)}): redirects are not followed, because the key would go along.`,
    );
  }
  return answer;
}

function checkMailboxes({ findings }: Inspection, { status, body }: Answer): Listed[] {
  const list = isObject(body) ? body['mailboxes'] : undefined;
  if (status !== 200 || !isObject(body) || !Array.isArray(list)) {
    findings.check(
      'mailboxes-answer',
      false,
      `HTTP ${String(status)}, ${isObject(body) ? `\`mailboxes\` is ${kindOf(list)}` : kindOf(body)}`,
    );
    return [];
  }
  findings.check('mailboxes-answer', true, `HTTP 200, ${list.length === 0 ? 'no mailbox' : 'mailboxes'}`);
  const parts = [
    { fact: 'mailbox-fields', at: 'mailboxes[].', fields: MAILBOX_FIELDS, items: list },
    { fact: 'user-fields', at: 'mailboxes[].users[].', fields: USER_FIELDS, items: partsOf(list, 'users') },
    { fact: 'tag-fields', at: 'mailboxes[].tags[].', fields: TAG_FIELDS, items: partsOf(list, 'tags') },
  ] as const;
  for (const name of compare(body, { mailboxes: RULES.any }).unknown)
    findings.note(`Undocumented field: ${name}`);
  for (const { fact, at, fields, items } of parts) {
    for (const item of items as unknown[]) {
      if (!isObject(item)) {
        findings.check(fact, false, `${at.slice(0, -1)} is ${kindOf(item)}`);
        continue;
      }
      const { wrong, unknown } = compare(item, fields, at);
      findings.check(fact, wrong.length === 0, wrong.join('; '));
      for (const name of unknown) findings.note(`Undocumented field: ${name}`);
    }
  }
  return list.filter(isObject).flatMap((mailbox) => {
    const { mailboxId, timeZone, active } = mailbox;
    if (typeof mailboxId !== 'string' || typeof timeZone !== 'string') return [];
    const isKnown = isTimeZone(timeZone);
    findings.check('mailbox-time-zone', isKnown, isKnown ? '' : kindOf(timeZone));
    return [{ mailboxId, timeZone, isUsable: active !== false && isKnown }];
  });
}

function partsOf(list: readonly unknown[], name: 'users' | 'tags'): unknown[] {
  return list.flatMap((mailbox): unknown[] => {
    const parts = isObject(mailbox) ? mailbox[name] : undefined;
    return Array.isArray(parts) ? parts : [];
  });
}

/** An offset such as `+05:00` is no name of a zone, though the platform takes it for one. */
function isTimeZone(name: string): boolean {
  if (!/^[A-Za-z]/.test(name)) return false;
  try {
    new Intl.DateTimeFormat('en', { timeZone: name });
    return true;
  } catch {
    return false;
  }
}
