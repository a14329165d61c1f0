// What other browsers have launched through this gateway: read from its ledger and kept as cards, so that they count for slots
// and are followed here too.
import * as z from 'zod/mini';
import { submissionListSchema, submissionSchema } from '#src/contract/desk.ts';
import type { Submission } from '#src/contract/desk.ts';
import { RESULT_LIFETIME_MS } from '#src/contract/limits.ts';
import type { LaunchRequest } from '#src/contract/reports.ts';
import { isSuccess } from '#src/client/reply.ts';
import type { Reply } from '#src/client/reply.ts';
import { mailboxesQuery } from '#src/connection/queries.ts';
import { adopt, newsOf } from './adopt.ts';
import { attemptKey } from '#src/records/attempt-key.ts';
import { loadedKeys } from './environment.ts';
import type { RunEnvironment } from './environment.ts';
import { replyOrNull } from './ledger-check.ts';
import { launchedAt } from '#src/records/record.ts';
import type { RunRecord } from '#src/records/record.ts';
import { hear } from '#src/records/take.ts';
import * as words from './words.ts';

/** See {@link createElsewhere}. */
export type Elsewhere = {
  /** Reads the ledger's list and takes up what is new in it. A reading under way serves everybody who asks. Never rejects. */
  look(): Promise<void>;
  /** Id of the card that stands for the launch with this record's id, made in another browser; null where there is none. */
  find(recordId: string): Promise<string | null>;
};

/** An entry that may still change is read again until it is this old, in ms: the gateway's own deadlines are shorter. */
const UNSETTLED_MS = 180_000;
/** So many attempts of a launch are looked for by its record's id. */
const ATTEMPTS_SOUGHT = 5;

/** Makes it. Nothing is asked before the first `look`. */
export function createElsewhere(environment: RunEnvironment): Elsewhere {
  const { clock, config, store, queryClient, client } = environment;
  let reading: Promise<void> | null = null;
  /** Desk time of the last whole reading. */
  let readAt: number | null = null;

  function mailboxOf(keyId: string, { parameters }: LaunchRequest): RunRecord['mailbox'] {
    const { mailboxId } = parameters;
    const list = queryClient.getQueryData(mailboxesQuery(client, keyId).queryKey);
    const found = list?.find((mailbox) => mailbox.mailboxId === mailboxId);
    return { name: found?.mailboxName ?? mailboxId, timeZone: found?.timeZone ?? 'UTC' };
  }

  function adoptEntry(entry: Submission, reply: Reply): RunRecord | null {
    const current = config.current();
    if (current === null || entry.keyId === null) return null;
    const { keyId } = entry;
    return adopt(entry, reply, {
      now: clock.now(),
      ledgerId: current.ledgerId,
      upstreamOrigin: current.upstream,
      keyLabel: current.keys.find(({ id }) => id === keyId)?.label ?? words.keyOfAnotherBrowser,
      mailboxOf: (request) => mailboxOf(keyId, request),
    });
  }

  async function refresh(record: RunRecord, entry: Submission, reply: Reply) {
    const now = clock.now();
    const news = newsOf(entry, reply, record, { now, upstreamOrigin: config.current()?.upstream ?? '' });
    if (news === 'nothing-started') await store.remove([record.id]);
    else if (news !== 'wait') await store.update(record.id, (current) => hear(current, news, now));
  }

  async function takeUp(entries: readonly Submission[], reply: Reply) {
    // Read after the list came: whatever this browser has sent since was written down before it left.
    const records = await store.all();
    const known = knownKeys([...records, ...(await store.removed())]);
    for (const entry of entries) {
      const record = records.find(({ id, origin }) => id === entry.id && origin === 'elsewhere');
      if (record?.state === 'sending') await refresh(record, entry, reply);
      const card = known.has(entry.id) ? null : adoptEntry(entry, reply);
      if (card !== null) await store.add(card);
    }
    const gone = records.filter(
      (record) =>
        record.origin === 'elsewhere' &&
        record.state === 'sending' &&
        clock.now() - launchedAt(record) > UNSETTLED_MS &&
        !entries.some(({ id }) => id === record.id),
    );
    await store.remove(gone.map(({ id }) => id));
  }

  /** Cards that were made before their mailbox's name could be read. */
  async function name() {
    const keys = loadedKeys(environment);
    const nameless = (await store.all()).filter(
      ({ origin, mailbox, request, keyId }) =>
        origin === 'elsewhere' && mailbox.name === request.parameters.mailboxId && keys.has(keyId),
    );
    for (const keyId of new Set(nameless.map((record) => record.keyId))) {
      await queryClient.query(mailboxesQuery(client, keyId));
    }
    for (const { id } of nameless) {
      await store.update(id, (record) => {
        const mailbox = mailboxOf(record.keyId, record.request);
        return mailbox.name === record.mailbox.name ? record : { ...record, mailbox };
      });
    }
  }

  /** From when on entries are asked for, epoch ms: all that may still be read at first, then what is new or not settled. */
  function since(now: number): number {
    return readAt === null ? now - RESULT_LIFETIME_MS : readAt - UNSETTLED_MS;
  }

  async function read() {
    const current = config.current();
    if (current === null || environment.status.snapshot().signedOut) return;
    const now = clock.now();
    const query = new URLSearchParams({ since: new Date(since(now)).toISOString() });
    const reply = await replyOrNull(environment, { method: 'GET', target: `/desk/submissions?${query}` });
    const list = reply === null ? null : z.safeParse(submissionListSchema, reply.body);
    if (reply === null || !isSuccess(reply) || list?.success !== true) return;
    await takeUp(list.data.submissions, reply);
    readAt = now;
    void name().catch(() => undefined);
  }

  return {
    look() {
      // Storage that fails costs this reading; the next one begins where the last whole one ended.
      reading ??= read()
        .catch(() => undefined)
        .finally(() => {
          reading = null;
        });
      return reading;
    },
    async find(recordId) {
      for (let attempt = 0; attempt < ATTEMPTS_SOUGHT; attempt += 1) {
        const key = attemptKey(recordId, attempt);
        const known = await store.get(key);
        if (known !== null) return known.id;
        const target = `/desk/submissions/${encodeURIComponent(key)}`;
        const reply = await replyOrNull(environment, { method: 'GET', target });
        // An attempt that the gateway itself refused left no entry, and the next one may have.
        if (reply?.status === 404 && reply.requestId !== null) continue;
        const entry = reply === null ? null : z.safeParse(submissionSchema, reply.body);
        if (reply === null || !isSuccess(reply) || entry?.success !== true) return null;
        const card = adoptEntry(entry.data, reply);
        if (card === null) continue;
        await store.add(card);
        void name().catch(() => undefined);
        return (await store.get(card.id))?.id ?? null;
      }
      return null;
    },
  };
}

/** Keys of every attempt that `records` have made or will make next: none of them is another browser's. */
function knownKeys(records: readonly RunRecord[]): ReadonlySet<string> {
  return new Set(
    records.flatMap(({ id, attempts }) => [
      id,
      ...attempts.map(({ key }) => key),
      attemptKey(id, attempts.length),
    ]),
  );
}
