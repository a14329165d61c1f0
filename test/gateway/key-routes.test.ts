// @vitest-environment node
import { describe, expect, it } from 'vitest';
import { MAX_KEYS } from '#src/forwarding/keys.ts';
import { codeOf, createDesk, errorReply, jsonReply, uuid } from './desk.ts';

const list = () => jsonReply('{"mailboxes":[{"mailboxId":"mb_1"}],"more":1}');
type Config = { keys: { id: string; label: string; source: string }[] };
const keysOf = async (desk: ReturnType<typeof createDesk>) =>
  ((await (await desk.get('/desk/config')).json()) as Config).keys;

describe('adding a key', () => {
  it('checks it with one mailbox list, and never gives it back', async () => {
    const desk = createDesk(list);
    const response = await desk.post('/desk/keys', { label: ' Mine ', key: ' canary-key ' });
    const text = await response.text();
    expect(response.status).toBe(201);
    const [, added] = await keysOf(desk);
    expect(JSON.parse(text)).toEqual({
      id: added?.id,
      label: 'Mine',
      mailboxes: [{ mailboxId: 'mb_1' }],
      more: 1,
    });
    expect(added).toEqual({ id: added?.id, label: 'Mine', source: 'entered' });
    expect(text + JSON.stringify([...response.headers])).not.toContain('canary-key');
    expect(desk.seen).toMatchObject([
      { method: 'GET', path: '/api/v1/admin/mailboxes', headers: { authorization: 'Bearer canary-key' } },
    ]);
  });

  it('gives the same key the same id again, under its new label', async () => {
    const desk = createDesk(list, { keys: [] });
    await desk.post('/desk/keys', { label: 'One', key: 'canary' });
    const [before] = await keysOf(desk);
    await desk.post('/desk/keys', { label: 'Two', key: 'canary' });
    expect(await keysOf(desk)).toEqual([{ ...before, label: 'Two' }]);
    expect(before?.id).toMatch(/^[0-9a-f]{16}$/);
  });

  it.each([
    [401, 401, 'desk-key-refused'],
    [403, 403, '403'],
    [429, 429, '429'],
    [500, 500, '500'],
    [408, 504, 'upstream-timeout'],
  ])('that the API answers with %i is refused with %i %s', async (upstream, status, code) => {
    const desk = createDesk(() => errorReply(upstream), { keys: [] });
    const response = await desk.post('/desk/keys', { label: 'One', key: 'canary' });
    expect([response.status, await codeOf(response)]).toEqual([status, code]);
    expect(await keysOf(desk)).toEqual([]);
  });

  it('is refused when the answer is no mailbox list', async () => {
    const desk = createDesk(() => new Response('<html>'), { keys: [] });
    expect(await codeOf(await desk.post('/desk/keys', { label: 'One', key: 'canary' }))).toBe(
      'upstream-failed',
    );
    expect(await keysOf(desk)).toEqual([]);
  });

  it.each([
    {},
    { label: '', key: 'a' },
    { label: 'a' },
    { label: 'a', key: '' },
    { label: 'a', key: 'two words' },
    { label: 'a', key: 'line\nbreak' },
    { label: 'a', key: 'schlüssel' },
    { label: 'x'.repeat(101), key: 'a' },
    { label: 1, key: 'a' },
    [],
  ])('in the form %j is refused without asking the API', async (body) => {
    const desk = createDesk(list);
    const response = await desk.post('/desk/keys', body);
    expect([response.status, await codeOf(response)]).toEqual([400, 'request-invalid']);
    expect(desk.seen).toEqual([]);
  });

  it('has an end', async () => {
    const desk = createDesk(list, { keys: [], limits: { requestsPerMinute: 1000 } });
    for (let at = 0; at < MAX_KEYS; at += 1)
      await desk.post('/desk/keys', { label: 'k', key: `key-${String(at)}` });
    expect(await codeOf(await desk.post('/desk/keys', { label: 'k', key: 'one-more' }))).toBe(
      'desk-overloaded',
    );
  });
});

describe('choosing a key', () => {
  it('needs a name when there are several', async () => {
    const desk = createDesk(list);
    await desk.post('/desk/keys', { label: 'Two', key: 'key-two' });
    const response = await desk.get('/api/v1/admin/mailboxes');
    expect([response.status, await codeOf(response)]).toEqual([400, 'desk-key-required']);
    const [, two] = await keysOf(desk);
    expect((await desk.get('/api/v1/admin/mailboxes', { 'desk-key': two?.id ?? '' })).status).toBe(200);
    expect(desk.seen.at(-1)?.headers['authorization']).toBe('Bearer key-two');
  });

  it.each([
    ['none is loaded', [], {}, 401, 'desk-key-missing'],
    ['none is loaded and one is named', [], { 'desk-key': 'abc' }, 401, 'desk-key-missing'],
    [
      'the named one is not loaded',
      [{ label: 'One', key: 'k', source: 'environment' as const }],
      { 'desk-key': 'abc' },
      401,
      'desk-key-unknown',
    ],
  ])('is refused when %s', async (_name, keys, headers, status, code) => {
    const desk = createDesk(list, { keys });
    const read = await desk.get('/api/v1/admin/mailboxes', headers);
    expect([read.status, await codeOf(read), read.headers.get('desk-forwarded')]).toEqual([
      status,
      code,
      null,
    ]);
    const launch = await desk.launch(uuid(1), { headers });
    expect([launch.status, await codeOf(launch), launch.headers.get('desk-forwarded')]).toEqual([
      status,
      code,
      'no',
    ]);
    expect(desk.seen).toEqual([]);
  });
});

describe('forgetting a key', () => {
  it('removes it at once', async () => {
    const desk = createDesk(list);
    const [key] = await keysOf(desk);
    expect((await desk.ask('DELETE', `/desk/keys/${key?.id ?? ''}`)).status).toBe(204);
    expect(await keysOf(desk)).toEqual([]);
    expect(await codeOf(await desk.get('/api/v1/admin/mailboxes'))).toBe('desk-key-missing');
  });

  it('says when there is none with that id', async () => {
    const response = await createDesk(list).ask('DELETE', '/desk/keys/nonsense');
    expect([response.status, await codeOf(response)]).toEqual([404, 'not-found']);
  });
});
