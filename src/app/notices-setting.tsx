// The way back: system notifications on or off, on the Preferences page.
import { Checkbox } from '#src/ui/checkbox.tsx';
import { Heading } from '#src/ui/heading.tsx';
import { useNotices } from './notices-context.ts';
import type { NotificationClass } from './notices-context.ts';
import { DENIED, useNoticesPermission } from './notices-permission.ts';
import page from './page.module.css';

/** Nothing where the browser has no notifications. */
export function NoticesSetting() {
  const { system } = useNotices();
  if (system === null) return null;
  return (
    <section className={page['section']} aria-labelledby="notifications">
      <Heading level={2} id="notifications">
        Notifications
      </Heading>
      <Setting system={system} />
    </section>
  );
}

function Setting({ system }: { system: NotificationClass }) {
  const { permission, on, turnOn, turnOff } = useNoticesPermission(system);
  if (permission === 'denied') return <p className={page['note']}>{DENIED}</p>;
  return (
    <Checkbox
      label="System notifications when a run ends"
      hint="Shown by each tab of this desk that is not in front, in this browser only."
      checked={on}
      onChange={() => {
        if (on) turnOff();
        else void turnOn();
      }}
    />
  );
}
