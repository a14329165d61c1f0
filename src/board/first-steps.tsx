// For somebody who tries the desk in the sandbox: the whole job in three steps, ticked off as they are taken, and how to go on with a
// real account.
import { Link } from 'react-router';
import { isTerminal } from '#src/records/record.ts';
import type { RunRecord } from '#src/records/record.ts';
import { Button, buttonClass } from '#src/ui/button.tsx';
import { CopyButton } from '#src/ui/copy-button.tsx';
import { Heading } from '#src/ui/heading.tsx';
import { Icon } from '#src/ui/icon.tsx';
import { useDrillForm } from './drill-form.ts';
import { FIRST_STEPS, stepsHidden, stepsTaken } from './first-steps-progress.ts';
import type { FirstStep } from './first-steps-progress.ts';
import styles from './first-steps.module.css';

const START_WITH_ACCOUNT = 'EMAILGISTICS_BASE_URL=https://c1.emailgistics.com npm start';
/** Fails by itself after some seconds, whichever key and report. */
const FAILS = 'Drill: fails while running';

const STEPS: Record<FirstStep, { title: string; said: string }> = {
  launch: {
    title: 'Start a run',
    said: 'Choose a mailbox and send the form as it is. A card follows the run for some 20 seconds, then leads to its rows.',
  },
  fail: {
    title: 'Make one fail on purpose',
    said: 'Mailboxes called “Drill: …” each go wrong in a way of their own, and their card says what to do about it.',
  },
  rerun: {
    title: 'Repeat it a day later',
    said: 'Results are kept for 24 hours, settings for good. Move the clock on by a day at the top of the page, then repeat the first run from its card.',
  },
};

export function FirstSteps({ records }: { records: readonly RunRecord[] }) {
  const taken = stepsTaken(records);
  const next = FIRST_STEPS.find((step) => !taken.has(step));
  const isUnderWay = records.some(({ state }) => !isTerminal(state));
  return (
    <section aria-labelledby="first-steps" className={styles['panel']}>
      <div className={styles['head']}>
        <Heading level={2} id="first-steps">
          {next === undefined ? 'That was the whole job' : 'Two minutes to know this desk'}
        </Heading>
        <Button variant="quiet" size="small" onClick={() => stepsHidden.set(true)}>
          Hide
        </Button>
      </div>
      <ol className={styles['steps']}>
        {FIRST_STEPS.map((step, index) => (
          <li key={step} className={styles['step']} aria-current={step === next ? 'step' : undefined}>
            <Mark number={index + 1} taken={taken.has(step)} />
            <div className={styles['what']}>
              <strong>{STEPS[step].title}</strong>
              <p>{STEPS[step].said}</p>
              {step === next &&
                (isUnderWay ? <p>A run is on its way: see its card.</p> : <Act step={step} />)}
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
      <span className="visually-hidden">taken</span>
    </span>
  );
}

function Act({ step }: { step: FirstStep }) {
  const fillForm = useDrillForm();
  if (step === 'launch') {
    return (
      <Link className={buttonClass('secondary', 'small')} to="/launch">
        Go to the form
      </Link>
    );
  }
  if (step === 'rerun') return null;
  return (
    <Button size="small" onClick={() => void fillForm({ mailbox: FAILS })}>
      Fill the form for one
    </Button>
  );
}

function RealAccount() {
  return (
    <div className={styles['account']}>
      <p>
        <strong>With a real account</strong>: start the desk with its address, and enter a key on the{' '}
        <Link to="/connection">Connection</Link> page.
      </p>
      <div className={styles['command']}>
        <code>{START_WITH_ACCOUNT}</code>
        <CopyButton text={START_WITH_ACCOUNT} size="small">
          Copy command
        </CopyButton>
      </div>
    </div>
  );
}
