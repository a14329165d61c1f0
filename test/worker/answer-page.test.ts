// @vitest-environment node
// Network first: when the kept page takes its place, and when it does not.
import { expect, test, vi } from 'vitest';
import { answerPage, SLOW_MS } from '#src/worker/answer-page.ts';

const page = (text: string, status = 200) => new Response(text, { status });
const never = () => new Promise<never>(() => undefined);

test.each([200, 304, 404, 500])('an answer of %d from the network is the page', async (status) => {
  const kept = vi.fn<() => Promise<Response>>(async () => page('kept'));
  const reply = status === 304 ? new Response(null, { status }) : page('network', status);
  expect(await answerPage({ network: async () => reply, kept, sleep: never })).toBe(reply);
  expect(kept).not.toHaveBeenCalled();
});

test.each([502, 503, 504])('a proxy’s %d gives the kept page', async (status) => {
  const given = await answerPage({
    network: async () => page('down', status),
    kept: async () => page('kept'),
    sleep: never,
  });
  expect(await given.text()).toBe('kept');
});

test('no answer gives the kept page', async () => {
  const given = await answerPage({
    network: () => Promise.reject(new TypeError('Failed to fetch')),
    kept: async () => page('kept'),
    sleep: never,
  });
  expect(await given.text()).toBe('kept');
});

test('a network that does not answer for long gives the kept page', async () => {
  const waits: number[] = [];
  const given = await answerPage({
    network: never,
    kept: async () => page('kept'),
    sleep: async (ms) => void waits.push(ms),
  });
  expect(await given.text()).toBe('kept');
  expect(waits).toEqual([SLOW_MS]);
});

test.each([
  ['has thrown the page away', async () => undefined],
  ['cannot be read', () => Promise.reject(new DOMException('gone', 'InvalidStateError'))],
])('where the cache %s, the network is waited for, however long it takes', async (_, kept) => {
  let answer = (_reply: Response): void => undefined;
  const late = new Promise<Response>((resolve) => {
    answer = resolve;
  });
  const given = answerPage({ network: () => late, kept, sleep: async () => undefined });
  await Promise.resolve();
  answer(page('late'));
  expect(await (await given).text()).toBe('late');
});

test('where there is neither, the browser tells of it', async () => {
  const nothing = answerPage({
    network: () => Promise.reject(new TypeError('Failed to fetch')),
    kept: async () => undefined,
    sleep: never,
  });
  await expect(nothing).rejects.toThrow('Failed to fetch');
});
