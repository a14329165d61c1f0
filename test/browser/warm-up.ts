// Runs once before all stories: a first gateway starts and stops, which shows that there is a built app to test, and leaves its
// compiled code for the many that follow.
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { startGateway } from './gateway-process.ts';

// oxlint-disable-next-line import/no-default-export -- the form that Playwright asks for
export default async function warmUp() {
  const data = mkdtempSync(join(tmpdir(), 'report-desk-warm-up-'));
  const gateway = await startGateway({ DESK_PORT: '0', DESK_DATA_DIR: data });
  await gateway.stop();
  rmSync(data, { recursive: true, force: true });
}
