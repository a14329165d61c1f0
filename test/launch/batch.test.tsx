// Several mailboxes, and the period before, launched with one press.
import { act, configure, screen, waitFor, within } from '@testing-library/react';
import { describe, expect, test, vi } from 'vitest';
import type { LaunchRequest } from '#src/contract/reports.ts';
import { createRecord } from '#src/records/record.ts';
import type { RunRecord } from '#src/records/record.ts';
import { mailboxByName } from '#src/sandbox/mailboxes.ts';
import { NOW, openLaunch } from './open-launch.tsx';
import type { LaunchDesk } from './open-launch.tsx';

// The first page of a file is the one whose code has to be read, which a busy machine takes its time for.
configure({ asyncUtilTimeout: 5_000 });

const mailboxId = (name: string) => mailboxByName(name)?.listing.mailboxId ?? '';
const NAMES = ['Support', 'Billing', 'Orders'];
const several = (query = 'range=last-week') =>
  `/launch?${NAMES.map((name) => `mailbox=${mailboxId(name)}`).join('&')}&${query}`;
const launchButton = () => screen.getByRole('button', { name: 'Launch report' });
const summary = () => screen.getByRole('region', { name: 'Summary' });
const names = (records: readonly RunRecord[]) => records.map(({ mailbox }) => mailbox.name);

/** A record of what the form at `several()` launches for a mailbox. */
function existing(name: string, changes: Partial<RunRecord> = {}): RunRecord {
  const request: LaunchRequest = {
    report: 'mailboxPerformance',
    options: {},
    parameters: {
      mailboxId: mailboxId(name),
      start: '2026-09-07T00:00:00',
      end: '2026-09-13T23:59:59',
      period: 'day',
    },
  };
  const made = createRecord({
    id: `of ${name}`,
    request,
    mailbox: { name, timeZone: mailboxByName(name)?.listing.timeZone ?? 'UTC' },
    keyId: 'k',
    keyLabel: 'Full access',
    now: NOW - 60_000,
  });
  return { ...made, ...changes };
}

async function open(options: Parameters<typeof openLaunch>[0] = {}): Promise<LaunchDesk> {
  // Weeks of the example begin on Monday, whatever the browser's language.
  window.localStorage.setItem('desk-week-start', '1');
  const desk = await openLaunch({ path: several(), ...options });
  // Complete: the mailboxes are here.
  await screen.findByText('On this desk');
  return desk;
}

const left = () => screen.findByRole('heading', { name: 'Elsewhere' });

describe('several mailboxes', () => {
  test('one press launches each once, as one batch with one place in the queue', async () => {
    const desk = await open();
    // However long the writing takes, it is one press.
    let now = NOW;
    vi.spyOn(desk.services.desk.environment.clock, 'now').mockImplementation(() => ++now);
    const button = launchButton();
    act(() => {
      button.click();
      button.click();
      button.closest('form')?.requestSubmit();
    });
    await left();
    const records = await desk.records();
    expect(names(records)).toEqual(NAMES);
    expect(new Set(records.map(({ batch }) => batch)).size).toBe(1);
    expect(records[0]?.batch).toMatch(/^[0-9a-f-]{36}$/);
    expect(new Set(records.map(({ position }) => position)).size).toBe(1);
    expect(new Set(records.map(({ id }) => id)).size).toBe(3);
  });

  test('each is counted in its own zone', async () => {
    const desk = await open({ path: several('range=today') });
    await desk.user.click(launchButton());
    await left();
    expect((await desk.records()).map(({ mailbox }) => mailbox.timeZone)).toEqual(
      NAMES.map((name) => mailboxByName(name)?.listing.timeZone),
    );
  });

  test('one mailbox alone is no batch', async () => {
    const desk = await open({ path: `/launch?mailbox=${mailboxId('Support')}` });
    await desk.user.click(launchButton());
    await left();
    expect(await desk.records()).toMatchObject([{ batch: null, comparedWith: null }]);
  });

  test('those that the desk has are named and can be left out', async () => {
    const desk = await open({ records: [existing('Billing')] });
    await desk.user.click(launchButton());
    const notice = screen.getByRole('group', { name: '1 of 3 runs is there already' });
    expect(within(notice).getByRole('link', { name: 'Billing' })).toHaveFocus();
    expect(notice).toHaveTextContent('Billing is waiting already.');
    expect(await desk.records()).toHaveLength(1);
    expect(within(notice).getByRole('button', { name: /^Launch all 3 anyway/ })).toBeVisible();
    await desk.user.click(
      within(notice).getByRole('button', { name: 'Launch the other 2 · uses 2 of 3 slots' }),
    );
    await left();
    expect(names((await desk.records()).slice(1))).toEqual(['Support', 'Orders']);
  });

  test('where the desk has all of them, they are launched again only on purpose', async () => {
    const desk = await open({ records: NAMES.map((name) => existing(name)) });
    await desk.user.click(launchButton());
    const notice = screen.getByRole('group', { name: 'All 3 runs are there already' });
    expect(within(notice).queryByRole('button', { name: /^Launch the other/ })).toBeNull();
    await desk.user.click(within(notice).getByRole('button', { name: /^Launch all 3 anyway/ }));
    await left();
    expect(await desk.records()).toHaveLength(6);
  });

  test('where storage fails half-way, it says how many go out, and another press adds the others only', async () => {
    let writes = 0;
    const desk = await open({
      store: (store) => ({
        ...store,
        add: (record) =>
          ++writes === 2 ? Promise.reject(new DOMException('full', 'QuotaExceededError')) : store.add(record),
      }),
    });
    await desk.user.click(launchButton());
    expect(await screen.findByRole('group', { name: 'Launch not written down' })).toHaveTextContent(
      '1 of 3 launches were written down and go out.',
    );
    expect(screen.queryByRole('group', { name: /there already/ })).toBeNull();
    await desk.user.click(launchButton());
    await left();
    const records = await desk.records();
    expect(names(records)).toEqual(NAMES);
    expect(new Set(records.map(({ batch }) => batch)).size).toBe(1);
  });
});

describe('the period before', () => {
  const one = (query: string) => `/launch?mailbox=${mailboxId('Support')}&${query}`;

  test('is launched too, in a slot of its own, and both name each other', async () => {
    const desk = await open({ path: one('range=last-month') });
    const box = screen.getByRole('checkbox', { name: 'Compare with the previous period' });
    expect(box).toHaveAccessibleDescription(/Launches 1–31 Jul 2026, by day, London time too/);
    expect(summary()).toHaveTextContent('Uses 1 of 3 slots');
    await desk.user.click(box);
    expect(summary()).toHaveTextContent('Compared with1–31 Jul 2026, by day, London time');
    expect(summary()).toHaveTextContent('2 launches, one slot each: 3 of 3 free.');
    await desk.user.tab();
    await waitFor(() => expect(desk.router.state.location.search).toContain('compare=previous'));
    await desk.user.click(launchButton());
    await left();
    const [own, before] = await desk.records();
    expect(own?.request.parameters).toMatchObject({ start: '2026-08-01T00:00:00' });
    expect(before?.request.parameters).toMatchObject({
      start: '2026-07-01T00:00:00',
      end: '2026-07-31T23:59:59',
    });
    expect(own?.comparedWith).toBe(before?.id);
    expect(before?.comparedWith).toBe(own?.id);
    expect(own?.rerunOf).toBeNull();
  });

  test('takes no second slot where the desk has it', async () => {
    const before = existing('Support', { state: 'running' });
    const desk = await open({ path: one('range=this-week&compare=previous'), records: [before] });
    // A record whose key is not loaded can be neither followed nor read.
    expect(summary()).toHaveTextContent('2 launches, one slot each');
    const keyId = desk.services.desk.environment.config.current()?.keys[0]?.id ?? '';
    await act(async () => {
      await desk.services.desk.environment.store.update(before.id, (record) => ({ ...record, keyId }));
    });
    await waitFor(() => expect(summary()).toHaveTextContent('Support: on this desk already, takes no slot.'));
    await desk.user.click(launchButton());
    await left();
    const records = await desk.records();
    expect(records).toHaveLength(2);
    expect(records[1]?.comparedWith).toBe(before.id);
  });

  test('is not possible without both ends, and it is said why', async () => {
    const desk = await open({
      path: one('report=receivedMessageDetail&range=any&compare=previous'),
    });
    expect(
      screen.getByRole('checkbox', { name: 'Compare with the previous period' }),
    ).toHaveAccessibleDescription(/Not possible now. A range without both ends/);
    expect(summary()).toHaveTextContent('Compared withA range without both ends has no period before it.');
    await desk.user.click(launchButton());
    await left();
    expect(await desk.records()).toHaveLength(1);
  });
});
