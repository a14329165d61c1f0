// The two envelopes of the API: the error envelope (contract.md section 4) and the async envelope of runs (section 5).
import * as z from 'zod/mini';
import { openEnum } from './open-enum.ts';
import { tolerantArray } from './tolerant-array.ts';

// The page's policy forbids `eval`, which zod would otherwise probe for.
z.config({ jitless: true });

const link = z.looseObject({ href: z.string(), method: z.catch(z.optional(z.string()), undefined) });
const origin = z.looseObject({
  href: z.string(),
  method: z.catch(z.optional(z.string()), undefined),
  body: z.optional(z.unknown()),
});
const problem = z.looseObject({ code: z.string(), message: z.string() });

/** Body of every failed call. `_links` is missing in some documented samples; `code` is an open set. */
const errorEnvelopeSchema = z.looseObject({
  status: z.literal('error'),
  error: problem,
  _links: z.catch(z.optional(z.looseObject({ origin: z.catch(z.optional(origin), undefined) })), undefined),
});
/** See {@link errorEnvelopeSchema}. */
export type ErrorEnvelope = z.infer<typeof errorEnvelopeSchema>;

/** One row of a result. Fields are an open set (contract.md section 8); `id` is the cursor where it is a string. */
export type ResultRow = Readonly<Record<string, unknown>>;

// Rows pass through as they came: copying them would cost time on long results and lose fields with odd names.
const row = z.custom<ResultRow>(
  (value) => typeof value === 'object' && value !== null && !Array.isArray(value),
);

// Only what a run cannot be followed without may make an answer unreadable; the rest falls back to "not said". Rows are the
// exception one level down: without a readable list the whole result is "not said", because an empty list would be a claim.
const result = z.looseObject({
  data: tolerantArray(row),
  total: z.catch(z.optional(z.nullable(z.number())), null),
  // Absent says that every period is final, so one that cannot be read must not look absent.
  dataCutoffTimestamp: z.catch(z.optional(z.nullable(z.string())), ''),
});

/** Body of a launch and of every poll and page of a run. */
const runEnvelopeSchema = z.looseObject({
  _links: z.looseObject({
    self: z.optional(link),
    origin: z.catch(z.optional(origin), undefined),
    next: z.optional(z.nullable(link)),
    prev: z.catch(z.optional(z.nullable(link)), undefined),
  }),
  status: openEnum(['running', 'done', 'error']),
  progress: z.catch(z.optional(z.nullable(z.number())), null),
  result: z.catch(z.optional(z.nullable(result)), null),
  error: z.catch(z.optional(z.nullable(problem)), null),
});
/** See {@link runEnvelopeSchema}. */
export type RunEnvelope = z.infer<typeof runEnvelopeSchema>;

/** Status of a run as the API says it; a new value reads as `unrecognised` and is treated as running. */
export type RunStatus = RunEnvelope['status'];

/** Whether a run in `status` has ended: nothing follows it any more. */
export function hasEnded(status: RunStatus): boolean {
  return status === 'done' || status === 'error';
}

/** The error envelope in `body`, or null when it is something else (HTML, nothing, another form). */
export function readErrorEnvelope(body: unknown): ErrorEnvelope | null {
  const parsed = z.safeParse(errorEnvelopeSchema, body);
  return parsed.success ? parsed.data : null;
}

/** The async envelope in `body`, or null when it is not in the documented form. */
export function readRunEnvelope(body: unknown): RunEnvelope | null {
  const parsed = z.safeParse(runEnvelopeSchema, body);
  return parsed.success ? parsed.data : null;
}
