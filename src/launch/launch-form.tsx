// The launch form: one column of fields beside a summary of what will be sent.
import { useQuery } from '@tanstack/react-query';
import type { UseQueryResult } from '@tanstack/react-query';
import { useEffect, useRef, useState } from 'react';
import type { RefObject, SubmitEvent } from 'react';
import { mailboxesQuery } from '#src/connection/queries.ts';
import type { DeskConfig } from '#src/contract/desk.ts';
import { UNKNOWN_USER } from '#src/contract/mailboxes.ts';
import type { Mailbox } from '#src/contract/mailboxes.ts';
import { FailurePanel } from '#src/failures/failure-panel.tsx';
import { recordView } from '#src/failures/record-view.ts';
import { useDesk, useRecord, useRecords } from '#src/runs/desk-context.tsx';
import { findDuplicate } from '#src/records/duplicates.ts';
import { fingerprintOf } from '#src/records/fingerprint.ts';
import { Button } from '#src/ui/button.tsx';
import { useNow } from '#src/ui/now.tsx';
import { Panel } from '#src/ui/panel.tsx';
import { viewerZone } from '#src/ui/time-format.ts';
import { buildRequest, chosenMailboxes, FORM_FIELDS, keyOf, rangeOf } from './build-request.ts';
import { DuplicateNotice } from './duplicate-notice.tsx';
import { ActivityField, FilterFields } from './filter-fields.tsx';
import { withReport } from './form-state.ts';
import { KeyField } from './key-field.tsx';
import { LaunchSummary } from './launch-summary.tsx';
import { MailboxField } from './mailbox-field.tsx';
import { RangeFields } from './range-fields.tsx';
import { refusalOf, refusedField } from './refusal.ts';
import { ReportField } from './report-field.tsx';
import { useFormState } from './use-form-state.ts';
import { NOT_WRITTEN, useLaunch } from './use-launch.ts';
import { useWeekStart } from '#src/range/week-start.ts';
import styles from './launch-form.module.css';

/** Presets move on with the minute; what is sent is what was read, and shown, with this time. */
const MINUTE_MS = 60_000;

export function LaunchForm({ config }: { config: DeskConfig }) {
  const { client } = useDesk().environment;
  const { form, change, flush } = useFormState();
  const { launch, busy, failed } = useLaunch();
  const source = useRecord(form.fromRecord);
  const element = useRef<HTMLFormElement>(null);
  const [attempts, setAttempts] = useState(0);
  const now = useNow(MINUTE_MS);

  const key = keyOf(form, config.keys);
  const mailboxes = useQuery({ ...mailboxesQuery(client, key?.id ?? ''), enabled: key !== undefined });
  const facts = {
    keys: config.keys,
    mailboxes: mailboxes.data ?? null,
    now,
    weekStart: useWeekStart(),
  };
  const [mailbox] = chosenMailboxes(form, facts);
  const built = buildRequest(form, facts);
  const refusal = refusalOf(source);
  const missing = attempts > 0 && built.kind === 'incomplete' ? built.errors : {};
  const errors = { ...refusedField(refusal, source, form), ...missing };
  const keys = new Set(config.keys.map(({ id }) => id));
  const records = useRecords();
  const duplicate =
    built.kind === 'ready'
      ? findDuplicate(fingerprintOf(built.launches[0].request), records, now, keys)
      : null;
  const notice = useRef<HTMLDivElement>(null);

  useFirstErrorFocus(element, attempts);

  function submit(event: SubmitEvent<HTMLFormElement>) {
    event.preventDefault();
    flush();
    if (built.kind !== 'ready') setAttempts(attempts + 1);
    // The desk has this run: the notice says so and offers both ways.
    else if (duplicate !== null && !busy) notice.current?.querySelector('a')?.focus();
    else launch(built.launches[0], source);
  }

  return (
    <div className={styles['frame']}>
      {/* oxlint-disable-next-line jsx-a11y/no-noninteractive-element-interactions -- nothing to operate: leaving a field saves the address */}
      <form ref={element} noValidate className={styles['form']} onSubmit={submit} onBlur={flush}>
        <div className={styles['fields']}>
          {refusal !== null && refusal.field === null && source !== null && (
            <FailurePanel
              quiet
              size="card"
              headingLevel={2}
              failure={recordView(source, refusal.failure.kind, { now, keys })}
              handlers={{}}
            />
          )}
          <ReportField
            report={form.report}
            onChange={(report) => {
              change(withReport(form, report));
            }}
          />
          <div data-field="key">
            <KeyField
              keys={config.keys}
              chosen={key}
              keyId={form.keyId}
              error={errors.key}
              onChange={(keyId) => {
                change({ keyId });
              }}
            />
          </div>
          {key !== undefined && (
            <div data-field="mailbox">
              <MailboxField
                mailboxes={mailboxes}
                deskKey={key}
                value={form.mailboxIds[0] ?? ''}
                error={errors.mailbox}
                onChange={(mailboxId) => {
                  change({ mailboxIds: [mailboxId], users: usersIn(mailboxes.data, mailboxId, form.users) });
                }}
                onKey={(keyId) => {
                  change({ keyId });
                }}
              />
            </div>
          )}
          <ActivityField form={form} errors={errors} onChange={change} />
          <RangeFields
            form={form}
            mailbox={mailbox}
            range={rangeOf(form, mailbox?.timeZone ?? viewerZone(), facts)}
            errors={errors}
            onChange={change}
          />
          <FilterFields form={form} mailbox={mailbox} errors={errors} onChange={change} />
        </div>
        <div className={styles['aside']}>
          <div className={styles['summary']}>
            <LaunchSummary
              form={form}
              built={built}
              now={now}
              keys={keys}
              slots={config.limits.concurrentRuns}
            />
          </div>
        </div>
        <div className={styles['actions']}>
          {failed && <NotWritten />}
          {/* While its own launch is being written, the record is no duplicate. */}
          {built.kind === 'ready' && duplicate !== null && !busy && (
            <div ref={notice} className={styles['notice']}>
              <DuplicateNotice
                duplicate={duplicate}
                slots={config.limits.concurrentRuns}
                onRunAnyway={() => {
                  launch(built.launches[0], source);
                }}
              />
            </div>
          )}
          <Button
            type="submit"
            variant="primary"
            busy={busy}
            disabledReason={key === undefined ? undefined : withoutMailboxes(mailboxes)}
          >
            Launch report
          </Button>
        </div>
      </form>
    </div>
  );
}

/** Puts the focus on the first field that something is wrong with, after each press that could not launch. */
function useFirstErrorFocus(form: RefObject<HTMLFormElement | null>, attempts: number): void {
  useEffect(() => {
    if (attempts === 0) return;
    const wrong = FORM_FIELDS.map((name) =>
      form.current?.querySelector<HTMLElement>(
        `[data-field="${name}"]:has([id$="error"]) :is(select, input, textarea)`,
      ),
    );
    wrong.find((control) => control !== null && control !== undefined)?.focus();
  }, [form, attempts]);
}

/** Those of the chosen users who can be counted in another mailbox too. */
function usersIn(
  mailboxes: readonly Mailbox[] | undefined,
  mailboxId: string,
  chosen: readonly string[],
): string[] {
  const members = mailboxes?.find((other) => other.mailboxId === mailboxId)?.users ?? [];
  const known = new Set([UNKNOWN_USER, ...members.map(({ userId }) => userId)]);
  return chosen.filter((id) => known.has(id));
}

/** Why nothing can be launched before the list of mailboxes is there. */
function withoutMailboxes({ data, isError }: UseQueryResult<Mailbox[]>): string | undefined {
  if (data !== undefined) return data.length === 0 ? 'This key has no mailboxes.' : undefined;
  return isError
    ? 'The mailboxes of this key could not be read.'
    : 'The mailboxes of this key are being read.';
}

function NotWritten() {
  return (
    <Panel tone="danger" icon="alert" headingLevel={2} title={NOT_WRITTEN}>
      <p>
        Nothing was sent. A launch is written down in this browser before it goes out, and the browser refused
        to store it. Nothing entered was lost: free some space or allow storage for this page, then launch
        again.
      </p>
    </Panel>
  );
}
