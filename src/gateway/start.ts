// Starting and stopping a desk as a process: settings, data folder, port, ready line, signals. Every obstacle is one readable line.
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { composeGateway } from './compose.ts';
import type { SandboxFactory } from './compose.ts';
import { EnvironmentError, originsOf, readEnvironment } from './environment.ts';
import { LedgerError } from '#src/ledger/ledger-error.ts';
import { listen } from './listen.ts';

/** Longer than any launch can take; after that the process goes, and the ledger says which launches are unknown. */
export const DRAIN_MS = 100_000;

/** What a process lends to a desk. */
type Process = {
  readonly env: Readonly<Record<string, string | undefined>>;
  /** Writes one line for people who start the desk. */
  readonly say: (line: string) => void;
  /** Writes one line for people who look after it. */
  readonly report: (line: string) => void;
  readonly onSignal: (stop: () => void) => void;
  readonly exit: (code: number) => void;
};

/** Starts a desk that serves the app built in `dist`. On an obstacle: one line to `report`, exit code 1. */
export async function startDesk(
  dist: string,
  version: string,
  makeSandbox: SandboxFactory,
  parts: Process,
): Promise<void> {
  try {
    const settings = readEnvironment(parts.env);
    if (!existsSync(join(dist, 'index.html')))
      throw new StartError('The app is not built yet: run npm run build.');
    const server = await listen(settings.host, settings.port).catch((error: unknown) => {
      throw new StartError(`${words(error)} on ${settings.host}, port ${String(settings.port)}.`);
    });
    const log = (line: unknown) => parts.report(JSON.stringify(line));
    const origins = originsOf(settings, server.port);
    const gateway = composeGateway(settings, makeSandbox, { origins, assets: dist, version, log });
    server.serve(gateway);
    let isStopping = false;
    parts.onSignal(() => {
      if (isStopping) return;
      isStopping = true;
      setTimeout(() => parts.exit(1), DRAIN_MS).unref();
      const stop = async () => {
        await Promise.all([gateway.drain(), server.stop()]);
        await gateway.close();
        parts.exit(0);
      };
      void stop();
    });
    const shown = settings.host.includes(':') ? `[${settings.host}]` : settings.host;
    const mode = settings.live === null ? 'sandbox' : `live: ${settings.live.origin}`;
    parts.say(`Report Desk ready on http://${shown}:${String(server.port)} (${mode})`);
  } catch (error) {
    const isExpected =
      error instanceof StartError || error instanceof EnvironmentError || error instanceof LedgerError;
    parts.report(`Report Desk cannot start: ${isExpected ? error.message : String(error)}`);
    parts.exit(1);
  }
}

class StartError extends Error {
  override readonly name = 'StartError';
}

function words(error: unknown): string {
  const code = typeof error === 'object' && error !== null && 'code' in error ? error.code : '';
  if (code === 'EADDRINUSE') return 'Something else is listening';
  if (code === 'EACCES') return 'This user may not listen';
  return `Cannot listen (${String(code)})`;
}
