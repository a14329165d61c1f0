// The Connection page as an operator meets it: what each key was seen to do, what needs it, when it ends, and how to part with it.
import { act, fireEvent, screen, within } from '@testing-library/react';
import { expect, onTestFinished, test, vi } from 'vitest';
import {
  createWorld,
  goTo,
  launches,
  launchReport,
  openDesk,
  pass,
  see,
  STORY_START,
} from '#test/support/render-app.tsx';

function openConnection(at = STORY_START) {
  const world = createWorld();
  vi.setSystemTime(at);
  onTestFinished(() => {
    localStorage.clear();
  });
  return { world, desk: openDesk(world, '/connection') };
}

// Stories over several pages take long where other tests run beside them.
vi.setConfig({ testTimeout: 20_000 });

type OpenedDesk = ReturnType<typeof openDesk>;

async function go(desk: OpenedDesk, path: string) {
  await goTo(desk, path);
}

function item(label: string): HTMLElement {
  const found = screen.getByRole('heading', { name: label }).closest('li');
  if (found === null) throw new Error(`${label} is in no list`);
  return found;
}

const lists = (world: ReturnType<typeof createWorld>) =>
  world.sandbox.log.filter(({ path }) => path === '/api/v1/admin/mailboxes');

/** A calendar day in the viewer's time. */
function dayAfter(days: number): string {
  const at = new Date(STORY_START);
  const day = new Date(at.getFullYear(), at.getMonth(), at.getDate() + days);
  return [day.getFullYear(), day.getMonth() + 1, day.getDate()]
    .map((part) => String(part).padStart(2, '0'))
    .join('-');
}

test('a key shows its source, a short id, its mailboxes and what was seen to work', async () => {
  const { world, desk } = openConnection();
  await see(() => expect(item('Reporting only')).toHaveTextContent('3 mailboxes.'));
  const { id } = desk.services.desk.environment.config.current()?.keys[1] ?? { id: '' };
  expect(item('Reporting only')).toHaveTextContent('made by the sandbox');
  expect(item('Reporting only')).toHaveTextContent(`id ${id.slice(0, 8)}`);
  expect(item('Reporting only')).not.toHaveTextContent(id);
  expect(item('Reporting only')).toHaveTextContent('Seen to work: reporting.');
  expect(item('Full access').textContent).toMatch(/\d+ mailboxes, \d+ inactive\./);
  const names = within(item('Full access')).getByText('Mailboxes of Full access').closest('details');
  expect(within(names as HTMLElement).getByText('Careers 2024 (inactive)')).toBeInTheDocument();
  // One request a key, and the refused one is not asked again.
  await pass(60_000);
  await go(desk, '/copies');
  await go(desk, '/connection');
  await see(() => item('Expired'));
  expect(lists(world)).toHaveLength(3);
  expect(within(item('Expired')).getByRole('group', { name: 'Key not accepted' })).toBeVisible();
  expect(item('Expired')).toHaveTextContent('Not accepted');
});

test('a permission that was refused reads as not seen to work', async () => {
  const { desk } = openConnection();
  await launchReport(desk, 'Support', { key: 'Reporting only', report: 'Message Detail' });
  await see(() => screen.getByRole('group', { name: 'This key lacks a permission' }));
  await go(desk, '/connection');
  await see(() => expect(item('Reporting only')).toHaveTextContent('Not seen to work: messages:read.'));
  expect(item('Full access')).not.toHaveTextContent('Not seen to work');
});

test('Refresh mailbox list asks once', async () => {
  const { world, desk } = openConnection();
  await see(() => expect(item('Full access').textContent).toMatch(/\d+ mailboxes/));
  const before = lists(world).length;
  await pass(120_000);
  expect(item('Full access').textContent).toMatch(/[12]\smin\sago/);
  await desk.user.click(screen.getByRole('button', { name: 'Refresh mailbox list of Full access' }));
  await see(() => expect(item('Full access').textContent).toMatch(/just\snow/));
  expect(lists(world)).toHaveLength(before + 1);
});

test('a noted expiry date stays in this browser, and says how long is left', async () => {
  const { world, desk } = openConnection();
  await see(() => item('Full access'));
  const date = () => within(item('Full access')).getByLabelText('Expires on');
  fireEvent.change(date(), { target: { value: dayAfter(10) } });
  expect(item('Full access').textContent).toMatch(/in 9 days/);
  fireEvent.change(date(), { target: { value: dayAfter(0) } });
  expect(item('Full access')).toHaveTextContent('This key expires today');
  await go(desk, '/launch');
  await see(() => expect(screen.getByLabelText('Key')).toHaveAccessibleDescription(/expires today/));
  await go(desk, '/connection');
  await see(() => expect(date()).toHaveValue(dayAfter(0)));
  expect(JSON.stringify(world.sandbox.log)).not.toContain(dayAfter(0));
  fireEvent.change(date(), { target: { value: '' } });
  expect(item('Full access')).not.toHaveTextContent('expires');
});

test('a key in its last half hour warns, and after its day it may have expired', async () => {
  const { desk } = openConnection(new Date(STORY_START).setHours(23, 40, 0, 0));
  await see(() => item('Full access'));
  fireEvent.change(within(item('Full access')).getByLabelText('Expires on'), {
    target: { value: dayAfter(0) },
  });
  expect(item('Full access').textContent).toMatch(
    /This key expires in (?:20|19) min; a report can run 30 minutes\./,
  );
  await go(desk, '/launch');
  await see(() => expect(screen.getByLabelText('Key')).toHaveAccessibleDescription(/expires in \d+ min/));
  act(() => {
    vi.setSystemTime(new Date(STORY_START).setHours(24, 1, 0, 0));
  });
  await pass(1_000);
  expect(screen.getByLabelText('Key')).toHaveAccessibleDescription(/may have expired/);
});

test('forgetting says beforehand and afterwards what it orphans, and the same value brings it back', async () => {
  const { world, desk } = openConnection();
  await launchReport(desk, 'Drill: slow');
  await see(() => screen.getByText('Running'));
  await go(desk, '/connection');
  const forget = await see(() => screen.getByRole('button', { name: 'Forget key Full access' }));
  expect(forget).toHaveAccessibleDescription(
    /^1 run that is alive needs this key, and only this one will do/,
  );
  expect(screen.getByRole('button', { name: 'Forget key Reporting only' })).not.toHaveAccessibleDescription();
  await desk.user.click(forget);
  await see(() =>
    screen.getByText(/^The key Full access was forgotten\. Without it: 1 run that is alive\./, {
      selector: 'section p',
    }),
  );
  expect(screen.getByRole('heading', { name: 'Keys' })).toHaveFocus();
  const missing = screen.getByRole('list', { name: 'Not loaded here' });
  expect(missing).toHaveTextContent('Waiting for it: 1 run that is alive.');
  await desk.user.click(within(missing).getByRole('button', { name: 'Enter key Full access' }));
  const dialog = await see(() => screen.getByRole('dialog', { name: 'Switch key' }));
  await desk.user.type(within(dialog).getByLabelText('Label'), 'Full access');
  const value = world.sandbox.keys.find(({ label }) => label === 'Full access')?.key ?? '';
  await desk.user.type(within(dialog).getByLabelText('Key value'), value);
  await desk.user.click(within(dialog).getByRole('button', { name: 'Use this key' }));
  await see(() => item('Full access'));
  expect(screen.queryByRole('list', { name: 'Not loaded here' })).toBeNull();
  expect(screen.queryByText(/was forgotten/, { selector: 'section p' })).toBeNull();
  await go(desk, '/');
  await see(() => screen.getByText('Running'));
  expect(screen.queryByRole('group', { name: 'Belongs to another key' })).toBeNull();
  expect(launches(world)).toHaveLength(1);
});

test('one key at a time is what new launches start with', async () => {
  const { desk } = openConnection();
  await see(() => expect(item('Full access')).toHaveTextContent('used for new launches'));
  await desk.user.click(screen.getByRole('button', { name: 'Use for new launches: Reporting only' }));
  expect(item('Reporting only')).toHaveTextContent('used for new launches');
  expect(item('Full access')).not.toHaveTextContent('used for new launches');
  await go(desk, '/launch');
  const key = await see(() => screen.getByLabelText<HTMLSelectElement>('Key'));
  expect(key.selectedOptions[0]).toHaveTextContent('Reporting only');
});
