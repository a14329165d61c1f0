// What will be sent, in words, beside the form: seen before the button is pressed.
import { reportOf } from '#src/contract/reports.ts';
import { slotsHeld } from '#src/records/derived.ts';
import { useRecords } from '#src/runs/desk-context.tsx';
import { describeRequest } from '#src/records/words.ts';
import { DefinitionList } from '#src/ui/definition-list.tsx';
import type { Definition } from '#src/ui/definition-list.tsx';
import { Heading } from '#src/ui/heading.tsx';
import { useClockValue } from '#src/ui/now.tsx';
import { formatList } from '#src/ui/number-format.ts';
import { FORM_FIELDS } from './build-request.ts';
import type { BuiltLaunch, ReadyLaunch } from './build-request.ts';
import type { FormState } from './form-state.ts';
import { periodInWords, periodsOf, rowsInWords, slotsInWords, weeksInWords } from './preview.ts';
import { useWeekStart } from '#src/range/week-start.ts';
import type { Weekday } from '#src/range/week-start.ts';
import styles from './launch-summary.module.css';

type LaunchSummaryProps = {
  form: FormState;
  built: BuiltLaunch;
  /** Epoch ms: the time that the form was read at. */
  now: number;
  keys: ReadonlySet<string>;
  /** Runs the account may have at a time. */
  slots: number;
};

export function LaunchSummary({ form, built, now, keys, slots }: LaunchSummaryProps) {
  const records = useRecords();
  const held = useClockValue((at) => slotsHeld(records, at, keys));
  const queued = records.filter(({ state }) => state === 'queued').length;
  const weekStart = useWeekStart();
  const report = reportOf(form.report);
  const ready = built.kind === 'ready' ? built.launches[0] : null;
  return (
    <section className={styles['summary']} aria-labelledby="launch-summary">
      <Heading level={2} id="launch-summary">
        Summary
      </Heading>
      {built.kind === 'ready' ? (
        <p className={styles['sentence']}>
          {report.title} for {built.launches[0].mailbox.mailboxName},{' '}
          {describeRequest(describable(built.launches[0]))}
        </p>
      ) : (
        <p className={styles['sentence']}>
          {report.title}. {FORM_FIELDS.map((field) => built.errors[field]).find((text) => text !== undefined)}
        </p>
      )}
      <DefinitionList
        items={[
          ...(ready === null ? [] : launchItems(ready, now, weekStart)),
          { term: 'Scopes needed', value: formatList(report.scopes) },
          { term: 'Slots', value: slotsInWords(held, slots, queued) },
        ]}
      />
    </section>
  );
}

function describable({ request, mailbox }: ReadyLaunch) {
  return { request, mailbox: { name: mailbox.mailboxName, timeZone: mailbox.timeZone } };
}

function launchItems({ request, mailbox, key }: ReadyLaunch, now: number, weekStart: Weekday): Definition[] {
  const periods = periodsOf(request, mailbox.timeZone, weekStart);
  const rows = rowsInWords(request, mailbox, now, weekStart);
  return [
    ...(periods === null
      ? []
      : [
          { term: 'First period', value: periodInWords(periods.first, periods.period) },
          { term: 'Last period', value: periodInWords(periods.last, periods.period) },
        ]),
    ...(periods?.period === 'week' ? [{ term: 'Weeks', value: weeksInWords(weekStart) }] : []),
    ...(rows === null ? [] : [{ term: 'Rows', value: rows }]),
    { term: 'Time zone', value: mailbox.timeZone },
    { term: 'Key', value: key.label },
  ];
}
