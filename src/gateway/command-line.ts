// What can stand after `node src/gateway/main.ts`: nothing, or a question about the program itself.
import { parseArgs } from 'node:util';
import { environmentSchema } from './environment.ts';

/** A desk to start, or a text to print before the process ends with `code`. */
type Command =
  { readonly start: true } | { readonly start: false; readonly text: string; readonly code: 0 | 1 };

const OPTIONS = { version: { type: 'boolean' }, help: { type: 'boolean' } } as const;

/** Reads the arguments of the process. A wrong one gives one readable line and code 1. */
export function readCommand(args: readonly string[], version: string): Command {
  let given: { readonly version?: boolean; readonly help?: boolean };
  try {
    given = parseArgs({ args: [...args], options: OPTIONS, allowPositionals: false }).values;
  } catch {
    const text = `Report Desk takes --version and --help only. Settings are environment variables.`;
    return { start: false, text, code: 1 };
  }
  if (given.version === true) return { start: false, text: version, code: 0 };
  if (given.help === true) return { start: false, text: helpText(version), code: 0 };
  return { start: true };
}

function helpText(version: string): string {
  const names = Object.keys(environmentSchema.shape).map((name) => `  ${name}`);
  return [
    `Report Desk ${version}`,
    '',
    'Usage: node src/gateway/main.ts [--version | --help]',
    '',
    'Serves the built app and forwards its calls to the Emailgistics API; without EMAILGISTICS_BASE_URL to a sandbox.',
    'Settings are environment variables (README.md says what each does, OPERATIONS.md how to run a desk):',
    ...names,
  ].join('\n');
}
