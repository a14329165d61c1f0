// The way back: system notifications on or off, on the Preferences page.
import { Checkbox } from '#src/ui/checkbox.tsx';
import { Heading } from '#src/ui/heading.tsx';
import { useNotices } from './notices-context.ts';
import type { NotificationClass } from './notices-context.ts';
import { useNoticesPermission } from './notices-permission.ts';
import * as words from './notices-words.ts';
import page from './page.module.css';

/** Nothing where the browser has no notifications. */
export function NoticesSetting() {
  const { system } = useNotices();
  if (system === null) return null;
  return (
    <section className={page['section']} aria-labelledby="notifications">
      <Heading level={2} id="notifications">
        {words.notifications}
      </Heading>
      <Setting system={system} />
    </section>
  );
}

function Setting({ system }: { system: NotificationClass }) {
  const { permission, on, turnOn, turnOff } = useNoticesPermission(system);
  if (permission === 'denied') return <p className={page['note']}>{words.denied}</p>;
  return (
    <Checkbox
      label={words.whenRunEnds}
      hint={words.whenRunEndsHint}
      checked={on}
      onChange={() => {
        if (on) turnOff();
        else void turnOn();
      }}
    />
  );
}
