// Copies as files: written for another browser or for safe keeping, and read in again. A file is foreign input: it is limited in
// size, every field is checked, and it never stands for a run of this desk, whatever it says of itself.
import * as z from 'zod/mini';
import { isShallow } from '#src/contract/nesting.ts';
import { isReportId } from '#src/contract/reports.ts';
import type { ReportId } from '#src/contract/reports.ts';
import type { ResultRow } from '#src/contract/envelope.ts';
import { tolerantArray } from '#src/contract/tolerant-array.ts';
import {
  RESULT_FILE_END,
  RESULT_FORMAT,
  RESULT_FORMAT_VERSION,
  resultFileStart,
} from '#src/exports/result-file.ts';
import type { ResultHead } from '#src/exports/result-head.ts';
import type { Copies } from './copies.ts';
import { readResultLines } from './result-lines.ts';
import type { SavedCopy } from './saved-copy.ts';

/** Largest file that is read in, in bytes. */
export const LARGEST_FILE = 100_000_000;

const LONGEST_NAME = 200;
const LONGEST_ID = 400;
/** The API's oldest possible day, and one that nobody here will see. */
const EARLIEST = Date.parse('2000-01-01T00:00:00Z');
const LATEST = Date.parse('2200-01-01T00:00:00Z');

const name = z.string().check(z.maxLength(LONGEST_NAME));
const id = z.string().check(z.maxLength(LONGEST_ID));
const time = z.pipe(
  z.string(),
  z.transform((text, context): number => {
    const at = Date.parse(text);
    if (at >= EARLIEST && at <= LATEST) return at;
    context.issues.push({ code: 'custom', message: 'no such time', input: text });
    return z.NEVER;
  }),
);
const isObject = (value: unknown) => typeof value === 'object' && value !== null && !Array.isArray(value);
// Rows and parameters stay the objects that they came as: copying them would lose fields with odd names.
const isRow = (value: unknown): value is ResultRow => isObject(value);
const row = z.custom<ResultRow>(isObject);
const parameters = z.custom<ResultHead['request']['parameters']>(
  (value) =>
    isObject(value) && id.safeParse((value as { mailboxId?: unknown }).mailboxId).success && isShallow(value),
);

const fileSchema = z.object({
  format: z.literal(RESULT_FORMAT),
  version: z.literal(RESULT_FORMAT_VERSION),
  id,
  request: z.object({
    report: z.custom<ReportId>((value) => typeof value === 'string' && isReportId(value)),
    options: z.catch(z.object({ fieldGroup: z.optional(name), includeDetails: z.optional(z.boolean()) }), {}),
    parameters,
  }),
  mailbox: z.object({ name, timeZone: z.catch(name, 'UTC') }),
  keyId: z.catch(id, ''),
  keyLabel: z.catch(name, ''),
  launchedAt: time,
  capturedAt: time,
  complete: z.catch(z.boolean(), false),
  rowCount: z.number(),
  total: z.catch(z.nullable(z.number()), null),
  // Absent would say that every period is final.
  dataCutoffTimestamp: z.catch(z.nullable(name), ''),
  rows: tolerantArray(row),
});
type FileContent = z.infer<typeof fileSchema>;

/** What became of a file. */
export type FileReading =
  | {
      readonly kind: 'read';
      readonly head: ResultHead;
      readonly rows: readonly ResultRow[];
      readonly runId: string;
    }
  | { readonly kind: 'too-large' | 'not-json' | 'not-a-copy' };

/** Reads a file that *Export JSON* or {@link copyFile} wrote. `newId` is the id under which it is kept here. */
export async function readCopyFile(file: Blob, newId: string): Promise<FileReading> {
  if (file.size > LARGEST_FILE) return { kind: 'too-large' };
  const content = (await readByLine(file)) ?? (await readWhole(file));
  return typeof content === 'string' ? { kind: content } : readingOf(content, newId);
}

/** As the desk writes it: a line with many rows, or with one, is read at a time, so that the page stays usable. Null for any other. */
async function readByLine(file: Blob): Promise<FileContent | null> {
  const found = await readResultLines(file);
  if (found === null) return null;
  const parsed = z.safeParse(fileSchema, found.head);
  return parsed.success ? { ...parsed.data, rows: found.rows.filter(isRow) } : null;
}

/** Laid out anew by some other program: it can only be read in one go. */
async function readWhole(file: Blob): Promise<FileContent | 'not-json' | 'not-a-copy'> {
  let content: unknown;
  try {
    content = JSON.parse(await file.text());
  } catch {
    return 'not-json';
  }
  const parsed = z.safeParse(fileSchema, content);
  return parsed.success ? parsed.data : 'not-a-copy';
}

function readingOf(content: FileContent, newId: string): FileReading {
  const {
    format: _format,
    version: _version,
    id: runId,
    rows,
    dataCutoffTimestamp,
    complete,
    total,
    ...told
  } = content;
  const whole = complete && rows.length === told.rowCount;
  return {
    kind: 'read',
    runId,
    rows,
    head: {
      ...told,
      request: { ...told.request, options: definedOnly(told.request.options) },
      id: newId,
      complete: whole,
      rowCount: rows.length,
      total: whole ? rows.length : total,
      cutoff: dataCutoffTimestamp,
    },
  };
}

/** Optional fields are left out rather than undefined. */
function definedOnly({
  fieldGroup,
  includeDetails,
}: {
  fieldGroup?: string | undefined;
  includeDetails?: boolean | undefined;
}): ResultHead['request']['options'] {
  return {
    ...(fieldGroup !== undefined && { fieldGroup }),
    ...(includeDetails !== undefined && { includeDetails }),
  };
}

/** The copy as a file, null where it cannot be read. Its pieces are JSON already: they are put together as they are. */
export async function copyFile(copies: Copies, copy: SavedCopy): Promise<Blob | null> {
  const { runId, request, keyId, keyLabel, launchedAt, capturedAt } = copy;
  const { complete, rowCount, total, cutoff } = copy;
  const { name: mailboxName, timeZone } = copy.mailbox;
  const mailbox = { name: mailboxName, timeZone };
  const told = { id: runId, request, mailbox, keyId, keyLabel, launchedAt, capturedAt };
  const parts: BlobPart[] = [resultFileStart({ ...told, complete, rowCount, total, cutoff })];
  const whole = await copies.pieces(copy, (piece) => {
    parts.push(new Blob([parts.length === 1 ? '\n' : ',\n', piece.slice(1, -1)]));
  });
  parts.push(RESULT_FILE_END);
  return whole ? new Blob(parts, { type: 'application/json' }) : null;
}
