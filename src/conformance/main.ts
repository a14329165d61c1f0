// Entry point: `npm run conformance -- --base-url <origin>` asks the real API whether it does what the desk assumes of it. The key comes
// from EMAILGISTICS_API_KEY. Report to standard output, everything else to standard error.
import { setTimeout as wait } from 'node:timers/promises';
import { readArguments, UsageError } from './arguments.ts';
import { conform } from './conform.ts';
import { maskKey } from './redact.ts';
import { exitCodeOf, jsonReport, hasReport, textReport } from './report.ts';

try {
  const options = readArguments(process.argv.slice(2), process.env);
  const masked = (text: string) => maskKey(text, options.key);
  const say = (line: string) => process.stderr.write(`${masked(line)}\n`);
  const stop = new AbortController();
  for (const signal of ['SIGINT', 'SIGTERM'] as const) process.once(signal, () => stop.abort());
  const outcome = await conform(options, {
    fetch,
    sleep: (ms, signal) => wait(ms, undefined, { signal }),
    now: Date.now,
    say,
    signal: stop.signal,
  });
  if (hasReport(outcome))
    process.stdout.write(masked(options.isJson ? jsonReport(outcome) : textReport(outcome)));
  if (outcome.stopped !== null) say(outcome.stopped);
  process.exitCode = exitCodeOf(outcome);
} catch (error) {
  // Whatever else went wrong may quote what was typed or sent: its kind is enough.
  process.stderr.write(
    `${error instanceof UsageError ? error.message : `The inspection broke: ${nameOf(error)}.`}\n`,
  );
  process.exitCode = 2;
}

function nameOf(error: unknown): string {
  return error instanceof Error ? error.name : 'unknown';
}
