// The launch form: one column of fields beside a summary of what will be sent.
import { useQuery } from '@tanstack/react-query';
import type { UseQueryResult } from '@tanstack/react-query';
import { useEffect, useRef, useState } from 'react';
import type { RefObject, SubmitEvent } from 'react';
import { mailboxesQuery } from '#src/connection/queries.ts';
import type { DeskConfig } from '#src/contract/desk.ts';
import type { Mailbox } from '#src/contract/mailboxes.ts';
import { FailurePanel } from '#src/failures/failure-panel.tsx';
import { scopesSeen } from '#src/failures/key-scopes.ts';
import { recordView } from '#src/failures/record-view.ts';
import { useDesk, useRecord, useRecords } from '#src/runs/desk-context.tsx';
import { copiedRuns } from '#src/records/copied-runs.ts';
import { Button } from '#src/ui/button.tsx';
import { useNow } from '#src/ui/now.tsx';
import { useRemembered } from '#src/ui/remembered.ts';
import { viewerZone } from '#src/ui/time-format.ts';
import { BatchDuplicates } from './batch-duplicates.tsx';
import { NotWritten } from './batch-not-written.tsx';
import { planLaunches } from './batch-plan.ts';
import { buildRequest, chosenMailboxes, FORM_FIELDS, keyOf, rangeOf } from './build-request.ts';
import { CompareField } from './compare-field.tsx';
import { DuplicateNotice } from './duplicate-notice.tsx';
import { ActivityField, FilterFields } from './filter-fields.tsx';
import { withReport } from './form-state.ts';
import type { RangeEndName } from './form-state.ts';
import { KeyField } from './key-field.tsx';
import { LaunchSummary } from './launch-summary.tsx';
import { MailboxField } from './mailbox-field.tsx';
import { PresetBar } from './preset-bar.tsx';
import { RangeFields } from './range-fields.tsx';
import { refusalOf, refusedField } from './refusal.ts';
import { ReportField } from './report-field.tsx';
import { useFormState } from './use-form-state.ts';
import { useLaunch } from './use-launch.ts';
import { useWeekStart } from '#src/range/week-start.ts';
import * as words from './words.ts';
import * as mailboxWords from './mailbox-words.ts';
import styles from './launch-form.module.css';

/** Presets move on with the minute; what is sent is what was read, and shown, with this time. */
const MINUTE_MS = 60_000;

export function LaunchForm({ config }: { config: DeskConfig }) {
  const { client } = useDesk().environment;
  const { form, change, flush } = useFormState();
  const { launch, busy, failed, isOwn } = useLaunch();
  const source = useRecord(form.fromRecord);
  const element = useRef<HTMLFormElement>(null);
  const [attempts, setAttempts] = useState(0);
  const [halfFilled, setHalfFilled] = useState<readonly RangeEndName[]>([]);
  const now = useNow(MINUTE_MS);

  const key = keyOf(form, config.keys);
  const mailboxes = useQuery({ ...mailboxesQuery(client, key?.id ?? ''), enabled: key !== undefined });
  const facts = {
    keys: config.keys,
    mailboxes: mailboxes.data ?? null,
    now,
    weekStart: useWeekStart(),
    halfFilled,
  };
  const [mailbox] = chosenMailboxes(form, facts);
  const built = buildRequest(form, facts);
  const refusal = refusalOf(source);
  const missing = attempts > 0 && built.kind === 'incomplete' ? built.errors : {};
  const errors = { ...refusedField(refusal, source, form), ...missing };
  const keys = new Set(config.keys.map(({ id }) => id));
  const records = useRecords();
  const copied = new Set(useRemembered(copiedRuns));
  const range = { preset: form.preset, weekStart: facts.weekStart };
  const plan =
    built.kind === 'ready'
      ? planLaunches(built.launches, {
          ...range,
          compare: form.compare,
          records: records.filter(({ id }) => !isOwn(id)),
          now,
          keys,
          copied,
        })
      : [];
  const [first] = plan;
  const isThere = plan.some(({ duplicate }) => duplicate !== null);
  const notice = useRef<HTMLDivElement>(null);

  useFirstErrorFocus(element, attempts);

  function submit(event: SubmitEvent<HTMLFormElement>) {
    event.preventDefault();
    flush();
    if (built.kind !== 'ready') setAttempts(attempts + 1);
    // The desk has this run: the notice says so and offers both ways.
    else if (isThere) notice.current?.querySelector('a')?.focus();
    else launch(plan, source);
  }

  return (
    <div className={styles['frame']}>
      <PresetBar form={form} keys={keys} />
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
            deskKey={
              key === undefined
                ? null
                : { ...key, ...scopesSeen(key.id, records, mailboxes.data !== undefined) }
            }
            error={errors.report}
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
                values={form.mailboxIds}
                error={errors.mailbox}
                onChange={(mailboxIds) => {
                  change({ mailboxIds });
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
            onHalfFilled={(end, isHalf) => {
              setHalfFilled((known) =>
                known.includes(end) === isHalf
                  ? known
                  : isHalf
                    ? [...known, end]
                    : known.filter((other) => other !== end),
              );
            }}
          />
          <CompareField form={form} plan={plan} range={range} onChange={change} />
          <FilterFields
            form={form}
            mailboxes={chosenMailboxes(form, facts)}
            listed={mailboxes.data ?? []}
            errors={errors}
            onChange={change}
          />
        </div>
        <div className={styles['aside']}>
          <div className={styles['summary']}>
            <LaunchSummary form={form} built={built} plan={plan} now={now} keys={keys} config={config} />
          </div>
        </div>
        <div className={styles['actions']}>
          {failed !== null && <NotWritten {...failed} />}
          {isThere && first !== undefined && (
            <div ref={notice} className={styles['notice']}>
              {plan.length > 1 || first.duplicate === null ? (
                <BatchDuplicates
                  plan={plan}
                  slots={config.limits.concurrentRuns}
                  onLaunch={(part) => {
                    launch(part, source);
                  }}
                />
              ) : (
                <DuplicateNotice
                  duplicate={first.duplicate}
                  slots={config.limits.concurrentRuns}
                  onRunAnyway={() => {
                    launch(plan, source);
                  }}
                />
              )}
            </div>
          )}
          <Button
            type="submit"
            variant="primary"
            busy={busy}
            disabledReason={key === undefined ? undefined : withoutMailboxes(mailboxes)}
          >
            {words.launchReport}
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

/** Why nothing can be launched before the list of mailboxes is there. */
function withoutMailboxes({ data, isError }: UseQueryResult<Mailbox[]>): string | undefined {
  if (data !== undefined) return data.length === 0 ? mailboxWords.cannotLaunchWithout : undefined;
  return isError ? mailboxWords.couldNotBeRead : mailboxWords.areBeingRead;
}
