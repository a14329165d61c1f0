// @vitest-environment node
import { describe, expect, it } from 'vitest';
import { codeOf, createDesk, errorReply } from '../gateway/desk.ts';

const PATH = '/api/v1/messages/AAMk%3D%2F1/attachments/a%2B1/download';
const file = (disposition: string, body = '<script>alert(1)</script>') =>
  new Response(body, {
    headers: {
      'content-type': 'text/html',
      'content-disposition': disposition,
      'content-length': String(body.length),
    },
  });

describe('a download', () => {
  it('comes as bytes that no browser shows, with its type aside', async () => {
    const desk = createDesk(() => file('attachment; filename="report.html"'));
    const response = await desk.get(PATH);
    expect(Object.fromEntries(response.headers)).toMatchObject({
      'content-type': 'application/octet-stream',
      'desk-content-type': 'text/html',
      'content-disposition': 'attachment; filename="report.html"',
      'content-length': '25',
      'content-security-policy': "default-src 'none'; sandbox",
      'x-content-type-options': 'nosniff',
      'cache-control': 'no-store',
    });
    expect(await response.text()).toBe('<script>alert(1)</script>');
    expect(desk.seen[0]).toMatchObject({
      path: PATH,
      headers: { accept: '*/*', authorization: 'Bearer key-one' },
    });
  });

  it.each([
    ['inline; filename="a.html"', 'attachment'],
    ['attachment', 'attachment'],
    [
      'attachment; filename="a.txt"; filename*=UTF-8\'\'%e2%82%ac.txt',
      'attachment; filename="a.txt"; filename*=UTF-8\'\'%e2%82%ac.txt',
    ],
    ['attachment; filename="a"b"', 'attachment'],
    ['attachment; filename="a"; other=1', 'attachment'],
  ])('has the disposition %s passed on only when it is one to save under', async (given, expected) => {
    const desk = createDesk(() => file(given));
    expect((await desk.get(PATH)).headers.get('content-disposition')).toBe(expected);
  });

  it('is neither shared nor kept', async () => {
    const desk = createDesk(() => file('attachment'));
    await Promise.all([desk.get(PATH), desk.get(PATH)]);
    await desk.get(PATH);
    expect(desk.seen).toHaveLength(3);
  });

  it('passes an error on as data', async () => {
    const desk = createDesk(() => errorReply(403));
    const response = await desk.get(PATH);
    expect([response.status, await codeOf(response), response.headers.get('content-type')]).toEqual([
      403,
      '403',
      'application/json',
    ]);
  });

  it('breaks off when the API does, instead of looking whole', async () => {
    let piece = 0;
    const desk = createDesk(
      () =>
        new Response(
          new ReadableStream({
            pull(body) {
              if ((piece += 1) === 1) body.enqueue(new Uint8Array([1]));
              else body.error(new Error('reset'));
            },
          }),
        ),
    );
    await expect((await desk.get(PATH)).arrayBuffer()).rejects.toThrow('broke off');
  });

  it('breaks off when nothing comes for fifteen seconds', async () => {
    const desk = createDesk(
      () => new Response(new ReadableStream({ start: (body) => body.enqueue(new Uint8Array([1])) })),
    );
    const outcome = (await desk.get(PATH)).arrayBuffer().then(
      () => 'whole',
      (error: unknown) => String(error),
    );
    await desk.clock.advance(15_000);
    expect(await outcome).toContain('broke off');
  });

  it('takes no query', async () => {
    const desk = createDesk(() => file('attachment'));
    expect(await codeOf(await desk.get(`${PATH}?a=1`))).toBe('query-not-allowed');
    expect(desk.seen).toEqual([]);
  });
});
