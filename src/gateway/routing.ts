// What the route modules share: what travels with a request, reading a JSON body, and refusing other methods.
import type { Context, Hono } from 'hono';
import { refuse } from '#src/forwarding/problem.ts';
import { readJsonBody } from './request-body.ts';
import type { Sleep } from '#src/upstream/time.ts';

/** The one page among the sandbox's addresses: it shows all parts. The app says that there is none on a live desk. */
export const PARTS_PAGE = '/sandbox/parts';

/** What a server may tell about the connection of a request. */
export type Connection = {
  /** Cuts the connection: for clients that are too slow, and for downloads that broke off. */
  readonly cut?: () => void;
};

/** What travels with one request. `sent` is true when a launch may have left for the API. */
export type Trace = { sent: boolean; readonly connection: Connection };

/** Hono's environment of every route. */
export type DeskEnv = { Bindings: { trace: Trace } };

/** Runs `answer` with the JSON body of a request, or refuses it. */
export async function withBody(
  context: Context<DeskEnv>,
  sleep: Sleep,
  answer: (value: unknown) => Response | Promise<Response>,
): Promise<Response> {
  const body = await readJsonBody(context.req.raw, sleep, context.env.trace.connection.cut);
  return typeof body === 'string' ? refuse(body) : answer(body.value);
}

/** Answers 405 on `paths` for every method that has no route; called after the routes are there. */
export function refuseOtherMethods(app: Hono<DeskEnv>, paths: readonly string[]): void {
  for (const path of paths) app.all(path, () => refuse('method-not-allowed'));
}
