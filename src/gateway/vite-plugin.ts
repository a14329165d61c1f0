// The gateway inside Vite's development server: `npm run dev` talks to the same code as the built desk, with its data in `.desk-dev`.
import type { IncomingMessage, ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import type { Connect, Plugin, ViteDevServer } from 'vite';
import type * as Compose from './compose.ts';
import type * as Environment from './environment.ts';
import type * as Listen from './listen.ts';
import type { Gateway } from './gateway.ts';
import type * as Sandbox from '#src/sandbox/sandbox.ts';

type Import = <Module>(path: string) => Promise<Module>;
type Listener = (incoming: IncomingMessage, outgoing: ServerResponse) => Promise<void>;

/** Mounts the gateway in front of Vite's own pages. Does nothing in a build and in tests. */
export function deskPlugin(): Plugin {
  return {
    name: 'report-desk-gateway',
    apply: (_config, { command }) => command === 'serve' && process.env['VITEST'] === undefined,
    configureServer(server: ViteDevServer) {
      const { environments } = server;
      const runner = 'runner' in environments['ssr'] ? environments['ssr'].runner : null;
      if (runner === null) throw new Error('This version of Vite cannot run the gateway.');
      server.middlewares.use(mount(server, (path) => (runner as { import: Import }).import(path)));
    },
  };
}

/** Answers the gateway's own paths. The modules are asked for at each request, so that an edit shows at once. */
function mount(server: ViteDevServer, load: Import): Connect.NextHandleFunction {
  let current: { readonly from: unknown; readonly gateway: Gateway; readonly answer: Listener } | null = null;
  let turn = Promise.resolve<unknown>(null);

  const ready = async (): Promise<Listener> => {
    const compose = await load<typeof Compose>('/src/gateway/compose.ts');
    if (current?.from === compose.composeGateway) return current.answer;
    // The old one goes first: only one may hold the ledger.
    await current?.gateway.close();
    current = null;
    const environment = await load<typeof Environment>('/src/gateway/environment.ts');
    const listen = await load<typeof Listen>('/src/gateway/listen.ts');
    const { createSandbox } = await load<typeof Sandbox>('/src/sandbox/sandbox.ts');
    const address = server.httpServer?.address() as AddressInfo | null | undefined;
    const settings = environment.readEnvironment({ DESK_DATA_DIR: '.desk-dev', ...process.env });
    const gateway = compose.composeGateway(
      settings,
      ({ speed, requestsPerMinute }) => createSandbox({ speed, limits: { requestsPerMinute } }),
      { origins: environment.originsOf(settings, address?.port ?? 0), version: 'development' },
    );
    current = { from: compose.composeGateway, gateway, answer: listen.answerWith(gateway) };
    return current.answer;
  };
  server.httpServer?.once('close', () => void current?.gateway.close());

  return (incoming, outgoing, next) => {
    if (!/^\/(api|desk|sandbox(?!\/parts([?]|$))|healthz|metrics)([/?]|$)/.test(incoming.url ?? '')) {
      next();
      return;
    }
    // One at a time: two first requests must not open the ledger twice.
    const answer = turn.then(ready, ready);
    turn = answer;
    answer.then((listener) => listener(incoming, outgoing)).catch(next);
  };
}
