// @vitest-environment node
// Each change is told once a tab, and to whom it is told depends on whether anybody looks.
import { afterEach, beforeEach, expect, onTestFinished, test, vi } from 'vitest';
import { createRunNotices } from '#src/app/run-notices.ts';
import type { RunNotice } from '#src/app/run-notices.ts';
import { createMemoryStore } from '#src/records/memory-store.ts';
import type { RunRecord, RunState } from '#src/records/record.ts';
import { failureOf, HOUR, NOW, record } from '#test/support/records.ts';
import { settle, testDesk } from '#test/support/run-environment.ts';

beforeEach(() => {
  vi.useFakeTimers({ now: NOW });
});

afterEach(() => {
  vi.useRealTimers();
});

const inShort = (notice: RunNotice) =>
  notice.type === 'back'
    ? `back: ${notice.changes.map(({ record: { id }, to }) => `${id} ${to}`).join(', ')}`
    : `${notice.type}: ${notice.change.record.id} ${notice.change.to}`;

async function openTab(records: readonly RunRecord[] = [], store = createMemoryStore(records)) {
  const desk = await testDesk({ store });
  const notices = createRunNotices(desk.environment);
  const told: string[] = [];
  const counts: number[] = [];
  notices.listen((notice) => told.push(inShort(notice)));
  notices.subscribe(() => counts.push(notices.unseen()));
  await settle();
  onTestFinished(() => {
    notices.stop();
    desk.close();
  });
  const put = async (id: string, state: RunState, more: Partial<RunRecord> = {}) => {
    await store.add(record('queued', { id }));
    await store.update(id, (before) => ({ ...record(state, { id }), pressedAt: before.pressedAt, ...more }));
    await settle();
  };
  return { ...desk, notices, told, counts, put };
}

test('what was there when the desk was opened is no news, what becomes of it is', async () => {
  const tab = await openTab([record('running', { id: 'a' }), record('failed', { id: 'b' })]);
  expect(tab.told).toEqual([]);
  await tab.put('a', 'done');
  expect(tab.told).toEqual(['seen: a done']);
});

test('a change is told once, however often the record is written', async () => {
  const tab = await openTab();
  await tab.put('a', 'sending');
  await tab.put('a', 'running', { progress: 10 });
  await tab.put('a', 'running', { progress: 60 });
  await tab.put('a', 'running', { failure: failureOf('update-delayed') });
  await tab.put('a', 'done');
  await tab.put('a', 'done', { summary: null });
  expect(tab.told).toEqual(['seen: a running', 'seen: a done']);
  expect(tab.counts).toEqual([]);
});

test('while nobody looks ends are counted, and told in sum when somebody does', async () => {
  const tab = await openTab([record('running', { id: 'a' }), record('running', { id: 'b' })]);
  tab.setVisible(false);
  await tab.put('c', 'running');
  await tab.put('a', 'done');
  await tab.put('b', 'failed');
  expect(tab.told).toEqual(['unseen: a done', 'unseen: b failed']);
  expect(tab.notices.unseen()).toBe(2);
  tab.setVisible(true);
  expect(tab.told.slice(2)).toEqual(['back: a done, b failed']);
  expect(tab.notices.unseen()).toBe(0);
  tab.setVisible(false);
  tab.setVisible(true);
  expect(tab.told).toHaveLength(3);
});

test('a run that was in doubt and is found while nobody looks does not count as ended', async () => {
  const tab = await openTab([record('sending', { id: 'a' })]);
  tab.setVisible(false);
  await tab.put('a', 'unknown');
  expect(tab.notices.unseen()).toBe(1);
  await tab.put('a', 'running');
  expect(tab.notices.unseen()).toBe(0);
  await tab.put('a', 'done');
  tab.setVisible(true);
  expect(tab.told.at(-1)).toBe('back: a done');
});

test('what one tab does is told once in each that is looked at, and only in sum in the others', async () => {
  const one = await openTab();
  const other = await openTab([], one.store);
  const behind = await openTab([], one.store);
  behind.setVisible(false);
  await one.put('a', 'sending');
  await one.put('a', 'running');
  await one.put('a', 'done');
  expect(one.told).toEqual(['seen: a running', 'seen: a done']);
  expect(other.told).toEqual(one.told);
  expect(behind.told).toEqual(['unseen: a done']);
  behind.setVisible(true);
  expect(behind.told.slice(1)).toEqual(['back: a done']);
});

test('a card that is brought back after its removal is no news', async () => {
  const tab = await openTab();
  await tab.put('a', 'done', { pressedAt: NOW + HOUR });
  await tab.store.remove(['a']);
  await settle();
  await tab.store.restore(['a']);
  await settle();
  expect(tab.environment.records.get('a')?.state).toBe('done');
  expect(tab.told).toEqual(['seen: a done']);
});

test('a card that was removed before this visit is no news either when it is brought back', async () => {
  const store = createMemoryStore([record('done', { id: 'a' })]);
  await store.remove(['a']);
  vi.setSystemTime(NOW + 60_000);
  const tab = await openTab([], store);
  await store.restore(['a']);
  await settle();
  expect(tab.environment.records.get('a')?.state).toBe('done');
  expect(tab.told).toEqual([]);
});

test('nothing is told after it was stopped', async () => {
  const tab = await openTab([record('running', { id: 'a' })]);
  tab.notices.stop();
  await tab.put('a', 'done');
  expect(tab.told).toEqual([]);
});
