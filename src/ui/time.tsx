// An instant for people: when it was, in a named zone, and how long ago.
import { useClockValue, useNow } from './now.tsx';
import { formatInstant, formatRelative, formatWhen, knownZone, zoneLabel } from './time-format.ts';
import { useShownZone } from './zone-choice.ts';

type TimeProps = {
  /** Milliseconds since 1970. */
  at: number;
  /** IANA name; the zone that the operator wants times in when left out. */
  timeZone?: string | undefined;
  /** `both`: "yesterday 14:02 Toronto time, 21 h ago". The other forms keep the full date in the tooltip. */
  show?: 'both' | 'absolute' | 'relative' | undefined;
};

/** In every zone the calendar day changes on a quarter of an hour, so "yesterday" need not be looked at more often. */
const DAY_CHANGES_EVERY_MS = 15 * 60_000;

export function Time({ at, timeZone, show = 'both' }: TimeProps) {
  const shown = useShownZone();
  const quarter = useNow(DAY_CHANGES_EVERY_MS);
  // The age stays in one piece when the line breaks.
  const age = useClockValue((now) => formatRelative(at, now).replaceAll(' ', '\u00a0'));
  if (!Number.isFinite(at)) return null;
  const zone = knownZone(timeZone ?? shown);
  const when = `${formatWhen(at, quarter, { timeZone: zone })} ${zoneLabel(zone)}`;
  return (
    <time dateTime={new Date(at).toISOString()} title={formatInstant(at, { timeZone: zone })}>
      {show === 'relative' ? age : show === 'absolute' ? when : `${when}, ${age}`}
    </time>
  );
}
