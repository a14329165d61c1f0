// @vitest-environment node
import { describe, expect, it } from 'vitest';
import { withoutKey } from '#src/upstream/key-echo.ts';
import { createDesk, jsonReply, uuid } from '../gateway/desk.ts';

const KEY = 'canary/"key"-5b1f9c0d';
const bytes = (text: string) => new Uint8Array(new TextEncoder().encode(text));

describe('an API that repeats the key', () => {
  const leaky = () =>
    createDesk(
      (request) => {
        const said = request.headers.get('authorization') ?? '';
        const body = JSON.stringify({
          status: 'error',
          error: { code: said, message: `${said} is no good` },
        });
        return jsonReply(body.replaceAll('/', '\\/'), 400, {
          'content-type': `text/plain; x=${KEY}`,
          sunset: KEY,
        });
      },
      { keys: [{ label: 'First', key: KEY, source: 'environment' }] },
    );

  it('does not bring it to the browser', async () => {
    const desk = leaky();
    for (const response of [
      await desk.get('/api/v1/admin/mailboxes'),
      await desk.get('/api/v1/reports/results/r'),
      await desk.get('/api/v1/messages/m/attachments/a/download'),
      await desk.launch(uuid(1)),
      await desk.post('/desk/keys', { label: 'Again', key: KEY }),
    ]) {
      const text = (await response.text()) + JSON.stringify([...response.headers]);
      expect(text).toContain('[removed] is no good');
      expect(text).not.toContain('5b1f9c0d');
    }
    expect(desk.seen.every(({ headers }) => headers['authorization'] === `Bearer ${KEY}`)).toBe(true);
  });

  it('does not bring it into the ledger', async () => {
    const desk = leaky();
    await desk.launch(uuid(1));
    const kept = await (await desk.get('/desk/submissions')).text();
    expect(kept).toContain('[removed]');
    expect(kept).not.toContain('5b1f9c0d');
  });
});

describe('an answer', () => {
  it('that does not hold the key is passed on as the very bytes', () => {
    const body = bytes('{"name":"Größe \u{1f642}"}');
    expect(withoutKey(body, KEY)).toBe(body);
  });

  it('that holds it loses nothing else', () => {
    const body = bytes(`Größe ${KEY} \u{1f642} ${KEY}`);
    expect(new TextDecoder().decode(withoutKey(body, KEY))).toBe('Größe [removed] \u{1f642} [removed]');
  });

  it('is left alone where a key is so short that it may stand there by chance', () => {
    const body = bytes('a key of one');
    expect(withoutKey(body, 'key')).toBe(body);
  });
});
