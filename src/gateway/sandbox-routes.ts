// What the sandbox can be told over HTTP, in sandbox mode only: drills, its clock, its log, and a fresh start.
import { Hono } from 'hono';
import * as z from 'zod/mini';
import { json, refuse } from '#src/forwarding/problem.ts';
import { refuseOtherMethods, withBody } from './routing.ts';
import type { DeskEnv } from './routing.ts';
import type { Sleep } from '#src/upstream/time.ts';

/** The part of the sandbox that the gateway needs besides its `fetch`. */
export type SandboxControls = {
  now(): number;
  advance(ms: number): void;
  reset(): void;
  readonly log: readonly unknown[];
  readonly drills: readonly unknown[];
};

const UNIT_MS = { s: 1000, m: 60_000, h: 3_600_000, d: 86_400_000 } as const;
// A year at most: more would be a slip of the pen, and dates must stay printable.
const LONGEST_ADVANCE_MS = 366 * UNIT_MS.d;

const advance = z.object({ advance: z.string().check(z.regex(/^\d{1,9}[smhd]$/)) });

/** Milliseconds of `90s`, `5m`, `24h` or `2d`; null for anything else, and beyond a year. */
export function parseAdvance(body: unknown): number | null {
  const given = z.safeParse(advance, body);
  if (!given.success) return null;
  const [, digits = '', unit = ''] = /^(\d+)([smhd])$/.exec(given.data.advance) ?? [];
  const ms = Number(digits) * (UNIT_MS[unit as keyof typeof UNIT_MS] ?? Number.NaN);
  return ms <= LONGEST_ADVANCE_MS ? ms : null;
}

/** The routes below `/sandbox`. `reset` starts afresh, `onMove` runs after the clock was moved. */
export function sandboxRoutes(parts: {
  sandbox: SandboxControls;
  reset: () => void;
  onMove: () => void;
  sleep: Sleep;
}): Hono<DeskEnv> {
  const { sandbox } = parts;
  const clock = () => json({ now: new Date(sandbox.now()).toISOString() });
  const app = new Hono<DeskEnv>();
  app.get('/drills', () => json(sandbox.drills));
  app.get('/log', () => json(sandbox.log));
  app.get('/clock', clock);
  app.post('/clock', (context) =>
    withBody(context, parts.sleep, (value) => {
      const ms = parseAdvance(value);
      if (ms === null) {
        return refuse('request-invalid', { message: 'Send { "advance": "90s" }, or 5m, 24h, 2d.' });
      }
      sandbox.advance(ms);
      parts.onMove();
      return clock();
    }),
  );
  app.post('/reset', () => {
    parts.reset();
    return new Response(null, { status: 204 });
  });
  refuseOtherMethods(app, ['/drills', '/log', '/clock', '/reset']);
  return app;
}
