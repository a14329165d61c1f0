// A request to the API as a cURL line that anybody may see: without any key.
import { redact } from './redact.ts';

/** Stands for the key in every cURL line: a shell variable that whoever pastes it has to set. */
const KEY_VARIABLE = '$EMAILGISTICS_API_KEY';

/** What a line is made of; `target` is path and query on `origin`. */
export type CurlRequest = {
  readonly method: string;
  readonly origin: string;
  readonly target: string;
  /** JSON. */
  readonly body?: string | undefined;
};

/** `text` as one word of a POSIX shell. */
function quoted(text: string): string {
  return `'${text.replaceAll("'", String.raw`'\''`)}'`;
}

/** The request as a cURL line. What looks like a key in it is taken out. */
export function curlOf({ method, origin, target, body }: CurlRequest): string {
  const parts = [
    'curl',
    ...(method === 'GET' ? [] : ['-X', method]),
    quoted(redact(origin + target)),
    '-H',
    `"Authorization: Bearer ${KEY_VARIABLE}"`,
  ];
  if (body !== undefined) {
    parts.push('-H', quoted('Content-Type: application/json'), '--data-raw', quoted(redact(body)));
  }
  return parts.join(' ');
}
