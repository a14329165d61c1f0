// Other sites in the same browser against the gateway: everything a page can try without being ours. The API is asked nothing, and
// nothing can be read. Addresses of this machine are one site whatever their port, so one neighbour is of the same site.
import { once } from 'node:events';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import type { Page } from '@playwright/test';
import { expect, test as faultTest } from './fault-desk.ts';
import type { OwnGateway } from './fault-desk.ts';

/** Where launches go, as the gateway's log names it. */
const ROUTE = '/api/v1/reports/mailboxPerformance';
const LAUNCH = `${ROUTE}?max=500`;
const READS = ['/api/v1/admin/mailboxes', '/desk/config', '/desk/submissions', '/desk/usage', '/sandbox/log'];

/** What the attacker aims at. `body` is a launch that the API would accept. */
type Target = { desk: string; launch: string; reads: string[]; body: string };

const test = faultTest.extend<{ elsewhere: number }>({
  direct: true,
  // oxlint-disable-next-line no-empty-pattern -- Playwright reads the parameter's form
  elsewhere: async ({}, provide) => {
    const server = createServer((_request, response) => {
      response.writeHead(200, { 'content-type': 'text/html' }).end('<!doctype html><title>Elsewhere</title>');
    });
    server.listen(0);
    await once(server, 'listening');
    await provide((server.address() as AddressInfo).port);
    server.closeAllConnections();
    server.close();
    await once(server, 'close');
  },
});

/** Each gives all text of the gateway that it could read. */
const ATTACKS: Record<string, (target: Target) => Promise<string>> = {
  'forms of every type, into a frame': async ({ desk, launch, body }) => {
    const read: string[] = [];
    for (const enctype of ['application/x-www-form-urlencoded', 'multipart/form-data', 'text/plain']) {
      const frame = document.createElement('iframe');
      frame.name = enctype;
      document.body.append(frame);
      const form = document.body.appendChild(document.createElement('form'));
      Object.assign(form, { action: desk + launch, method: 'post', enctype, target: frame.name });
      const field = form.appendChild(document.createElement('input'));
      // As text/plain this is the launch itself, with a field more.
      [field.name, field.value] = [`${body.slice(0, -1)},"x":"`, '"}'];
      await new Promise((resolve) => {
        frame.addEventListener('load', resolve, { once: true });
        // The first document of the frame may still be on its way.
        setTimeout(() => form.submit());
      });
      try {
        read.push(frame.contentDocument?.body.innerText ?? '');
      } catch {
        // Not ours to read.
      }
    }
    return read.join('');
  },
  'fetch with every mode and type': async ({ desk, launch, body }) => {
    const read: string[] = [];
    for (const mode of ['no-cors', 'cors'] as const) {
      for (const type of ['text/plain', 'application/x-www-form-urlencoded', 'application/json']) {
        for (const extra of [{}, { 'Idempotency-Key': crypto.randomUUID(), 'Desk-Key': 'x' }]) {
          await fetch(desk + launch, {
            method: 'POST',
            mode,
            body,
            headers: { 'Content-Type': type, ...extra },
            credentials: 'include',
            keepalive: true,
          })
            .then(async (response) => read.push(await response.text()))
            .catch(() => undefined);
        }
      }
    }
    return read.join('');
  },
  'other methods and addresses': async ({ desk }) => {
    const read: string[] = [];
    const calls = [
      ['POST', '/desk/keys'],
      ['POST', '/desk/login'],
      ['POST', '/sandbox/reset'],
      ['DELETE', `/desk/submissions/${crypto.randomUUID()}`],
      ['DELETE', '/desk/keys/x'],
      ['PUT', '/api/v1/admin/mailboxes'],
    ] as const;
    for (const [method, path] of calls) {
      for (const mode of ['no-cors', 'cors'] as const) {
        await fetch(desk + path, { method, mode, body: '{"label":"x","key":"x"}' })
          .then(async (response) => read.push(await response.text()))
          .catch(() => undefined);
      }
    }
    return read.join('');
  },
  async beacons({ desk, launch, body }) {
    for (const type of ['text/plain', 'application/json']) {
      navigator.sendBeacon(desk + launch, new Blob([body], { type }));
    }
    return '';
  },
  'reads by fetch': async ({ desk, reads }) => {
    const read: string[] = [];
    for (const path of [...reads, '/']) {
      for (const mode of ['no-cors', 'cors'] as const) {
        await fetch(desk + path, { mode, credentials: 'include' })
          .then(async (response) => read.push(await response.text()))
          .catch(() => undefined);
      }
    }
    return read.join('');
  },
  'elements that load': async ({ desk, reads }) => {
    const loaded: string[] = [];
    for (const path of reads) {
      for (const name of ['img', 'script', 'link', 'audio'] as const) {
        const element = document.createElement(name);
        const over = new Promise<boolean>((resolve) => {
          for (const event of ['load', 'loadedmetadata'])
            element.addEventListener(event, () => resolve(true));
          element.addEventListener('error', () => resolve(false));
        });
        if (element instanceof HTMLLinkElement) {
          Object.assign(element, { rel: 'stylesheet', href: desk + path });
        } else element.src = desk + path;
        document.head.append(element);
        if (await over) loaded.push(`${name} ${path}`);
      }
    }
    return loaded.join('');
  },
  'frames of addresses': async ({ desk, reads }) => {
    const read: string[] = [];
    for (const path of reads) {
      const frame = document.createElement('iframe');
      frame.src = desk + path;
      const over = new Promise((resolve) => {
        frame.addEventListener('load', resolve, { once: true });
      });
      document.body.append(frame);
      await over;
      try {
        read.push(frame.contentDocument?.body.innerText ?? '');
      } catch {
        // Not ours to read.
      }
    }
    return read.join('');
  },
};

/** The requests that the gateway answered. */
function requestsOf(gateway: OwnGateway) {
  return gateway
    .printed()
    .split('\n')
    .filter((line) => line.startsWith('{'))
    .map((line) => JSON.parse(line) as { method: string; route: string; status: number });
}

/** A launch as the desk itself would make it. */
async function bodyOf(page: Page, desk: string) {
  const list = await page.request.get(`${desk}/api/v1/admin/mailboxes`);
  const { mailboxes } = (await list.json()) as { mailboxes: { mailboxId: string }[] };
  const range = { start: '2026-09-01T00:00:00', end: '2026-09-30T00:00:00', period: 'day' };
  return JSON.stringify({ parameters: { mailboxId: mailboxes[0]?.mailboxId, ...range } });
}

for (const { who, host } of [
  { who: 'another site', host: 'localhost' },
  { who: 'another port of the same site', host: '127.0.0.1' },
]) {
  test.describe(who, () => {
    test('gets no launch through and reads nothing', async ({ page, context, api, gateway, elsewhere }) => {
      const body = await bodyOf(page, gateway.origin);
      const target = { desk: gateway.origin, launch: LAUNCH, reads: READS, body };
      const [answered, asked] = [requestsOf(gateway).length, api.log().length];
      const attacker = await context.newPage();
      for (const [name, attack] of Object.entries(ATTACKS)) {
        await attacker.goto(`http://${host}:${String(elsewhere)}/`);
        expect(await attacker.evaluate(attack, target), name).toBe('');
      }
      const seen = () => requestsOf(gateway).slice(answered);
      const launches = () => seen().filter(({ method, route }) => method === 'POST' && route === ROUTE);
      // Three forms, eight fetches and a beacon need no leave from the gateway to be sent: it is the gateway that stops them.
      await expect.poll(() => launches().length, { intervals: [20] }).toBe(12);
      expect(seen().filter(({ route, status }) => route !== '/' && status !== 403)).toEqual([]);
      for (const route of READS) expect(seen().map((request) => request.route)).toContain(route);
      expect(api.log()).toHaveLength(asked);

      // The same launch by a page of the desk, so that it is not refused for anything else.
      await page.goto('/connection');
      const status = await page.evaluate(async ({ launch, body: text }) => {
        const headers = { 'Content-Type': 'application/json', 'Idempotency-Key': crypto.randomUUID() };
        return (await fetch(launch, { method: 'POST', body: text, headers })).status;
      }, target);
      expect(status).toBe(200);
      expect(api.launches()).toHaveLength(1);
    });

    test('opens windows that it has no hold on', async ({ context, api, gateway, elsewhere }) => {
      const attacker = await context.newPage();
      await attacker.goto(`http://${host}:${String(elsewhere)}/`);
      for (const path of ['/', '/desk/config', '/api/v1/admin/mailboxes']) {
        const opening = context.waitForEvent('page');
        const handle = await attacker.evaluateHandle((url) => open(url), gateway.origin + path);
        const opened = await opening;
        await opened.waitForLoadState();
        expect(await opened.evaluate(() => opener === null)).toBe(true);
        expect(await handle.evaluate((other) => other?.closed)).toBe(true);
        await expect(opened.getByText(path === '/' ? 'Report Desk' : 'cross-site').first()).toBeVisible();
        await opened.close();
      }
      const opening = context.waitForEvent('page');
      await attacker.evaluate((action) => {
        const form = document.body.appendChild(document.createElement('form'));
        Object.assign(form, { action, method: 'post', enctype: 'text/plain', target: '_blank' });
        form.submit();
      }, gateway.origin + LAUNCH);
      const answer = await opening;
      await expect(answer.getByText('cross-site')).toBeVisible();
      expect(api.launches()).toEqual([]);
    });

    test('cannot put the desk into a frame', async ({ context, gateway, elsewhere }) => {
      const attacker = await context.newPage();
      await attacker.goto(`http://${host}:${String(elsewhere)}/`);
      for (const element of ['iframe', 'object', 'embed']) {
        for (const path of ['/', '/launch']) {
          const refused = attacker.waitForEvent('console', (message) =>
            message.text().includes('frame-ancestors'),
          );
          await attacker.evaluate(
            ([name, url]) => {
              const made = document.createElement(name);
              made.setAttribute(name === 'object' ? 'data' : 'src', url);
              document.body.append(made);
            },
            [element, gateway.origin + path] as const,
          );
          await refused;
        }
      }
      const shown = await Promise.all(
        attacker.frames().map((frame) => frame.evaluate(() => document.documentElement.innerText)),
      );
      expect(shown.join(' ')).not.toContain('Board');
    });
  });
}

// Newer browsers let no page of such a name ask this machine for anything; opening an address they leave to the gateway.
test('a name that is made to lead here is answered with nothing', async ({
  playwright,
  launchOptions,
  api,
  gateway,
}) => {
  const browser = await playwright.chromium.launch({
    ...launchOptions,
    args: [...(launchOptions.args ?? []), '--host-resolver-rules=MAP rebound.test 127.0.0.1'],
  });
  const page = await browser.newPage({ baseURL: gateway.origin.replace('127.0.0.1', 'rebound.test') });
  for (const path of ['/', '/launch', ...READS]) {
    const answer = await page.goto(path);
    expect(answer?.status(), path).toBe(421);
    expect(await answer?.text(), path).toContain('"code":"host"');
  }
  expect(api.log()).toEqual([]);
  await browser.close();
});
