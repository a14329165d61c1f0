// The range in the mailbox's time: presets first, both ends by hand where they are asked for.
import { PERIODS, reportOf } from '#src/contract/reports.ts';
import type { Period } from '#src/contract/reports.ts';
import { ChoiceGroup } from '#src/ui/choice-group.tsx';
import { Field } from '#src/ui/field.tsx';
import { TextInput } from '#src/ui/text-input.tsx';
import { zoneLabel } from '#src/ui/time-format.ts';
import { EARLIEST, LATEST } from './build-request.ts';
import type { EnteredRange, FieldErrors } from './build-request.ts';
import type { FormState } from './form-state.ts';
import { presetsFor } from './range-presets.ts';
import type { RangePreset } from './range-presets.ts';
import styles from './launch-form.module.css';

type RangeFieldsProps = {
  form: FormState;
  /** Null while no mailbox is chosen. */
  timeZone: string | null;
  /** What the preset stands for now: where *Custom* begins. */
  range: EnteredRange;
  errors: FieldErrors;
  onChange: (part: Partial<FormState>) => void;
};

const PERIOD_LABELS: Readonly<Record<Period, string>> = {
  hour: 'Hour',
  day: 'Day',
  week: 'Week',
  month: 'Month',
};

export function RangeFields({ form, timeZone, range, errors, onChange }: RangeFieldsProps) {
  const { family } = reportOf(form.report);

  function choose(preset: RangePreset) {
    const begins = preset === 'custom' && range.start !== '';
    onChange({ preset, ...(begins ? { from: range.start, to: range.end } : {}) });
  }

  return (
    <>
      <ChoiceGroup legend="Range" choices={presetsFor(family)} value={form.preset} onChange={choose} />
      {form.preset === 'custom' && (
        <div className={styles['pair']}>
          <RangeEnd
            label="From"
            name="from"
            value={form.from}
            optional={family === 'messages'}
            hint={timeZone === null ? undefined : zoneLabel(timeZone)}
            error={errors.from}
            onChange={(from) => {
              onChange({ from });
            }}
          />
          <RangeEnd
            label="To"
            name="to"
            value={form.to}
            optional={family === 'messages'}
            hint={
              family === 'performance' && /T00:00(?::00)?$/.test(form.to)
                ? 'An end at exactly midnight takes in the day that begins then.'
                : undefined
            }
            error={errors.to}
            onChange={(to) => {
              onChange({ to });
            }}
          />
        </div>
      )}
      {family === 'performance' && (
        <div data-field="period">
          <ChoiceGroup
            legend="Group by"
            look="segments"
            choices={PERIODS.map((value) => ({ value, label: PERIOD_LABELS[value] }))}
            value={form.period}
            error={errors.period}
            onChange={(period) => {
              onChange({ period });
            }}
          />
        </div>
      )}
    </>
  );
}

type RangeEndProps = {
  label: string;
  name: 'from' | 'to';
  value: string;
  optional: boolean;
  hint: string | undefined;
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
