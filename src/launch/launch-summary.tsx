// What will be sent, in words and to the letter, beside the form: seen before the button is pressed.
import type { ReactNode } from 'react';
import { Link } from 'react-router';
import type { DeskConfig } from '#src/contract/desk.ts';
import { reportOf } from '#src/contract/reports.ts';
import { slotsHeld } from '#src/records/derived.ts';
import { describeRequest } from '#src/records/describe-request.ts';
import { useRecords } from '#src/runs/desk-context.tsx';
import { useWeekStart } from '#src/range/week-start.ts';
import type { Weekday } from '#src/range/week-start.ts';
import { DefinitionList } from '#src/ui/definition-list.tsx';
import type { Definition } from '#src/ui/definition-list.tsx';
import { Heading } from '#src/ui/heading.tsx';
import { useClockValue } from '#src/ui/now.tsx';
import { formatList } from '#src/ui/number-format.ts';
import { sentBy } from './batch-plan.ts';
import type { PlannedLaunch } from './batch-plan.ts';
import { FORM_FIELDS } from './build-request.ts';
import type { BuiltLaunch, ReadyLaunch } from './build-request.ts';
import { duplicates } from './duplicate-words.ts';
import type { FormState } from './form-state.ts';
import { ExactRequest } from './launch-summary-request.tsx';
import { SlotsNow } from './launch-summary-slots.tsx';
import { fewNames, requestsFor, saidOfEach, slotsFor } from './launch-summary-text.ts';
import { periodInWords, periodsOf, rowsInWords, weeksInWords } from './preview.ts';
import * as words from './summary-words.tsx';
import styles from './launch-summary.module.css';

type LaunchSummaryProps = {
  form: FormState;
  built: BuiltLaunch;
  /** Empty while the form is not complete. */
  plan: readonly PlannedLaunch[];
  /** Epoch ms: the time that the form was read at. */
  now: number;
  keys: ReadonlySet<string>;
  config: DeskConfig;
};

export function LaunchSummary({ form, built, plan, now, keys, config }: LaunchSummaryProps) {
  const records = useRecords();
  const { concurrentRuns, requestsPerMinute } = config.limits;
  const held = useClockValue((at) => slotsHeld(records, at, keys));
  const queued = records.filter(({ state }) => state === 'queued').length;
  const weekStart = useWeekStart();
  const report = reportOf(form.report);
  const launches = plan.map(({ launch }) => launch);
  const sent = sentBy(plan);
  return (
    <section className={styles['summary']} aria-labelledby="launch-summary">
      <Heading level={2} id="launch-summary">
        {words.summary}
      </Heading>
      {built.kind === 'ready' ? (
        <Sentence title={report.title} launches={launches} />
      ) : (
        <p className={styles['sentence']}>
          {report.title}. {FORM_FIELDS.map((field) => built.errors[field]).find((text) => text !== undefined)}
        </p>
      )}
      <DefinitionList
        items={[
          ...launchItems(launches, now, weekStart),
          ...comparedItems(plan),
          ...(plan.length === 0 ? [] : [{ term: words.onThisDesk, value: <Present plan={plan} /> }]),
          { term: words.scopesNeeded, value: formatList(report.scopes) },
          { term: words.slots, value: slotsFor(Math.max(1, sent.length), held, concurrentRuns, queued) },
          ...(plan.length === 0
            ? []
            : [{ term: words.requests, value: requestsFor(sent.length, requestsPerMinute) }]),
        ]}
      />
      <SlotsNow />
      {sent.length > 0 && <ExactRequest launches={sent} origin={config.upstream} />}
    </section>
  );
}

function describe({ request, mailbox }: ReadyLaunch): string {
  return describeRequest({ request, mailbox: { name: mailbox.mailboxName, timeZone: mailbox.timeZone } });
}

const nameOf = ({ mailbox }: ReadyLaunch) => mailbox.mailboxName;

function Sentence({ title, launches }: { title: string; launches: readonly ReadyLaunch[] }) {
  const [same, ...others] = saidOfEach(launches, describe);
  const names = fewNames(launches.map(nameOf));
  if (same !== undefined && others.length === 0) {
    return <p className={styles['sentence']}>{words.launchForOver(title, names, same.text)}</p>;
  }
  // The same days are not the same for mailboxes in other zones.
  return (
    <>
      <p className={styles['sentence']}>{words.launchFor(title, names)}</p>
      <Each launches={launches} say={describe} />
    </>
  );
}

type EachProps = {
  readonly launches: readonly ReadyLaunch[];
  readonly say: (launch: ReadyLaunch) => string | null;
};

/** Once where the same is to be said of all, else with the mailboxes that it is said of. */
function Each({ launches, say }: EachProps) {
  const [first, ...others] = saidOfEach(launches, say);
  if (first === undefined) return null;
  if (others.length === 0 && first.items.length === launches.length) return first.text;
  return (
    <ul className={styles['each']}>
      {[first, ...others].map(({ items, text }) => (
        <li key={text}>{words.saidOf(fewNames(items.map(nameOf)), text)}</li>
      ))}
    </ul>
  );
}

function launchItems(launches: readonly ReadyLaunch[], now: number, weekStart: Weekday): Definition[] {
  const [first] = launches;
  if (first === undefined) return [];
  const periods = ({ request, mailbox }: ReadyLaunch) => periodsOf(request, mailbox.timeZone, weekStart);
  const item = (term: string, say: EachProps['say']): Definition[] =>
    launches.every((launch) => say(launch) === null)
      ? []
      : [{ term, value: <Each launches={launches} say={say} /> }];
  const end = (which: 'first' | 'last') => (launch: ReadyLaunch) => {
    const of = periods(launch);
    return of === null ? null : periodInWords(of[which], of.period);
  };
  return [
    ...item(words.firstPeriod, end('first')),
    ...item(words.lastPeriod, end('last')),
    ...(periods(first)?.period === 'week' ? [{ term: words.weeks, value: weeksInWords(weekStart) }] : []),
    ...item(words.rows, ({ request, mailbox }) => rowsInWords(request, mailbox, now, weekStart)),
    ...item(words.timeZone, ({ mailbox }) => mailbox.timeZone),
    { term: words.key, value: first.key.label },
  ];
}

/** The runs that the figures are compared with. */
function comparedItems(plan: readonly PlannedLaunch[]): Definition[] {
  const launches = plan.flatMap(({ companion }) => (companion?.kind === 'ready' ? [companion.launch] : []));
  const why = plan.map(({ companion }) => (companion?.kind === 'none' ? companion.why : null));
  const notes = plan.map(({ companion }) => (companion?.kind === 'ready' ? companion.note : null));
  const said = [...new Set([...why, ...notes])].filter((text) => text !== null);
  if (launches.length === 0 && said.length === 0) return [];
  const there = plan.flatMap(({ present }) => (present === null ? [] : [present]));
  const value: ReactNode = (
    <>
      <Each launches={launches} say={describe} />
      {said.map((text) => (
        <p key={text}>{text}</p>
      ))}
      {there.map((record) => (
        <p key={record.id}>
          {words.comparedThere(<Link to={`/runs/${record.id}`}>{record.mailbox.name}</Link>)}
        </p>
      ))}
    </>
  );
  return [{ term: words.comparedWith, value }];
}

/** Whether this desk has the run already: what somebody who opens a shared link wants to know first. */
function Present({ plan }: { plan: readonly PlannedLaunch[] }) {
  const there = plan.flatMap(({ duplicate }) => (duplicate === null ? [] : [duplicate]));
  if (there.length === 0) return words.noSuchRun;
  return there.map(({ record, kind }) => (
    <p key={record.id}>
      {words.thereAs(<Link to={`/runs/${record.id}`}>{record.mailbox.name}</Link>, duplicates[kind].title)}
    </p>
  ));
}
