// Lists from the server: one bad entry costs that entry, not the page.
import * as z from 'zod/mini';

/** Schema for a list whose entries are read one by one; those that do not fit `entry` are left out. */
export function tolerantArray<Entry>(entry: z.core.$ZodType<Entry>) {
  return z.pipe(
    z.array(z.unknown()),
    z.transform((values): Entry[] =>
      values.flatMap((value) => {
        const parsed = z.safeParse(entry, value);
        return parsed.success ? [parsed.data] : [];
      }),
    ),
  );
}
