// A finished run's page in the whole desk, for tests of what is done with results.
import type { LaunchRequest, ReportId } from '#src/contract/reports.ts';
import { goTo, see } from './render-app.tsx';
import type { openDesk } from './render-app.tsx';

type Wish = {
  report?: ReportId;
  parameters?: Record<string, unknown>;
  options?: LaunchRequest['options'];
  /** Where to go then; the run's own page when left out. */
  path?: string;
};

const AUGUST = { start: '2026-08-01T00:00:00', end: '2026-08-31T23:59:59', period: 'day' };

/** Launches for a mailbox by name with the key of full access, and opens the run's page. Gives the record's id. */
export async function openRun(
  desk: ReturnType<typeof openDesk>,
  mailbox: string,
  wish: Wish = {},
): Promise<string> {
  const { client, config } = desk.services.desk.environment;
  const { keys } = await see(() => known(config.current()));
  const key = known(keys.find(({ label }) => label === 'Full access'));
  const reply = await client.send({ method: 'GET', target: '/api/v1/admin/mailboxes', keyId: key.id });
  const { mailboxes } = reply.body as {
    mailboxes: { mailboxId: string; mailboxName: string; timeZone: string }[];
  };
  const found = known(mailboxes.find(({ mailboxName }) => mailboxName === mailbox));
  const record = await desk.services.desk.launch(
    {
      report: wish.report ?? 'mailboxPerformance',
      options: wish.options ?? {},
      parameters: { mailboxId: found.mailboxId, ...AUGUST, ...wish.parameters },
    },
    { keyId: key.id, keyLabel: key.label, mailbox: { name: mailbox, timeZone: found.timeZone } },
  );
  await goTo(desk, wish.path ?? `/runs/${record.id}`);
  return record.id;
}

function known<Value>(value: Value | null | undefined): Value {
  if (value === null || value === undefined) throw new Error('not there');
  return value;
}
