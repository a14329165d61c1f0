// The outcome as text: a report that can be pasted into an issue, or JSON. And what it comes to as an exit code.
import type { Finding } from './findings.ts';
import type { Outcome } from './conform.ts';

/** 0: nothing differs. 1: something does. 2: nothing that was seen differs, but not everything could be asked. */
export function exitCodeOf(outcome: Outcome): 0 | 1 | 2 {
  if (!hasReport(outcome)) return 2;
  if (differencesIn(outcome.findings) > 0) return 1;
  return outcome.stopped === null ? 0 : 2;
}

/** Whether the first request got past the door: what stands at the door (another server, a refused key) is no finding. */
export function hasReport({ findings }: Outcome): boolean {
  return findings.some(({ id, result }) => id === 'mailboxes-answer' && result !== 'not seen');
}

function differencesIn(findings: readonly Finding[]): number {
  return findings.filter(({ result }) => result === 'differs').length;
}

/** The outcome as one JSON object, in lines. */
export function jsonReport(outcome: Outcome): string {
  const { origin, startedAt, ...rest } = outcome;
  const at = new Date(startedAt).toISOString();
  return `${JSON.stringify({ baseUrl: origin, at, differences: differencesIn(outcome.findings), ...rest }, null, 2)}\n`;
}

/** The outcome in Markdown. */
export function textReport(outcome: Outcome): string {
  const { origin, startedAt, requests, launched, findings, notes, stopped } = outcome;
  const assumptions = findings.filter(({ mark }) => mark === 'A');
  const documented = findings.filter(({ mark }) => mark === 'D');
  const different = documented.filter(({ result }) => result === 'differs');
  const unseen = documented.filter(({ result }) => result === 'not seen');
  const count = differencesIn(findings);
  const parts = [
    '# Does the API do what Report Desk assumes?',
    `${origin}, ${new Date(startedAt).toISOString().slice(0, 10)}, ${String(requests)} requests, ${launched === null ? 'nothing launched' : `one launch: ${launched}`}. Values, addresses, subjects and ids of the account are left out or shortened.`,
    `**${count === 0 ? 'Nothing differs' : `${String(count)} ${count === 1 ? 'difference' : 'differences'}`}.** ${summary('Assumptions', assumptions)} ${summary('Documented facts', documented)}`,
    ...(stopped === null ? [] : [`**Not complete.** ${stopped}`]),
    '## Assumptions: what the documentation does not say',
    table(assumptions),
    '## Documented, but different',
    different.length === 0 ? 'Nothing.' : table(different),
    ...(unseen.length === 0 ? [] : ['## Documented, but not seen', table(unseen)]),
    ...(notes.length === 0 ? [] : ['## Also seen', notes.map((note) => `- ${note}`).join('\n')]),
  ];
  return `${parts.join('\n\n')}\n`;
}

function summary(what: string, findings: readonly Finding[]): string {
  const count = (result: Finding['result']) =>
    String(findings.filter((finding) => finding.result === result).length);
  return `${what}: ${count('holds')} hold, ${count('differs')} differ, ${count('not seen')} not seen.`;
}

function table(findings: readonly Finding[]): string {
  const rows = findings.map(
    ({ id, says, result, seen }) =>
      `| \`${id}\` | ${says} | ${result === 'differs' ? '**differs**' : result} | ${seen.join('; ').replaceAll('|', '\\|')} |`,
  );
  return ['| Name | What is believed | Result | Seen |', '|---|---|---|---|', ...rows].join('\n');
}
