// Both ends of a range by hand. The browser's own fields for date and time; what they hold goes out as it is shown.
import { reportOf } from '#src/contract/reports.ts';
import { Field } from '#src/ui/field.tsx';
import { TextInput } from '#src/ui/text-input.tsx';
import { EARLIEST, ENDS_BEFORE, endsBefore, LATEST } from './build-request.ts';
import type { EnteredRange, FieldErrors } from './build-request.ts';
import type { FormState } from './form-state.ts';
import { wireTime } from '#src/range/mailbox-time.ts';
import { endNotes } from './range-notes.ts';
import type { RangePlace } from './range-notes.ts';
import styles from './range-fields.module.css';

type RangeEndsProps = {
  form: FormState;
  range: EnteredRange;
  /** Null while no mailbox is chosen. */
  place: RangePlace | null;
  errors: FieldErrors;
  onChange: (part: Partial<FormState>) => void;
};

export function RangeEnds({ form, range, place, errors, onChange }: RangeEndsProps) {
  const optional = reportOf(form.report).family === 'messages';
  return (
    <div className={styles['ends']}>
      <RangeEnd
        label="From"
        name="from"
        value={form.from}
        optional={optional}
        hint={endNotes('from', form, range, place)}
        error={errors.from}
        onChange={(from) => {
          onChange({ from });
        }}
      />
      <RangeEnd
        label="To"
        name="to"
        value={form.to}
        optional={optional}
        hint={endNotes('to', form, range, place)}
        error={errors.to ?? (endsTooEarly(form) ? ENDS_BEFORE : undefined)}
        onChange={(to) => {
          onChange({ to });
        }}
      />
    </div>
  );
}

/** Known as soon as both ends are there. A year that is still being typed is no end yet. */
function endsTooEarly({ from, to }: FormState): boolean {
  const [start, end] = [wireTime(from), wireTime(to)];
  return (
    [start, end].every((time) => time !== null && time >= EARLIEST && time <= LATEST) &&
    endsBefore(start, end)
  );
}

type RangeEndProps = {
  label: string;
  name: 'from' | 'to';
  value: string;
  optional: boolean;
  hint: string | null;
  error: string | undefined;
  onChange: (value: string) => void;
};

function RangeEnd({ label, name, value, optional, hint, error, onChange }: RangeEndProps) {
  return (
    <div data-field={name}>
      <Field label={label} optional={optional} hint={hint} error={error}>
        {(control) => (
          <TextInput
            {...control}
            type="datetime-local"
            step={1}
            min={EARLIEST}
            max={LATEST}
            value={value}
            onChange={(event) => {
              onChange(event.target.value);
            }}
          />
        )}
      </Field>
    </div>
  );
}
