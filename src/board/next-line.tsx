// What happens next with a run that is alive. Its code comes after the first page's: until then a card says what it knows without.
import type { RunRecord } from '#src/records/record.ts';
import { useNextLine } from '#src/runs/use-next-line.ts';

/** The text for a record that is queued or running. */
export function NextLine({ record }: { record: RunRecord }) {
  return useNextLine(record);
}
