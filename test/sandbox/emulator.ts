// A sandbox on a clock that only the test moves, with short ways to call it.
import { createSandbox } from '#src/sandbox/sandbox.ts';
import type { Sandbox, SandboxOptions } from '#src/sandbox/sandbox.ts';

/** Tuesday, 10 March 2026, 16:00 UTC: noon in Toronto, two days after its clocks went forward. */
export const START_MS = Date.UTC(2026, 2, 10, 16);

export type Wire = {
  _links: Record<string, { href: string; method: string; body?: unknown }>;
  status: string;
  progress: number;
  result?: { data: Record<string, unknown>[]; total: number | null; dataCutoffTimestamp?: string };
  error?: { code: string; message: string };
};

type CallInit = { method?: string; key?: string | null; body?: unknown; text?: string };

export type Emulator = {
  sandbox: Sandbox;
  /** `key` is a label, a value, or null for no header. */
  call: (path: string, init?: CallInit) => Promise<Response>;
  mailboxId: (name: string) => Promise<string>;
  launch: (mailbox: string, more?: LaunchMore) => Promise<Response>;
  /** Launches, and gives the envelope of the accepted run. */
  start: (mailbox: string, more?: LaunchMore) => Promise<Wire>;
  /** Launches, moves the clock to the end of the run, and gives the first page of its result. */
  finish: (mailbox: string, more?: LaunchMore) => Promise<Wire>;
  read: (href: string | undefined) => Promise<Wire>;
};

export type LaunchMore = {
  report?: string;
  query?: string;
  key?: string;
  parameters?: Record<string, unknown>;
};

const ONE_WEEK = { start: '2026-03-02T00:00:00', end: '2026-03-08T23:59:59', period: 'day' };

export function emulator(options: SandboxOptions = {}): Emulator {
  const sandbox = createSandbox({ now: () => START_MS, ...options });
  const keyOf = (label: string) => sandbox.keys.find((key) => key.label === label)?.key ?? label;
  const call: Emulator['call'] = async (path, { method, key = 'Full access', body, text } = {}) => {
    const payload = text ?? (body === undefined ? undefined : JSON.stringify(body));
    const url = path.startsWith('http') ? path : `https://sandbox.invalid/api/v1${path}`;
    return sandbox.fetch(
      new Request(url, {
        method: method ?? (payload === undefined ? 'GET' : 'POST'),
        headers: key === null ? {} : { authorization: `Bearer ${keyOf(key)}` },
        ...(payload === undefined ? {} : { body: payload }),
      }),
    );
  };
  const mailboxId = async (name: string) => {
    const reply = (await (await call('/admin/mailboxes')).json()) as {
      mailboxes: { mailboxId: string; mailboxName: string }[];
    };
    const found = reply.mailboxes.find((mailbox) => mailbox.mailboxName === name);
    if (found === undefined) throw new Error(`no mailbox named ${name}`);
    return found.mailboxId;
  };
  const read = async (href: string | undefined) => {
    if (href === undefined) throw new Error('no link to follow');
    return (await (await call(href)).json()) as Wire;
  };
  const launch: Emulator['launch'] = async (mailbox, more = {}) => {
    const { report = 'mailboxPerformance', query = '?max=500', key = 'Full access' } = more;
    const own = report === 'receivedMessageDetail' ? { activityType: 'received' } : ONE_WEEK;
    const parameters = { mailboxId: await mailboxId(mailbox), ...own, ...more.parameters };
    return call(`/reports/${report}${query}`, { key, body: { parameters } });
  };
  const start: Emulator['start'] = async (mailbox, more) => {
    const reply = await launch(mailbox, more);
    if (reply.status !== 200) throw new Error(`not accepted: ${reply.status} ${await reply.text()}`);
    return (await reply.json()) as Wire;
  };
  const finish: Emulator['finish'] = async (mailbox, more) => {
    const accepted = await start(mailbox, more);
    sandbox.advance(60_000);
    return read(accepted._links['self']?.href);
  };
  return { sandbox, call, mailboxId, launch, start, finish, read };
}
