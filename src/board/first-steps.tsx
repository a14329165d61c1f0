// For somebody who tries the desk in the sandbox: the whole job in three steps, ticked off as they are taken, and how to go on with a
// real account.
import { Link } from 'react-router';
import { isExpired } from '#src/records/derived.ts';
import { isTerminal } from '#src/records/record.ts';
import type { RunRecord } from '#src/records/record.ts';
import { Button, buttonClass } from '#src/ui/button.tsx';
import { CopyButton } from '#src/ui/copy-button.tsx';
import { Heading } from '#src/ui/heading.tsx';
import { Icon } from '#src/ui/icon.tsx';
import { useClockValue } from '#src/ui/now.tsx';
import { useDrillForm } from './drill-form.ts';
import { FIRST_STEPS, stepsHidden, stepsTaken } from './first-steps-progress.ts';
import type { FirstStep } from './first-steps-progress.ts';
import * as words from './first-steps-words.tsx';
import styles from './first-steps.module.css';

const START_WITH_ACCOUNT = 'EMAILGISTICS_BASE_URL=https://c1.emailgistics.com npm start';
/** Fails by itself after some seconds, whichever key and report. */
const FAILS = 'Drill: fails while running';

export function FirstSteps({ records }: { records: readonly RunRecord[] }) {
  const taken = stepsTaken(records);
  const next = FIRST_STEPS.find((step) => !taken.has(step));
  // One whose end was slept through is not: its result would be gone by now.
  const isUnderWay = useClockValue((now) =>
    records.some((record) => !isTerminal(record.state) && !isExpired(record, now)),
  );
  return (
    <section aria-labelledby="first-steps" className={styles['panel']}>
      <div className={styles['head']}>
        <Heading level={2} id="first-steps">
          {next === undefined ? words.wholeJob : words.twoMinutes}
        </Heading>
        <Button variant="quiet" size="small" onClick={() => stepsHidden.set(true)}>
          {words.hide}
        </Button>
      </div>
      <ol className={styles['steps']}>
        {FIRST_STEPS.map((step, index) => (
          <li key={step} className={styles['step']} aria-current={step === next ? 'step' : undefined}>
            <Mark number={index + 1} taken={taken.has(step)} />
            <div className={styles['what']}>
              <strong>{words.titles[step]}</strong>
              <p>{words.said[step]}</p>
              {step === next && (isUnderWay ? <p>{words.onItsWay}</p> : <Act step={step} />)}
            </div>
          </li>
        ))}
      </ol>
      <RealAccount />
    </section>
  );
}

function Mark({ number, taken }: { number: number; taken: boolean }) {
  if (!taken) return <span className={styles['mark']}>{number}</span>;
  return (
    <span className={styles['mark']} data-taken="true">
      <Icon name="check" />
      <span className="visually-hidden">{words.taken}</span>
    </span>
  );
}

function Act({ step }: { step: FirstStep }) {
  const fillForm = useDrillForm();
  if (step === 'launch') {
    return (
      <Link className={buttonClass('secondary', 'small')} to="/launch">
        {words.goToForm}
      </Link>
    );
  }
  if (step === 'rerun') return null;
  return (
    <Button size="small" onClick={() => void fillForm({ mailbox: FAILS })}>
      {words.fillFormForOne}
    </Button>
  );
}

function RealAccount() {
  return (
    <div className={styles['account']}>
      <p>
        {words.withRealAccount((page) => (
          <Link to="/connection">{page}</Link>
        ))}
      </p>
      <div className={styles['command']}>
        <code>{START_WITH_ACCOUNT}</code>
        <CopyButton text={START_WITH_ACCOUNT} size="small">
          {words.copyCommand}
        </CopyButton>
      </div>
    </div>
  );
}
