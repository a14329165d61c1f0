// The states of a run as every card and row shows them, progress, meters, and times.
import { STATE_LOOKS } from '#src/records/shown-state.ts';
import { Countdown } from '#src/ui/countdown.tsx';
import { Meter } from '#src/ui/meter.tsx';
import { ProgressBar } from '#src/ui/progress-bar.tsx';
import { StatusMark } from '#src/ui/status.tsx';
import { Time } from '#src/ui/time.tsx';
import { RECENT, SOON, YESTERDAY, ZONE } from './samples.ts';
import { PartsSection, Specimen } from './specimen.tsx';
import styles from './parts.module.css';

const REQUESTS = 'Requests in the last minute';

export function States() {
  return (
    <PartsSection title="States">
      <Specimen title="Of a run: on a card, and among other text" wide layout="plain">
        <ul className={styles['states']}>
          {Object.entries(STATE_LOOKS).map(([state, { tone, icon, word }]) => (
            <li key={state} className={styles['head']}>
              <StatusMark tone={tone} icon={icon}>
                {word}
              </StatusMark>
              <StatusMark tone={tone} icon={icon} look="pill">
                {word}
              </StatusMark>
            </li>
          ))}
        </ul>
      </Specimen>
      <Specimen title="Progress">
        <ProgressBar label="Just begun" value={0} />
        <ProgressBar label="On its way" value={62} />
        <ProgressBar label="Longer than expected" value={94} tone="waiting" />
        <ProgressBar label="Complete" value={100} tone="done" />
        <ProgressBar label="No end known" value={null} />
      </Specimen>
      <Specimen title="Meters">
        <Meter name="Slots" value={0} max={3} text="0 of 3 slots in use" look="segments" />
        <Meter name="Slots" value={2} max={3} text="2 of 3 slots in use" look="segments" tone="running" />
        <Meter name="Slots" value={3} max={3} text="3 of 3 slots in use" look="segments" tone="waiting" />
        <Meter name={REQUESTS} label="Requests" value={0} max={100} text="0 of 100 requests" />
        <Meter name={REQUESTS} label="Requests" value={37} max={100} text="37 of 100 requests" />
        <Meter
          name={REQUESTS}
          label="Requests"
          value={100}
          max={100}
          text="All requests used"
          tone="danger"
        />
      </Specimen>
      <Specimen title="Times">
        <p>
          <Time at={RECENT} timeZone={ZONE} />
        </p>
        <p>
          <Time at={YESTERDAY} timeZone={ZONE} show="absolute" />
        </p>
        <p>
          Last update <Time at={RECENT} timeZone={ZONE} show="relative" />
        </p>
        <p>
          Continues in <Countdown to={SOON} label="Continues in" />
        </p>
      </Specimen>
    </PartsSection>
  );
}
