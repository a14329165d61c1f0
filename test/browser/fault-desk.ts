// A desk for each test: a gateway process that can be killed and started again, the API behind it on a port of its own, and a proxy
// in front of it. The API keeps count, whatever happens to the rest.
import { mkdtempSync, readdirSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Page } from '@playwright/test';
import { expect, test as deskTest } from './desk.ts';
import { startFaultProxy } from './fault-proxy.ts';
import type { FaultProxy } from './fault-proxy.ts';
import { startGateway } from './gateway-process.ts';
import { startSandbox } from './http-sandbox.ts';
import type { HttpSandbox } from './http-sandbox.ts';

/**
 * Each worker's own, and none that the system gives out by itself: while a gateway is dead, nothing else may take its port. Other
 * runs of these stories on the same machine have others.
 */
const PORT = String(10_000 + (process.pid % 20_000));

/** A gateway in live mode, on a port and a data folder that it keeps when it is started again. */
export type OwnGateway = {
  readonly origin: string;
  readonly data: string;
  /** What all its processes printed so far. */
  printed(): string;
  /** `kill -9`: it has no say in it. */
  kill(): Promise<void>;
  startAgain(): Promise<void>;
};

type Options = {
  /** Whether pages are opened without the proxy. */
  direct: boolean;
  /** The API key that the gateway starts with. */
  key: string;
};

export const test = deskTest.extend<Options & { api: HttpSandbox; gateway: OwnGateway; network: FaultProxy }>(
  {
    direct: [false, { option: true }],
    key: ['sandbox-key-full-access-0000', { option: true }],
    // oxlint-disable-next-line no-empty-pattern -- Playwright reads the parameter's form
    api: async ({}, provide) => {
      const api = await startSandbox();
      await provide(api);
      await api.close();
    },
    gateway: async ({ api, key }, provide) => {
      const data = mkdtempSync(join(tmpdir(), 'report-desk-faults-'));
      const env = {
        DESK_PORT: PORT,
        DESK_DATA_DIR: data,
        EMAILGISTICS_BASE_URL: api.origin,
        EMAILGISTICS_API_KEY: key,
        EMAILGISTICS_KEY_LABEL: 'First key',
      };
      let process = await startGateway(env);
      let before = '';
      await provide({
        origin: process.origin,
        data,
        printed: () => before + process.printed(),
        async kill() {
          await process.stop('SIGKILL');
          before += process.printed();
        },
        async startAgain() {
          process = await startGateway(env);
        },
      });
      // Launches that hang would keep a polite stop waiting.
      await process.stop('SIGKILL');
      rmSync(data, { recursive: true, force: true });
    },
    network: async ({ gateway }, provide) => {
      const proxy = await startFaultProxy(gateway.origin);
      await provide(proxy);
      await proxy.close();
    },
    baseURL: async ({ direct, gateway, network }, provide) => {
      await provide(direct ? gateway.origin : network.origin);
    },
    desk: async ({ api, baseURL }, provide) => {
      await provide({
        origin: String(baseURL),
        log: () => Promise.resolve([...api.log()]),
        launches: () => Promise.resolve(api.launches()),
        post: () => Promise.reject(new Error('A live desk has no sandbox to talk to.')),
      });
    },
  },
);

export { expect };

/** The card of the mailbox, which must be the only one of it. */
export const cardOf = (page: Page, mailbox: string) =>
  page.getByRole('article', { name: `Mailbox Performance · ${mailbox}` });

/** Waits until the API has got so many launches. */
export async function expectLaunches(api: HttpSandbox, count: number) {
  await expect.poll(() => api.launches().length, { intervals: [20] }).toBe(count);
}

/**
 * Waits until the page has the whole code that shows failures, which it fetches a second after its start: a desk that has lost its
 * gateway cannot fetch it any more.
 */
export async function expectPanelCode(page: Page) {
  const files = readdirSync('dist/assets').filter((name) =>
    /^(?:board-late|failure-panel)-.*\.js$/.test(name),
  );
  // As long as the build names them so.
  expect(files.length).toBeGreaterThan(1);
  const missing = () =>
    page.evaluate((names) => {
      const asked = [...document.querySelectorAll('link')].map(({ href }) => href);
      return names.filter((name) => !asked.some((url) => url.endsWith(name)));
    }, files);
  await expect.poll(missing, { intervals: [50] }).toEqual([]);
  // They may still be on their way, and so may what they stand on: an import is over when all of it is there.
  await page.evaluate(async (names) => {
    await Promise.all(names.map((name) => import(`/assets/${name}`)));
  }, files);
  const styles = () =>
    page.evaluate(() =>
      [...document.querySelectorAll<HTMLLinkElement>('link[rel=stylesheet]')].every(
        ({ sheet }) => sheet !== null,
      ),
    );
  await expect.poll(styles, { intervals: [50] }).toBe(true);
}
