// How the operator wants CSV files.
import * as z from 'zod/mini';
import { createRemembered } from '#src/ui/remembered.ts';

const settingsSchema = z.object({
  separator: z.catch(z.enum(['comma', 'semicolon', 'tab']), 'comma'),
  /** Begin with a byte order mark. */
  mark: z.catch(z.boolean(), false),
});
/** See the top of this file. */
export type ExportSettings = z.infer<typeof settingsSchema>;

/** This browser's. */
export const exportSettings = createRemembered<ExportSettings>({
  key: 'desk-export',
  read: (text) => z.parse(settingsSchema, JSON.parse(text ?? '{}')),
});
