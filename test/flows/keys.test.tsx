// What an operator does about keys: the first one, one that is refused in the middle of a run, one that may do too little.
import { act, screen, within } from '@testing-library/react';
import { expect, onTestFinished, test, vi } from 'vitest';
import { createWorld, goTo, launches, launchReport, openDesk, pass, see } from '#test/support/render-app.tsx';
import type { World } from '#test/support/render-app.tsx';

// Stories over several pages take long where other tests run beside them.
vi.setConfig({ testTimeout: 20_000 });

type OpenedDesk = ReturnType<typeof openDesk>;

function openWorld() {
  const world = createWorld();
  onTestFinished(() => {
    localStorage.clear();
  });
  return { world, desk: openDesk(world) };
}

const valueOf = (world: World, label: string) =>
  world.sandbox.keys.find((known) => known.label === label)?.key ?? '';
const button = (name: string | RegExp, within_: HTMLElement = document.body) =>
  within(within_).getByRole('button', { name });
const card = (name: string) => screen.getByRole('article', { name });

async function go(desk: OpenedDesk, path: string) {
  await goTo(desk, path);
}

async function enterKey(desk: OpenedDesk, world: World, label: string) {
  const dialog = await see(() => screen.getByRole('dialog'));
  await desk.user.clear(within(dialog).getByLabelText('Label'));
  await desk.user.type(within(dialog).getByLabelText('Label'), label);
  await desk.user.type(within(dialog).getByLabelText('Key value'), valueOf(world, label));
  await desk.user.click(button('Use this key', dialog));
}

/** Answers every poll as if the API had stopped accepting its key. Returns how to end that. */
function refusePolls(world: World): () => void {
  const { fetch } = world.network;
  world.network.fetch = async (target, init) => {
    if (!target.startsWith('/api/v1/reports/results/')) return fetch(target, init);
    const answer = await fetch('/healthz', { method: 'GET' });
    const body = JSON.stringify({ status: 'error', error: { code: '401', message: 'Unauthorized.' } });
    return new Response(body, { status: 401, headers: answer.headers });
  };
  return () => {
    world.network.fetch = fetch;
  };
}

const polls = (world: World) =>
  world.sandbox.log.filter(({ path }) => path.startsWith('/api/v1/reports/results/')).length;
const lists = (world: World) => world.sandbox.log.filter(({ path }) => path === '/api/v1/admin/mailboxes');

async function refusedRun(mailbox: string) {
  const { world, desk } = openWorld();
  await launchReport(desk, mailbox);
  const name = `Mailbox Performance · ${mailbox}`;
  await see(() => within(card(name)).getByText('Running'));
  const accept = refusePolls(world);
  const panel = () => within(card(name)).getByRole('group', { name: 'Key not accepted' });
  await see(panel);
  accept();
  return { world, desk, name, panel };
}

test('without a key every page says what to do first, and that leads to a launch', async () => {
  const { world, desk } = openWorld();
  await go(desk, '/connection');
  for (const { label } of world.sandbox.keys) {
    await desk.user.click(await see(() => button(`Forget key ${label}`)));
    await see(() => expect(screen.queryByRole('button', { name: `Forget key ${label}` })).toBeNull());
  }
  const steps = () => screen.getByRole('group', { name: 'No key yet' });
  await see(steps);
  // The form is on this page, so the steps lead to it instead of opening another.
  expect(within(steps()).queryByRole('button', { name: 'Enter key' })).toBeNull();
  expect(screen.getByRole('button', { name: 'Add key' })).toBeVisible();
  for (const path of ['/', '/launch', '/copies']) {
    await go(desk, path);
    await see(() => button('Enter key', steps()));
    expect(steps()).toHaveTextContent('Admin → API Access → Add Key');
    expect(steps()).toHaveTextContent('reporting and messages:read for Message Detail');
  }
  await go(desk, '/launch');
  await see(() => screen.getByText(/^The form appears when a key is loaded/));
  await desk.user.click(await see(() => button('Enter key', steps())));
  await enterKey(desk, world, 'Full access');
  await launchReport(desk, 'Support');
  await see(() => card('Mailbox Performance · Support'));
  expect(screen.queryByRole('group', { name: 'No key yet' })).toBeNull();
  await see(() => expect(launches(world)).toHaveLength(1));
});

test('a key that is accepted again is found out with one mailbox list, and its run resumes', async () => {
  const { world, desk, name, panel } = await refusedRun('Drill: slow');
  const asked = lists(world).length;
  const heard = polls(world);
  await pass(60_000);
  expect(lists(world)).toHaveLength(asked);
  await desk.user.click(button('Enter key', panel()));
  const dialog = await see(() => screen.getByRole('dialog', { name: 'Enter key' }));
  expect(dialog).toHaveTextContent('It is one of the sandbox’s own keys');
  await desk.user.click(button('Check key again', dialog));
  await see(() => expect(screen.queryByRole('dialog')).toBeNull());
  expect(lists(world)).toHaveLength(asked + 1);
  await see(() => expect(polls(world)).toBeGreaterThan(heard));
  expect(within(card(name)).queryByRole('group', { name: 'Key not accepted' })).toBeNull();
  expect(launches(world)).toHaveLength(1);
});

test('a key that is still refused says so in the dialog, and nothing moves', async () => {
  const { desk } = openWorld();
  await go(desk, '/connection');
  const item = () => screen.getByRole('heading', { name: 'Expired' }).closest('li') as HTMLElement;
  await desk.user.click(await see(() => button('Enter key', item())));
  const dialog = await see(() => screen.getByRole('dialog', { name: 'Enter key' }));
  await desk.user.click(button('Check key again', dialog));
  await see(() => within(dialog).getByText('It is still not accepted.'));
  expect(item()).toHaveTextContent('Not accepted');
});

test('another key in place of a refused one leaves the old runs waiting for the old key', async () => {
  const { world, desk, name, panel } = await refusedRun('Drill: slow');
  await desk.user.click(button('Enter key', panel()));
  const dialog = await see(() => screen.getByRole('dialog', { name: 'Enter key' }));
  const forget = within(dialog).getByRole('checkbox', {
    name: 'If this is another key, forget “Full access”',
  });
  // It was not entered here, so it is not dropped without a word.
  expect(forget).not.toBeChecked();
  expect(forget).toHaveAccessibleDescription(/1 run that is alive/);
  await desk.user.click(forget);
  await enterKey(desk, world, 'Reporting only');
  const orphan = await see(() => within(card(name)).getByRole('group', { name: 'Belongs to another key' }));
  await pass(30_000);
  await desk.user.click(button('Switch key', orphan));
  await enterKey(desk, world, 'Reporting only');
  await see(() => screen.getByText(/it is not the one that started this run/));
  const heard = polls(world);
  await enterKey(desk, world, 'Full access');
  await see(() => expect(polls(world)).toBeGreaterThan(heard));
  expect(within(card(name)).queryByRole('group', { name: 'Belongs to another key' })).toBeNull();
  expect(launches(world)).toHaveLength(1);
});

test('the key entered in place of a refused one is what new launches start with', async () => {
  const { world, desk, panel } = await refusedRun('Drill: slow');
  await desk.user.click(button('Enter key', panel()));
  await enterKey(desk, world, 'Reporting only');
  await see(() => expect(screen.queryByRole('dialog')).toBeNull());
  await go(desk, '/launch');
  const key = await see(() => screen.getByLabelText<HTMLSelectElement>('Key'));
  expect(key.selectedOptions[0]).toHaveTextContent('Reporting only');
  expect([...key.options].map(({ text }) => text)).toContain('Full access');
});

test('a mailbox out of reach is told with what the key’s list shows, and with no more than that', async () => {
  const { desk } = openWorld();
  await launchReport(desk, 'Drill: out of reach');
  const refused = await see(() => screen.getByRole('group', { name: 'Mailbox out of reach' }));
  expect(refused.textContent).toMatch(
    /The list of key “Full access”, read today \d\d:\d\d .+ has this mailbox, so the mailbox may be gone since, or the list out of date\./,
  );
  expect(refused).toHaveTextContent('the API does not say which');
});

test('for more scopes the steps are told, and the old key is kept for the runs that need it', async () => {
  const { world, desk } = openWorld();
  await launchReport(desk, 'Sales Department', { key: 'Reporting only' });
  const old = 'Mailbox Performance · Sales Department';
  await see(() => within(card(old)).getByText('Running'));
  await launchReport(desk, 'Support', { key: 'Reporting only', report: 'Message Detail' });
  const refused = await see(() =>
    within(card('Message Detail · Support')).getByRole('group', { name: 'This key lacks a permission' }),
  );
  expect(refused).toHaveTextContent('Known to work with key “Reporting only”: reporting.');
  expect(refused).toHaveTextContent('It has 1 run that is alive.');
  await desk.user.click(button('Use a key with more scopes', refused));
  const dialog = await see(() => screen.getByRole('dialog', { name: 'Use a key with more scopes' }));
  const steps = within(dialog).getAllByRole('listitem');
  expect(steps.map(({ textContent }) => textContent)).toEqual([
    expect.stringContaining('Admin → API Access'),
    expect.stringMatching(/the same as those of “Reporting only” \(.*Sales Department.*\)/),
    expect.stringContaining('reporting and messages:read'),
    expect.stringContaining('Generate Key'),
  ]);
  expect(within(dialog).getByRole('button', { name: 'Copy request for administrator' })).toBeVisible();
  const keep = within(dialog).getByRole('checkbox', { name: 'Keep old key for current runs' });
  expect(keep).toBeChecked();
  expect(keep).toHaveAccessibleDescription(/1 run that is alive/);
  await enterKey(desk, world, 'Full access');
  await desk.user.click(await see(() => button(/^Send once more/)));
  await see(() => expect(launches(world)).toHaveLength(2 + 1));
  await see(() => within(card(old)).getByText('Done'));
  await go(desk, '/launch');
  const key = await see(() => screen.getByLabelText<HTMLSelectElement>('Key'));
  expect(key.selectedOptions[0]).toHaveTextContent('Full access');
  expect([...key.options].map(({ text }) => text)).toContain('Reporting only');
});

test('unticked, the old key is forgotten once the new one works, and not before', async () => {
  const { world, desk } = openWorld();
  await launchReport(desk, 'Support', { key: 'Reporting only', report: 'Message Detail' });
  const refused = await see(() => screen.getByRole('group', { name: 'This key lacks a permission' }));
  await desk.user.click(button('Use a key with more scopes', refused));
  const dialog = await see(() => screen.getByRole('dialog', { name: 'Use a key with more scopes' }));
  await desk.user.click(within(dialog).getByRole('checkbox', { name: 'Keep old key for current runs' }));
  const loaded = () => desk.services.desk.environment.config.current()?.keys.map(({ label }) => label);
  await desk.user.type(within(dialog).getByLabelText('Label'), 'A mistake');
  await desk.user.type(within(dialog).getByLabelText('Key value'), 'not-a-key');
  await desk.user.click(button('Use this key', dialog));
  await see(() => within(dialog).getByText(/does not accept this key/));
  expect(loaded()).toContain('Reporting only');
  await enterKey(desk, world, 'Full access');
  await see(() => button(/^Send once more/));
  await see(() => expect(loaded()).toEqual(['Full access', 'Expired']));
  expect(launches(world)).toHaveLength(1);
});

test('an expired key on the form hides neither the mailbox nor anything entered', async () => {
  const { desk } = openWorld();
  await go(desk, '/launch');
  const mailbox = () => screen.getByLabelText<HTMLSelectElement>('Mailbox');
  await see(() => expect(mailbox().options.length).toBeGreaterThan(1));
  await desk.user.selectOptions(mailbox(), 'Support');
  await desk.user.click(screen.getByRole('radio', { name: 'Yesterday' }));
  await desk.user.selectOptions(screen.getByLabelText('Key'), 'Expired');
  await see(() => screen.getByRole('group', { name: 'Key not accepted' }));
  expect(mailbox().selectedOptions[0]).toHaveTextContent('Support');
  expect(screen.getByRole('radio', { name: 'Yesterday' })).toBeChecked();
  await desk.user.selectOptions(screen.getByLabelText('Key'), 'Full access');
  await see(() => expect(screen.queryByRole('group', { name: 'Key not accepted' })).toBeNull());
  expect(mailbox().selectedOptions[0]).toHaveTextContent('Support');
});

test('Keep old key for current runs ticks what would be left unticked, where nothing needs the key', async () => {
  const { world, desk } = openWorld();
  await go(desk, '/connection');
  await desk.user.click(await see(() => button('Forget key Reporting only')));
  await see(() => expect(screen.queryByRole('button', { name: 'Forget key Reporting only' })).toBeNull());
  await desk.user.type(screen.getByLabelText('Label'), 'Mine');
  await desk.user.type(screen.getByLabelText('Key value'), valueOf(world, 'Reporting only'));
  await desk.user.click(button('Add key'));
  await see(() => button('Forget key Mine'));
  const { fetch } = world.network;
  world.network.fetch = async (target, init) => {
    if (target !== '/api/v1/admin/mailboxes') return fetch(target, init);
    const answer = await fetch('/healthz', { method: 'GET' });
    const body = JSON.stringify({ status: 'error', error: { code: '403', message: 'Scope missing.' } });
    return new Response(body, { status: 403, headers: answer.headers });
  };
  await desk.user.click(button('Refresh mailbox list of Mine'));
  const panel = await see(() => screen.getByRole('group', { name: 'This key lacks a permission' }));
  const keep = async (name: string) => {
    await desk.user.click(button(name, panel));
    const dialog = await see(() => screen.getByRole('dialog', { name: 'Use a key with more scopes' }));
    const box = within(dialog).getByRole<HTMLInputElement>('checkbox', {
      name: 'Keep old key for current runs',
    });
    const { checked } = box;
    await desk.user.click(button('Not now', dialog));
    await see(() => expect(screen.queryByRole('dialog')).toBeNull());
    return checked;
  };
  expect(await keep('Use a key with more scopes')).toBe(false);
  expect(await keep('Keep old key for current runs')).toBe(true);
  // What was read before the refusal stays on the page.
  expect(screen.getByText('Mailboxes of Mine')).toBeVisible();
});

test('Refresh mailbox list on a card asks once, and the words follow', async () => {
  const { world, desk } = openWorld();
  await launchReport(desk, 'Drill: out of reach');
  const refused = await see(() => screen.getByRole('group', { name: 'Mailbox out of reach' }));
  const asked = lists(world).length;
  await pass(120_000);
  expect(refused.textContent).toMatch(/min ago\), has this mailbox/);
  await desk.user.click(button('Refresh mailbox list', refused));
  await see(() => expect(lists(world)).toHaveLength(asked + 1));
  await see(() => expect(refused.textContent).toMatch(/just now\), has this mailbox/));
});

test('a key that another browser forgets is missed here, and taken up again when it gives it back', async () => {
  const { world, desk } = openWorld();
  const name = 'Mailbox Performance · Drill: slow';
  await launchReport(desk, 'Drill: slow');
  await see(() => within(card(name)).getByText('Running'));
  const { keys } = await desk.services.desk.environment.config.refresh();
  const key = keys.find(({ label }) => label === 'Full access');
  const elsewhere = (method: string, path: string, body?: unknown) =>
    world.network.fetch(path, {
      method,
      ...(body !== undefined && {
        headers: { 'Content-Type': 'application/json' },
        body: JSON.stringify(body),
      }),
    });
  await act(() => elsewhere('DELETE', `/desk/keys/${key?.id ?? ''}`));
  const panel = await see(() => within(card(name)).getByRole('group', { name: 'Belongs to another key' }));
  expect(within(panel).getByRole('button', { name: 'Switch key' })).toBeVisible();
  const heard = polls(world);
  await pass(60_000);
  expect(polls(world)).toBe(heard);
  await act(() =>
    elsewhere('POST', '/desk/keys', { label: 'Full access', key: valueOf(world, 'Full access') }),
  );
  desk.setVisible(false);
  desk.setVisible(true);
  await see(() => within(card(name)).getByText(/^(Running|Done)$/));
  expect(launches(world)).toHaveLength(1);
});
