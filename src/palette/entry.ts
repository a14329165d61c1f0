// One thing in the palette that is found by its name, by what stands beside it, and by words that are not shown.
import type { Entry } from './entries.ts';
import { searched } from './find.ts';

type Plain = Omit<Entry, 'searched' | 'note'> & { readonly note?: string; readonly also?: string };

export function entry({ note = '', also = '', ...rest }: Plain): Entry {
  const text = searched(rest.name, `${note} ${also}`);
  return { ...rest, note: () => note, searched: () => text };
}
