// Every route of the gateway in the order in which they are tried, behind the guards that each of them needs.
import { Hono } from 'hono';
import { isOwnHost, siteRefusal } from './guards.ts';
import type { Login } from './login.ts';
import { json, refuse } from '#src/forwarding/problem.ts';
import { PARTS_PAGE } from './routing.ts';
import type { DeskEnv, Trace } from './routing.ts';

/** What answers below each path; null where it does not exist. `assets` gets everything else. */
type AppParts = {
  readonly origins: readonly string[];
  readonly login: Login | null;
  readonly api: (request: Request, trace: Trace) => Promise<Response>;
  readonly desk: Hono<DeskEnv>;
  readonly metrics: ((request: Request) => Promise<Response>) | null;
  readonly sandbox: Hono<DeskEnv> | null;
  readonly assets: (request: Request, path: string) => Promise<Response>;
};

/** Puts the routes together. What they throw becomes `desk-failed`. */
export function appRoutes(parts: AppParts): Hono<DeskEnv> {
  const { origins, login, api, desk, metrics, sandbox, assets } = parts;
  const app = new Hono<DeskEnv>();
  app.use('*', async (context, next) => {
    if (!isOwnHost(context.req.raw, origins)) return refuse('host');
    return next();
  });
  // A page of the app among the sandbox's addresses: public as every page is, and only ever the page itself.
  app.get(PARTS_PAGE, ({ req }) => assets(req.raw, PARTS_PAGE));
  app.all('/healthz', ({ req }) => (isRead(req.raw) ? json({ status: 'ok' }) : refuse('method-not-allowed')));
  for (const area of ['/api/*', '/desk/*', '/sandbox/*']) {
    app.use(area, async (context, next) => {
      const code = siteRefusal(context.req.raw, origins);
      if (code !== null) return refuse(code);
      const isOpen =
        login === null || context.req.path === '/desk/login' || login.isSignedIn(context.req.raw);
      return isOpen ? next() : refuse('desk-login-required');
    });
  }
  if (metrics !== null) {
    // Its token takes the place of the log-in.
    app.all('/metrics', ({ req }) => {
      const code = siteRefusal(req.raw, origins) ?? (isRead(req.raw) ? null : 'method-not-allowed');
      return code === null ? metrics(req.raw) : refuse(code);
    });
  }
  app.all('/api/*', ({ req, env }) => api(req.raw, env.trace));
  app.route('/desk', desk);
  if (sandbox !== null) app.route('/sandbox', sandbox);
  app.all('*', ({ req }) => {
    const { pathname } = new URL(req.url);
    if (/^\/(api|desk|sandbox|metrics)(\/|$)/.test(pathname)) return refuse('not-found');
    return isRead(req.raw) ? assets(req.raw, pathname) : refuse('method-not-allowed');
  });
  app.onError(() => refuse('desk-failed'));
  return app;
}

function isRead({ method }: Request): boolean {
  return method === 'GET' || method === 'HEAD';
}
