// @vitest-environment node
import { describe, expect, it } from 'vitest';
import { createApiClient } from '#src/client/api-client.ts';
import { createDeskClock } from '#src/client/desk-clock.ts';
import { createQueryClient } from '#src/client/query-client.ts';
import { createDeskStatus } from '#src/connection/desk-status.ts';
import { mailboxesReadAt, refreshMailboxes, watchMailboxLists } from '#src/connection/mailbox-lists.ts';
import { connectionKeys } from '#src/connection/queries.ts';

const NOW = Date.parse('2026-11-23T19:02:00Z');
const LIST = { mailboxes: [{ mailboxId: 'mb_1', mailboxName: 'Sales', timeZone: 'America/Toronto' }] };

function setUp() {
  let now = NOW;
  let answer = () => Response.json(LIST);
  const asked: string[] = [];
  const clock = createDeskClock(() => now);
  const client = createApiClient({
    clock,
    fetch: (target) => {
      asked.push(target);
      const response = answer();
      response.headers.set('Desk-Request-Id', 'req-1');
      return Promise.resolve(response);
    },
  });
  const queryClient = createQueryClient({ random: () => 0 });
  const status = createDeskStatus();
  const stop = watchMailboxLists(queryClient, { clock, status });
  const refuse = (code: string) => () =>
    Response.json({ status: 'error', error: { code, message: 'No.' } }, { status: 401 });
  return {
    asked,
    queryClient,
    status,
    stop,
    refresh: () => refreshMailboxes({ client, queryClient, status }, 'k1'),
    readAt: () => mailboxesReadAt(queryClient, 'k1'),
    pass(ms: number) {
      now += ms;
    },
    refuseWith(code: string) {
      answer = refuse(code);
    },
  };
}

describe('the mailbox list of a key', () => {
  it('is asked for once a press, however fresh it is, and tells when it was read by the desk’s clock', async () => {
    const desk = setUp();
    expect(desk.readAt()).toBeNull();
    expect(await desk.refresh()).toEqual({ kind: 'read' });
    expect(desk.readAt()).toBe(NOW);
    desk.pass(60_000);
    await desk.refresh();
    expect(desk.readAt()).toBe(NOW + 60_000);
    expect(desk.asked).toEqual(['/api/v1/admin/mailboxes', '/api/v1/admin/mailboxes']);
  });

  it('counts as read when it came with a key that was added', () => {
    const desk = setUp();
    desk.queryClient.setQueryData(connectionKeys.mailboxes('k1'), []);
    expect(desk.readAt()).toBe(NOW);
  });

  it('is forgotten whole with its key', async () => {
    const desk = setUp();
    await desk.refresh();
    desk.queryClient.removeQueries({ queryKey: connectionKeys.mailboxes('k1') });
    expect(desk.readAt()).toBeNull();
  });

  it('that is refused pauses the key, keeps what was read, and the next good one resumes it', async () => {
    const desk = setUp();
    await desk.refresh();
    desk.pass(60_000);
    desk.refuseWith('401');
    expect(await desk.refresh()).toMatchObject({ kind: 'failed', error: { status: 401 } });
    expect([...desk.status.snapshot().pausedKeys]).toEqual(['k1']);
    expect(desk.readAt()).toBe(NOW);
    const again = setUp();
    again.status.pauseKey('k1');
    await again.refresh();
    expect(again.status.snapshot().pausedKeys.size).toBe(0);
  });

  it.each(['desk-login-required', 'desk-key-unknown', 'desk-key-missing', 'desk-key-required'])(
    'that the desk itself refuses with %s says nothing about the key',
    async (code) => {
      const desk = setUp();
      desk.refuseWith(code);
      await desk.refresh();
      expect(desk.status.snapshot().pausedKeys.size).toBe(0);
    },
  );

  it('is not watched any more after the end', async () => {
    const desk = setUp();
    desk.stop();
    desk.refuseWith('401');
    await desk.refresh();
    expect(desk.status.snapshot().pausedKeys.size).toBe(0);
  });
});
