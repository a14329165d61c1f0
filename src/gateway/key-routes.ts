// Adding and forgetting keys. A key is checked with one mailbox list, then kept in memory; it never comes back out.
import * as z from 'zod/mini';
import { MAILBOXES_PATH } from '#src/contract/endpoints.ts';
import { mailboxListSchema } from '#src/contract/mailboxes.ts';
import type { Budget } from '#src/upstream/budget.ts';
import { budgetRefusal } from '#src/forwarding/budget-refusal.ts';
import type { Exchange } from '#src/upstream/exchange.ts';
import type { KeyRing } from '#src/forwarding/keys.ts';
import { json, refuse } from '#src/forwarding/problem.ts';
import { READ_FAILURES } from '#src/forwarding/reads.ts';
import { reply, replyHeaders } from '#src/forwarding/reply-headers.ts';
import { parseJson } from '#src/upstream/run-status.ts';

// What can stand in an Authorization header after "Bearer ".
const newKey = z.object({
  label: z.string().check(z.trim(), z.minLength(1), z.maxLength(100)),
  key: z.string().check(z.trim(), z.regex(/^[\x21-\x7e]{1,4096}$/)),
});

/**
 * `POST /desk/keys`: 201 with `{ id, label, mailboxes }`; 401 `desk-key-refused` when the API does not accept the key; what the
 * API answered in every other case.
 */
export async function addKey(
  body: unknown,
  signal: AbortSignal,
  parts: { exchange: Exchange; budget: Budget; keys: KeyRing },
): Promise<Response> {
  const given = z.safeParse(newKey, body);
  if (!given.success) {
    return refuse('request-invalid', {
      message: 'Send { "label", "key" }: a name, and the key as it was shown.',
    });
  }
  const { label, key } = given.data;
  const turn = await parts.budget.acquire('read', signal);
  if (turn.kind !== 'granted') return budgetRefusal(turn);
  const call = { path: MAILBOXES_PATH, search: '', key, accept: 'application/json' };
  const answer = await parts.exchange.whole(call, turn.grant, signal);
  if (answer.kind !== 'answer') return refuse(READ_FAILURES[answer.kind]);
  if (answer.status === 401) return refuse('desk-key-refused');
  if (answer.status === 408) return refuse('upstream-timeout');
  if (answer.status < 200 || answer.status > 299) {
    return reply(answer.status, replyHeaders(answer.headers), answer.body);
  }
  const list = parseJson(answer.body);
  if (!z.safeParse(mailboxListSchema, list).success) return refuse('upstream-failed');
  const added = parts.keys.add(label, key, 'entered');
  if (added === null) return refuse('desk-overloaded', { message: 'This desk holds too many keys.' });
  return json({ ...(list as object), id: added.id, label: added.label }, 201);
}
