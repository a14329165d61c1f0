import { screen, within } from '@testing-library/react';
import { beforeAll, describe, expect, it, onTestFinished, vi } from 'vitest';
import { createWorld, goTo, openDesk, pass, see } from '#test/support/render-app.tsx';
import type { World } from '#test/support/render-app.tsx';

type Desk = ReturnType<typeof openDesk>;
type Saved = { readonly name: string; readonly blob: Blob };

/** A morning in August, long settled; few messages make a short table. */
const MORNING = { activityStart: '2026-08-03T08:00:00', activityEnd: '2026-08-03T10:59:59' };

function fail(message: string): never {
  throw new Error(message);
}

/** What a browser has and jsdom lacks: downloads, and a fetch that ends when it is aborted. */
function browserOf(world: World) {
  const saved: Saved[] = [];
  const asked: string[] = [];
  const blobs = new Map<string, Blob>();
  const url = URL as unknown as Record<string, unknown>;
  url['createObjectURL'] = (blob: Blob) => {
    const address = `blob:${blobs.size}`;
    blobs.set(address, blob);
    return address;
  };
  url['revokeObjectURL'] = (address: string) => blobs.delete(address);
  vi.spyOn(HTMLAnchorElement.prototype, 'click').mockImplementation(function click(this: HTMLAnchorElement) {
    saved.push({ name: this.download, blob: blobs.get(this.href) ?? fail('no such blob') });
  });
  vi.stubGlobal('fetch', async (target: string, init: RequestInit) => {
    asked.push(target);
    const response = await world.network.fetch(target, init);
    const { signal } = init;
    const body = response.body?.pipeThrough(new TransformStream(), signal ? { signal } : {});
    return new Response(body, response);
  });
  onTestFinished(() => {
    delete url['createObjectURL'];
    delete url['revokeObjectURL'];
    vi.restoreAllMocks();
  });
  return { saved, asked, kept: blobs };
}

/** Launches message detail for a mailbox, and opens the attachments of the first message. */
async function openAttachments(desk: Desk, mailbox: string): Promise<HTMLElement> {
  const { client, config } = desk.services.desk.environment;
  const [key] = (await see(() => config.current() ?? fail('no config'))).keys;
  if (key === undefined) fail('no key');
  const reply = await client.send({ method: 'GET', target: '/api/v1/admin/mailboxes', keyId: key.id });
  const { mailboxes } = reply.body as {
    mailboxes: { mailboxId: string; mailboxName: string; timeZone: string }[];
  };
  const found = mailboxes.find(({ mailboxName }) => mailboxName === mailbox) ?? fail('no such mailbox');
  const record = await desk.services.desk.launch(
    {
      report: 'receivedMessageDetail',
      options: {},
      parameters: { mailboxId: found.mailboxId, activityType: 'received', ...MORNING },
    },
    { keyId: key.id, keyLabel: key.label, mailbox: { name: mailbox, timeZone: found.timeZone } },
  );
  await goTo(desk, `/runs/${record.id}`);
  await see(() => screen.getByText(/\d rows?$/, { selector: 'p span' }));
  const [first] = screen.getAllByRole('rowheader');
  await desk.user.click(within(first ?? fail('no rows')).getByRole('button'));
  await desk.user.click(await see(() => screen.getByText('Attachments')));
  return see(() => screen.getByRole('dialog', { name: 'Attachments' }));
}

/** Found by their words: looking for roles over and over would take the test its time. */
const itemOf = (dialog: HTMLElement, name: string) =>
  see(
    () =>
      within(dialog)
        .getByText((text) => text.includes(name), { selector: 'bdi' })
        .closest('li') ?? fail(`no attachment ${name}`),
  );
const press = async (desk: Desk, item: HTMLElement, name: RegExp = /^Download/) =>
  desk.user.click(within(item).getByRole('button', { name }));
const panel = (place: HTMLElement, title: string) =>
  see(
    () =>
      within(place).getByText(title, { selector: 'h3 *' }).closest<HTMLElement>('[role="group"]') ??
      fail(`no panel ${title}`),
  );
const texts = (element: HTMLElement) =>
  within(element)
    .getAllByRole('button')
    .map((button) => button.textContent);

async function openDrill(mailbox = 'Drill: attachments') {
  const world = createWorld();
  const browser = browserOf(world);
  const desk = openDesk(world);
  const dialog = await openAttachments(desk, mailbox);
  return { world, desk, dialog, ...browser };
}

// Pages fetch their code on first use, which would count as time of the first story.
beforeAll(async () => {
  await Promise.all([import('#src/results/result-page.tsx'), import('#src/messages/attachments-dialog.tsx')]);
});

describe('the attachments of a message', () => {
  it('are listed with kind, type and size, by one request', async () => {
    const { world, dialog } = await openDrill();
    const item = await itemOf(dialog, 'quote.txt');
    expect(item).toHaveTextContent('File, text/plain, 16 bytes');
    expect(await itemOf(dialog, 'shared folder.url')).toHaveTextContent('Link to a file kept elsewhere');
    expect(await itemOf(dialog, 'RE: minutes.eml')).toHaveTextContent('Item of Exchange');
    expect(within(dialog).getByText(/^11 attachments of message/)).toBeVisible();
    const lists = world.sandbox.log.filter(({ path }) => path.endsWith('/attachments'));
    expect(lists.map(({ key, status }) => [key, status])).toEqual([['Full access', 200]]);
  });

  it('are saved as they are, under their name, and never by their own type', async () => {
    const { desk, dialog, saved, asked, kept } = await openDrill();
    const item = await itemOf(dialog, 'newsletter.html');
    await press(desk, item);
    await see(() => within(item).getByText(/^Saved to/));
    expect(saved.map(({ name }) => name)).toEqual(['newsletter.html']);
    expect(saved[0]?.blob.type).toBe('application/octet-stream');
    expect(await saved[0]?.blob.text()).toContain('<script>document.title = "ran"</script>');
    expect(asked).toHaveLength(1);
    await see(() => within(dialog).getByText('newsletter.html saved.'));
    await pass(60_000);
    expect(kept.size).toBe(0);
  });

  it('are saved under a plain name whatever they are called', async () => {
    const { desk, dialog, saved } = await openDrill();
    const item = await itemOf(dialog, 'photo-');
    expect(item.textContent).not.toMatch(/[\u202a-\u202e]/);
    await press(desk, item);
    await see(() => within(item).getByText(/^Saved to/));
    expect(saved.map(({ name }) => name)).toEqual(['_.._photo-gpj.exe']);
  });

  it('show how far they are, and can be cancelled', async () => {
    const { desk, dialog, saved, world } = await openDrill();
    const { fetch } = world.network;
    let letGo = () => {};
    const gate = new Promise<void>((resolve) => (letGo = resolve));
    world.network.fetch = async (target, init) => {
      const response = await fetch(target, init);
      if (!target.endsWith('/download')) return response;
      let sent = 0;
      const held = new TransformStream<Uint8Array, Uint8Array>({
        async transform(piece, controller) {
          if (sent > 6_000_000) await gate;
          sent += piece.byteLength;
          controller.enqueue(piece);
        },
      });
      return new Response(response.body?.pipeThrough(held), response);
    };
    const item = await itemOf(dialog, 'scans.zip');
    await press(desk, item);
    await see(() => within(item).getByText(/^6(?:\.\d)?\sMB of 24\sMB$/));
    const bar = within(item).getByRole('progressbar', { name: 'Downloaded' });
    expect(Number(bar.getAttribute('aria-valuenow'))).toBeGreaterThan(20);
    expect(within(dialog).getByText('Closing this cancels what is being downloaded.')).toBeVisible();
    await press(desk, item, /^Cancel/);
    await see(() => within(item).getByText('Download', { selector: 'button' }));
    expect(within(item).getByRole('button')).toHaveAccessibleName('Download scans.zip');
    expect(within(item).queryByRole('progressbar')).toBeNull();
    expect(within(item).queryByRole('group')).toBeNull();
    // Nor does one go on behind a dialog that was closed.
    await press(desk, item);
    await see(() => within(item).getByText(/^6(?:\.\d)?\sMB of 24\sMB$/));
    await desk.user.click(within(dialog).getByText('Close', { selector: 'button *' }));
    letGo();
    await pass(1_000);
    expect(dialog).not.toBeInTheDocument();
    expect(saved).toEqual([]);
  });

  it('are not asked for where they are too large to be held', async () => {
    const { desk, dialog, saved, asked } = await openDrill();
    const item = await itemOf(dialog, 'recording.mp4');
    const button = within(item).getByRole('button', { name: /^Download/ });
    expect(button).toHaveAttribute('aria-disabled', 'true');
    expect(button).toHaveAccessibleDescription(/^Larger than 200\sMB/);
    await desk.user.click(button);
    expect(asked).toEqual([]);
    expect(saved).toEqual([]);
  });

  it('that are too large go straight to the disk where the browser can, and nothing is kept of one that breaks off', async () => {
    const written: { name: string; bytes: number; end: string }[] = [];
    vi.stubGlobal('showSaveFilePicker', ({ suggestedName }: { suggestedName: string }) =>
      Promise.resolve({
        createWritable() {
          const file = { name: suggestedName, bytes: 0, end: '' };
          written.push(file);
          return Promise.resolve({
            write: (piece: Uint8Array) => {
              file.bytes += piece.byteLength;
              return file.bytes > 5_000_000 ? Promise.reject(new Error('disk full')) : Promise.resolve();
            },
            close: () => Promise.resolve((file.end = 'closed')),
            abort: () => Promise.resolve((file.end = 'aborted')),
          });
        },
      }),
    );
    const { desk, dialog, saved } = await openDrill();
    const item = await itemOf(dialog, 'recording.mp4');
    await press(desk, item);
    await see(() => within(item).getByText(/^Could not be written/));
    expect(written.map(({ name, end }) => [name, end])).toEqual([['recording.mp4', 'aborted']]);
    expect(saved).toEqual([]);
  });
});

describe('an attachment that cannot be downloaded', () => {
  it.each([
    ['shared folder.url', /a link to a file that is kept elsewhere/],
    ['RE: minutes.eml', /an item of Exchange itself/],
  ])('says what it is instead, without a request: %s', async (name, words) => {
    const { desk, dialog, asked } = await openDrill();
    const item = await itemOf(dialog, name);
    await press(desk, item);
    const found = await panel(item, 'This attachment cannot be downloaded');
    expect(within(found).getByText(words)).toBeVisible();
    expect(texts(found).filter((text) => !/details/i.test(text))).toEqual([]);
    expect(within(found).getByText(/^No request was needed: the list/)).toBeInTheDocument();
    expect(found.textContent).not.toMatch(/permission|scope/i);
    expect(asked).toEqual([]);
  });

  it('is asked for where its kind is new, and explained where it is refused', async () => {
    const world = createWorld();
    const { asked } = browserOf(world);
    const { fetch } = world.network;
    world.network.fetch = async (target, init) => {
      const response = await fetch(target, init);
      if (!target.endsWith('/attachments')) return response;
      const text = (await response.text()).replaceAll('referenceAttachment', 'cloudAttachment');
      return new Response(text, response);
    };
    const desk = openDesk(world);
    const dialog = await openAttachments(desk, 'Drill: attachments');
    const item = await itemOf(dialog, 'shared folder.url');
    expect(item).toHaveTextContent('Kind not known to this desk');
    await press(desk, item);
    const found = await panel(item, 'This attachment cannot be downloaded');
    expect(within(found).getByText(/this one is of another kind/)).toBeVisible();
    expect(asked).toHaveLength(1);
  });

  it('is said to be gone where Exchange no longer has it, and not to be a wrong address', async () => {
    const { desk, dialog, saved } = await openDrill();
    const item = await itemOf(dialog, 'removed.docx');
    await press(desk, item);
    const found = await panel(item, 'This attachment cannot be downloaded');
    expect(within(found).getByText(/its content is gone/)).toBeVisible();
    expect(found).toHaveTextContent('404');
    expect(saved).toEqual([]);
  });

  it('asks for a key with the permission where it is a file', async () => {
    const { desk, dialog } = await openDrill();
    const item = await itemOf(dialog, 'restricted.pdf');
    await press(desk, item);
    const found = await panel(item, 'This key lacks a permission');
    expect(found).toHaveTextContent('messages:content');
    await desk.user.click(within(found).getByRole('button', { name: 'Use a key with more scopes' }));
    const value = await see(() => screen.getByLabelText('Key value'));
    expect(value.closest('dialog')).not.toBe(dialog);
  });
});

describe('attachments that cannot be listed', () => {
  it('need a permission, and the message stays open', async () => {
    const { dialog } = await openDrill('Drill: attachments not permitted');
    const found = await panel(dialog, 'This key lacks a permission');
    expect(found).toHaveTextContent('messages:read');
    expect(within(found).getByRole('button', { name: 'Use a key with more scopes' })).toBeVisible();
    expect(within(dialog).queryByRole('listitem')).toBeNull();
  });

  it('are asked for again by the next press where the service had a fault', async () => {
    const world = createWorld();
    browserOf(world);
    const { fetch } = world.network;
    world.network.fetch = async (target, init) =>
      target.endsWith('/attachments')
        ? new Response('{}', { status: 503, headers: { 'Desk-Request-Id': 'test' } })
        : fetch(target, init);
    const desk = openDesk(world);
    const dialog = await openAttachments(desk, 'Drill: attachments');
    const found = await panel(dialog, 'Update delayed');
    world.network.fetch = fetch;
    await desk.user.click(within(found).getByRole('button', { name: 'Check now' }));
    await itemOf(dialog, 'quote.txt');
    expect(within(dialog).queryByRole('group', { name: 'Update delayed' })).toBeNull();
  });
});
