// The copy could not be kept: the rows are still at Emailgistics, and can be exported instead.
import { useNavigate } from 'react-router';
import { FailurePanel } from '#src/failures/failure-panel.tsx';
import { useRecordView } from '#src/failures/use-record-view.ts';
import type { FailureSize } from '#src/failures/view.ts';
import type { RunRecord } from '#src/records/record.ts';
import { useDesk } from '#src/runs/desk-context.tsx';
import { loadedKeys } from '#src/runs/environment.ts';

type CopyNotSavedProps = {
  readonly record: RunRecord;
  /** When it was tried, epoch ms. */
  readonly at: number;
  readonly size: FailureSize;
  readonly onExport: () => void;
};

export function CopyNotSaved({ record, at, size, onExport }: CopyNotSavedProps) {
  const { environment } = useDesk();
  const navigate = useNavigate();
  const view = useRecordView(record, 'copy-not-saved', loadedKeys(environment));
  return (
    <FailurePanel
      failure={{ ...view, at }}
      newsId={`copy-not-saved ${record.id} ${at}`}
      handlers={{ 'export-now': onExport, 'free-space': () => void navigate('/copies') }}
      size={size}
      headingLevel={size === 'page' ? 2 : undefined}
    />
  );
}
