// Puts a gateway together from settings: the data folder, the API or the sandbox behind it, and the keys to start with.
import { closeSync, mkdirSync, openSync } from 'node:fs';
import { join } from 'node:path';
import type { Settings } from './environment.ts';
import { createGateway } from './gateway.ts';
import type { Gateway, GatewayOptions } from './gateway.ts';
import { LedgerError } from '#src/ledger/ledger-error.ts';
import { openLedger } from '#src/ledger/ledger.ts';
import type { SandboxControls } from './sandbox-routes.ts';
import { realSleep } from '#src/upstream/time.ts';
import { createUpstreamFetch } from '#src/upstream/upstream-http.ts';

/** The sandbox as it is passed in: only the entry points of the server know it. */
export type SandboxFactory = (options: { speed: number; requestsPerMinute: number }) => SandboxControls & {
  readonly origin: string;
  readonly fetch: (request: Request) => Promise<Response>;
  readonly keys: readonly { readonly label: string; readonly key: string }[];
};

/**
 * A gateway on the real clock (or the sandbox's) with its ledger in the data folder. Sandbox and live desks have a ledger each.
 * Throws {@link LedgerError} when the data folder or the ledger cannot be used.
 */
export function composeGateway(
  settings: Settings,
  makeSandbox: SandboxFactory,
  rest: Pick<GatewayOptions, 'origins' | 'assets' | 'version' | 'log'>,
): Gateway {
  const { accessToken, metricsToken } = settings;
  const limits = { requestsPerMinute: settings.requestsPerMinute };
  const common = { ...rest, limits, accessToken, metricsToken };
  const randomUUID = () => crypto.randomUUID();
  if (settings.live === null) {
    const sandbox = makeSandbox({ speed: settings.sandboxSpeed, ...limits });
    return createGateway({
      ...common,
      upstream: sandbox,
      sandbox,
      ledger: openLedger(ledgerFile(settings, 'sandbox'), { now: () => sandbox.now(), randomUUID }),
      keys: sandbox.keys.map((key) => ({ ...key, source: 'sandbox' })),
    });
  }
  const { origin, key } = settings.live;
  const ledger = openLedger(ledgerFile(settings, 'live'), { now: Date.now, randomUUID });
  const wire = createUpstreamFetch(origin, realSleep);
  const gateway = createGateway({
    ...common,
    upstream: { origin, fetch: wire.fetch },
    ledger,
    keys: key === null ? [] : [{ ...key, source: 'environment' }],
  });
  return {
    ...gateway,
    async close() {
      await gateway.close();
      wire.close();
    },
  };
}

function ledgerFile({ dataDirectory }: Settings, name: string): string {
  const file = join(dataDirectory, `${name}.sqlite`);
  try {
    // For the owner only: the ledger holds the settings of reports and the salt of the key ids.
    mkdirSync(dataDirectory, { recursive: true, mode: 0o700 });
    closeSync(openSync(file, 'a', 0o600));
    return file;
  } catch (error) {
    throw new LedgerError(`The data folder ${dataDirectory} cannot be written.`, { cause: error });
  }
}
