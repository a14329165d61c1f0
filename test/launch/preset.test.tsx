// Presets and recent settings as an operator meets them above the form.
import { configure, screen, waitFor, within } from '@testing-library/react';
import { afterEach, describe, expect, test, vi } from 'vitest';
import { browserPresets } from '#src/launch/preset-store.ts';
import { createRecord } from '#src/records/record.ts';
import { mailboxByName } from '#src/sandbox/mailboxes.ts';
import { NOW, openLaunch } from './open-launch.tsx';
import type { LaunchDesk } from './open-launch.tsx';

// The first page of a file is the one whose code has to be read, which a busy machine takes its time for.
configure({ asyncUtilTimeout: 5_000 });

const mailboxId = (name: string) => mailboxByName(name)?.listing.mailboxId ?? '';
const presets = () => screen.getByRole('region', { name: 'Presets' });
const press = async (desk: LaunchDesk, name: string | RegExp) =>
  desk.user.click(await screen.findByRole('button', { name }));
const dialog = (name: string) => screen.findByRole('dialog', { name });
const stored = () => window.localStorage.getItem('desk-presets') ?? '';
const names = () =>
  within(presets())
    .queryAllByRole('link')
    .filter((link) => link.closest('dialog') === null)
    .map(({ textContent }) => textContent);

afterEach(() => {
  for (const { id } of browserPresets.all()) browserPresets.remove(id);
  window.localStorage.clear();
});

async function saveAs(desk: LaunchDesk, name: string, pinned = false) {
  await press(desk, 'Save as preset');
  const within_ = within(await dialog('Save as preset'));
  await desk.user.clear(within_.getByLabelText('Name'));
  await desk.user.type(within_.getByLabelText('Name'), name);
  if (pinned) await desk.user.click(within_.getByLabelText('Pin it'));
  await desk.user.click(within_.getByRole('button', { name: 'Save preset' }));
}

const FORM = `/launch?report=mailboxUserPerformance&mailbox=${mailboxId('Support')}&range=last-month&by=week`;

describe('a preset', () => {
  test('keeps the form under a name, and one press fills the form with it', async () => {
    const desk = await openLaunch({ path: FORM });
    await screen.findByRole('option', { name: 'Support' });
    await saveAs(desk, 'Monthly');
    await waitFor(() => expect(names()).toEqual(['Monthly']));
    expect(screen.queryByRole('dialog')).toBeNull();

    await desk.user.selectOptions(screen.getByLabelText('Report'), 'Mailbox Performance');
    await desk.user.click(screen.getByRole('radio', { name: 'Today' }));
    await desk.user.click(within(presets()).getByRole('link', { name: 'Monthly' }));
    expect(screen.getByLabelText('Report')).toHaveValue('mailboxUserPerformance');
    expect(screen.getByRole('radio', { name: 'Last month' })).toBeChecked();
    expect(screen.getByRole('radio', { name: 'Week' })).toBeChecked();
    expect(screen.getByLabelText('Mailbox')).toHaveValue(mailboxId('Support'));
    expect(within(presets()).getByRole('link', { name: 'Monthly' })).toHaveAttribute('aria-current', 'true');
  });

  test('never holds a key, nor its id, and leaves the chosen one chosen', async () => {
    const desk = await openLaunch({ path: FORM });
    await desk.user.selectOptions(await screen.findByLabelText('Key'), 'Reporting only');
    const keyId = (screen.getByLabelText('Key') as HTMLSelectElement).value;
    await saveAs(desk, 'Monthly');
    await waitFor(() => expect(stored()).toContain('Monthly'));
    expect(stored()).not.toContain(keyId);
    for (const { key } of desk.sandbox.keys) expect(stored()).not.toContain(key);
    await desk.user.click(within(presets()).getByRole('link', { name: 'Monthly' }));
    expect(screen.getByLabelText('Key')).toHaveValue(keyId);
  });

  test('takes the place of another only on purpose', async () => {
    const desk = await openLaunch({ path: FORM });
    await saveAs(desk, 'Monthly');
    const before = stored();
    await desk.user.click(screen.getByRole('radio', { name: 'Today' }));
    await saveAs(desk, 'monthly');
    const box = within(await dialog('Save as preset'));
    expect(box.getByLabelText('Name')).toHaveAccessibleDescription(/has this name already/);
    expect(stored()).toBe(before);
    await desk.user.click(box.getByRole('button', { name: 'Replace “Monthly”' }));
    await waitFor(() => expect(stored()).toContain('range=today'));
    expect(names()).toEqual(['monthly']);
  });

  test('needs a name', async () => {
    const desk = await openLaunch({ path: FORM });
    await saveAs(desk, ' ');
    expect(within(await dialog('Save as preset')).getByLabelText('Name')).toHaveAccessibleDescription(
      'Enter a name.',
    );
    expect(stored()).toBe('');
  });

  test('launches nothing when it is saved with Enter', async () => {
    const desk = await openLaunch({ path: FORM });
    await screen.findByRole('option', { name: 'Support' });
    await press(desk, 'Save as preset');
    await dialog('Save as preset');
    await desk.user.keyboard('{Enter}');
    await waitFor(() => expect(names()).toEqual(['User Performance, last month']));
    expect(await desk.records()).toHaveLength(0);
  });
});

describe('all presets', () => {
  test('pinned ones come first; they are renamed, unpinned and deleted, and a deleted one comes back', async () => {
    const desk = await openLaunch({ path: FORM });
    await saveAs(desk, 'Alpha');
    await saveAs(desk, 'Zulu', true);
    await waitFor(() => expect(names()).toEqual(['Zulu', 'Alpha']));
    await press(desk, 'Manage presets');
    const box = within(await dialog('Presets'));
    const row = (name: string) =>
      within(box.getByRole('link', { name }).closest('li') ?? document.createElement('li'));

    await desk.user.click(row('Zulu').getByRole('button', { name: 'Unpin' }));
    expect(names()).toEqual(['Alpha', 'Zulu']);

    await desk.user.click(row('Zulu').getByRole('button', { name: 'Rename' }));
    const field = box.getByLabelText('New name');
    expect(field).toHaveFocus();
    await desk.user.clear(field);
    await desk.user.type(field, 'Alpha{Enter}');
    expect(field).toHaveAccessibleDescription('A preset has this name already.');
    await desk.user.type(field, ' two{Enter}');
    expect(names()).toEqual(['Alpha', 'Alpha two']);

    await desk.user.click(row('Alpha').getByRole('button', { name: 'Delete' }));
    expect(names()).toEqual(['Alpha two']);
    expect(box.getByRole('button', { name: 'Undo' })).toHaveFocus();
    await desk.user.click(box.getByRole('button', { name: 'Undo' }));
    expect(names()).toEqual(['Alpha', 'Alpha two']);
  });

  test('go to a file and come from one, which says what it could not give', async () => {
    const files: Blob[] = [];
    vi.stubGlobal(
      'URL',
      Object.assign(URL, {
        createObjectURL: (file: Blob) => `blob:${files.push(file)}`,
        revokeObjectURL: () => undefined,
      }),
    );
    const clicked = vi.spyOn(HTMLAnchorElement.prototype, 'click').mockImplementation(function (
      this: HTMLAnchorElement,
    ) {
      expect(this.download).toBe('report-desk-presets.json');
    });
    const desk = await openLaunch({ path: FORM });
    await saveAs(desk, 'Monthly');
    await press(desk, 'Manage presets');
    const box = within(await dialog('Presets'));
    await desk.user.click(box.getByRole('button', { name: 'Export presets' }));
    expect(clicked).toHaveBeenCalledTimes(1);
    const text = (await files[0]?.text()) ?? '';
    expect(JSON.parse(text)).toMatchObject({ format: 'report-desk-presets', version: 1 });

    await desk.user.click(box.getByRole('button', { name: 'Delete' }));
    const entry = { name: 'No settings' };
    const file = JSON.parse(text) as { presets: unknown[] };
    await desk.user.upload(
      box.getByLabelText('File with presets'),
      new File([JSON.stringify({ ...file, presets: [...file.presets, entry] })], 'from-a-colleague.json'),
    );
    const outcome = await box.findByRole('region', { name: 'Import' });
    expect(outcome).toHaveTextContent('1 preset taken in from “from-a-colleague.json”.');
    expect(outcome).toHaveTextContent('Entry 2 (“No settings”) was left out: it has no settings.');
    expect(names()).toEqual(['Monthly']);

    await desk.user.upload(box.getByLabelText('File with presets'), new File(['{'], 'broken.json'));
    await waitFor(() => expect(outcome).toHaveTextContent('“broken.json” is no file of presets.'));
    expect(names()).toEqual(['Monthly']);
    clicked.mockRestore();
    vi.unstubAllGlobals();
  });

  test('say that they last until the page is left where nothing can be stored', async () => {
    const refuse = vi.spyOn(Storage.prototype, 'setItem').mockImplementation(() => {
      throw new DOMException('full', 'QuotaExceededError');
    });
    const desk = await openLaunch({ path: FORM });
    await saveAs(desk, 'Monthly');
    expect(await within(presets()).findByText(/presets last until it is left/)).toBeVisible();
    expect(names()).toEqual(['Monthly']);
    refuse.mockRestore();
    // A change that can be written takes all of them along.
    await saveAs(desk, 'Daily');
    await waitFor(() => expect(stored()).toContain('Monthly'));
    expect(within(presets()).queryByText(/presets last until/)).toBeNull();
  });
});

describe('recent settings', () => {
  const record = createRecord({
    id: 'r1',
    request: {
      report: 'mailboxPerformance',
      options: {},
      parameters: {
        mailboxId: mailboxId('Support'),
        start: '2026-09-07T00:00:00',
        end: '2026-09-13T23:59:59',
        period: 'week',
      },
    },
    mailbox: { name: 'Support', timeZone: 'Europe/London' },
    keyId: 'gone',
    keyLabel: 'Full access',
    now: NOW - 60_000,
  });

  test('fill the form with one press, and Back brings the earlier form back', async () => {
    const desk = await openLaunch({ path: FORM, records: [record] });
    await screen.findByRole('option', { name: 'Support' });
    await desk.user.click(within(presets()).getByText('Recent settings'));
    await desk.user.click(within(presets()).getByRole('link', { name: 'Mailbox Performance · Support' }));
    expect(screen.getByLabelText('From')).toHaveValue('2026-09-07T00:00');
    expect(screen.getByLabelText('Report')).toHaveValue('mailboxPerformance');
    await desk.router.navigate(-1);
    await waitFor(() => expect(screen.getByLabelText('Report')).toHaveValue('mailboxUserPerformance'));
  });

  test('are not offered where there are none', async () => {
    await openLaunch();
    await screen.findByRole('option', { name: 'Support' });
    expect(screen.queryByText('Recent settings')).toBeNull();
  });
});
