// Both ends of a range by hand. The browser's own fields for date and time; what they hold goes out as it is shown.
import { reportOf } from '#src/contract/reports.ts';
import { Checkbox } from '#src/ui/checkbox.tsx';
import { Field } from '#src/ui/field.tsx';
import { TextInput } from '#src/ui/text-input.tsx';
import { EARLIEST, endsBefore, LATEST, zuluOf } from './build-request.ts';
import type { EnteredRange, FieldErrors } from './build-request.ts';
import { RANGE_ENDS } from './form-state.ts';
import type { FormState, RangeEndName } from './form-state.ts';
import { wireTime } from '#src/range/mailbox-time.ts';
import { endNotes } from './range-notes.ts';
import type { RangePlace } from './range-notes.ts';
import * as words from './range-words.ts';
import styles from './range-fields.module.css';

type RangeEndsProps = {
  form: FormState;
  range: EnteredRange;
  /** Null while no mailbox is chosen. */
  place: RangePlace | null;
  errors: FieldErrors;
  onChange: (part: Partial<FormState>) => void;
  /** Whether the browser holds only a part of an end, which its value does not show. */
  onHalfFilled: (end: RangeEndName, isHalf: boolean) => void;
};

export function RangeEnds({ form, range, place, errors, onChange, onHalfFilled }: RangeEndsProps) {
  const optional = reportOf(form.report).family === 'messages';
  const end = (name: RangeEndName) => ({
    name,
    optional,
    value: form[name],
    hint: endNotes(name, form, range, place),
    onHalfFilled,
  });
  return (
    <div className={styles['parts']}>
      <div className={styles['ends']}>
        <RangeEnd
          {...end('from')}
          label={words.ends.from}
          error={errors.from}
          onChange={(from) => {
            onChange({ from });
          }}
        />
        <RangeEnd
          {...end('to')}
          label={words.ends.to}
          error={errors.to ?? (endsTooEarly(form) ? words.endsBefore : undefined)}
          onChange={(to) => {
            onChange({ to });
          }}
        />
      </div>
      {optional && <ZuluField zulu={form.zulu} onChange={onChange} />}
    </div>
  );
}

/** A record of another tool may have it at one end only: it stays so until this is changed. */
function ZuluField({ zulu, onChange }: Pick<FormState, 'zulu'> & Pick<RangeEndsProps, 'onChange'>) {
  const [only, ...others] = zulu;
  const isOne = only !== undefined && others.length === 0;
  return (
    <Checkbox
      label={words.sendWithZ}
      hint={isOne ? `${words.sendWithZHint} ${words.onlyOneHasZ(words.ends[only])}` : words.sendWithZHint}
      checked={zulu.length > 0}
      onChange={(event) => {
        onChange({ zulu: event.target.checked ? RANGE_ENDS : [] });
      }}
    />
  );
}

/** Known as soon as both ends are there. A year that is still being typed is no end yet. */
function endsTooEarly(form: FormState): boolean {
  const [start, end] = [wireTime(form.from), wireTime(form.to)];
  return (
    zuluOf(form).length !== 1 &&
    [start, end].every((time) => time !== null && time >= EARLIEST && time <= LATEST) &&
    endsBefore(start, end)
  );
}

type RangeEndProps = {
  label: string;
  name: RangeEndName;
  value: string;
  optional: boolean;
  hint: string | null;
  error: string | undefined;
  onChange: (value: string) => void;
  onHalfFilled: RangeEndsProps['onHalfFilled'];
};

function RangeEnd({ label, name, value, optional, hint, error, onChange, onHalfFilled }: RangeEndProps) {
  const look = ({ currentTarget }: { readonly currentTarget: HTMLInputElement }) => {
    onHalfFilled(name, currentTarget.validity.badInput);
  };
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
            // A part that is typed or taken away changes no value, so no change is told.
            onInput={look}
            onKeyUp={look}
            onBlur={look}
            onChange={(event) => {
              onChange(event.target.value);
            }}
          />
        )}
      </Field>
    </div>
  );
}
