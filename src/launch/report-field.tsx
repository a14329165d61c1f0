// Which report is launched.
import { isReportId, REPORTS } from '#src/contract/reports.ts';
import type { ReportId } from '#src/contract/reports.ts';
import { Field } from '#src/ui/field.tsx';
import { Select } from '#src/ui/select.tsx';

type ReportFieldProps = { report: ReportId; onChange: (report: ReportId) => void };

export function ReportField({ report, onChange }: ReportFieldProps) {
  return (
    <div data-field="report">
      <Field label="Report">
        {(control) => (
          <Select
            {...control}
            value={report}
            onChange={({ target }) => {
              if (isReportId(target.value)) onChange(target.value);
            }}
          >
            {REPORTS.map(({ id, title }) => (
              <option key={id} value={id}>
                {title}
              </option>
            ))}
          </Select>
        )}
      </Field>
    </div>
  );
}
