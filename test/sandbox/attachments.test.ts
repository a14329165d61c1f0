// @vitest-environment node
// Attachments: the list, the raw file, and what cannot be had.
import { expect, test } from 'vitest';
import { emulator } from './emulator.ts';

type Listed = { id: string; name: string; contentType: string; size: number; attachmentType: string };

async function opened(mailbox = 'Drill: attachments') {
  const { finish, call } = emulator();
  const wire = await finish(mailbox, { report: 'receivedMessageDetail' });
  const path = `/messages/${encodeURIComponent(String(wire.result?.data[0]?.['messageId']))}/attachments`;
  const { attachments = [] } = (await (await call(path)).json()) as { attachments?: Listed[] };
  const listed = (name: string) => {
    const found = attachments.find((attachment) => attachment.name === name);
    if (found === undefined) throw new Error(`no attachment ${name}`);
    return found;
  };
  const download = (name: string) => call(`${path}/${encodeURIComponent(listed(name).id)}/download`);
  return { call, path, attachments, listed, download };
}

test('the list is in the documented form, with every kind of attachment and ids that need encoding', async () => {
  const { attachments, listed } = await opened();
  expect(listed('quote.txt')).toEqual({
    id: expect.stringMatching(/[/+=]/) as string,
    name: 'quote.txt',
    contentType: 'text/plain',
    size: 16,
    attachmentType: 'fileAttachment',
  });
  expect(new Set(attachments.map((attachment) => attachment.attachmentType))).toEqual(
    new Set(['fileAttachment', 'referenceAttachment', 'itemAttachment']),
  );
  expect(new Set(attachments.map((attachment) => attachment.id)).size).toBe(attachments.length);
});

test('a file comes raw, as an attachment of the announced length that must not be sniffed', async () => {
  const { download, listed } = await opened();
  const reply = await download('quote.txt');
  const bytes = await reply.arrayBuffer();
  expect(reply.status).toBe(200);
  expect(bytes.byteLength).toBe(listed('quote.txt').size);
  expect(Object.fromEntries(reply.headers)).toMatchObject({
    'content-type': 'text/plain',
    'content-disposition': 'attachment; filename="quote.txt"',
    'content-length': String(bytes.byteLength),
    'x-content-type-options': 'nosniff',
  });
});

test('a file name with quotes and letters outside ASCII comes in both forms', async () => {
  const { download } = await opened();
  const reply = await download('Angebot Größe "XL".pdf');
  expect(reply.headers.get('content-disposition')).toBe(
    'attachment; filename="Angebot Gr__e \\"XL\\".pdf"; ' +
      "filename*=UTF-8''Angebot%20Gr%C3%B6%C3%9Fe%20%22XL%22.pdf",
  );
});

test.each([
  ['shared folder.url', 403],
  ['RE: minutes.eml', 403],
  ['removed.docx', 404],
  ['restricted.pdf', 403],
])('%s cannot be downloaded: %i', async (name, status) => {
  const { download } = await opened();
  const reply = await download(name);
  expect(reply.status).toBe(status);
  expect(await reply.json()).toMatchObject({ status: 'error', error: { code: String(status) } });
});

test('unknown messages and attachments answer 404', async () => {
  const { call, path } = await opened();
  expect((await call('/messages/nothing/attachments')).status).toBe(404);
  expect((await call(`${path}/nothing/download`)).status).toBe(404);
});

test('the list has as many attachments as the row says', async () => {
  const { finish, call } = emulator();
  const wire = await finish('Support', {
    report: 'receivedMessageDetail',
    parameters: { activityStart: '2026-03-03T00:00:00', activityEnd: '2026-03-03T12:00:00' },
  });
  const counts = new Set<number>();
  for (const row of wire.result?.data ?? []) {
    const reply = await call(`/messages/${encodeURIComponent(String(row['messageId']))}/attachments`);
    const { attachments } = (await reply.json()) as { attachments: Listed[] };
    expect(attachments).toHaveLength(Number(row['attachmentCount']));
    counts.add(attachments.length);
  }
  expect(counts.size).toBeGreaterThan(2);
});

test('a large file comes piece by piece, as long as announced', async () => {
  const { download, listed } = await opened();
  const reply = await download('scans.zip');
  let [bytes, pieces] = [0, 0];
  for await (const piece of reply.body as unknown as AsyncIterable<Uint8Array>) {
    bytes += piece.byteLength;
    pieces += 1;
  }
  expect(bytes).toBe(24_000_000);
  expect(bytes).toBe(listed('scans.zip').size);
  expect(reply.headers.get('content-length')).toBe(String(bytes));
  expect(pieces).toBeGreaterThan(10);
});

test('one name leads out of its folder, and turns its ending round', async () => {
  const { attachments } = await opened();
  expect(attachments.map(({ name }) => name)).toContain('..\\..\\photo-\u202egpj.exe');
});

test('where attachments are not permitted, the list answers as for a key without the scope', async () => {
  const { call, path } = await opened('Drill: attachments not permitted');
  const reply = await call(path);
  expect(reply.status).toBe(403);
  expect(await reply.json()).toMatchObject({
    error: { message: expect.stringContaining('messages:read') as string },
  });
});
