// The look of cells of columns that stay in sight when the table scrolls sideways.
import type { DrawnColumn } from './table-layout.ts';
import styles from './result-table.module.css';

export function stickyClass({ stickyRem }: Pick<DrawnColumn, 'stickyRem'>): string | undefined {
  return stickyRem === null ? undefined : styles[stickyRem === 0 ? 'first' : 'pinned'];
}

export function stickyStyle({
  stickyRem,
}: Pick<DrawnColumn, 'stickyRem'>): { insetInlineStart: string } | undefined {
  return stickyRem === null ? undefined : { insetInlineStart: `${stickyRem}rem` };
}
