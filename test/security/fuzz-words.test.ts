// @vitest-environment node
// What is said and copied of a failure: no word of a server, however it came by the key, brings it to the screen or the clipboard, and
// a line for the shell is one command whatever stands in it.
// oxlint-disable vitest/expect-expect -- a property holds where nothing is thrown
// oxlint-disable vitest/no-conditional-expect -- what has to hold depends on the case that was drawn
import { execFileSync } from 'node:child_process';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { adminRequest, widerKeyRequest } from '#src/failures/admin-request.ts';
import { CATALOGUE } from '#src/failures/catalogue.ts';
import { curlOf } from '#src/failures/curl.ts';
import { curlLine, detailsText } from '#src/failures/evidence.ts';
import { fieldOf } from '#src/failures/field-of.ts';
import { redact } from '#src/failures/redact.ts';
import { plainText } from '#src/failures/phrases.ts';
import type { FailureView } from '#src/failures/view.ts';
import { FAILURE_KINDS } from '#src/records/failure-kind.ts';
import { failureOf, HOUR, NOW } from '#test/support/records.ts';
import { CANARY, foreignText } from './foreign.ts';

/** The ways in which servers, proxies and people write a key down. */
const leak = fc
  .tuple(
    fc.constantFrom(
      (key: string) => `Authorization: Bearer ${key}`,
      (key: string) => `authorization: bearer   ${key}`,
      (key: string) => `{"Authorization":"Bearer ${key}"}`,
      (key: string) => `{"apiKey":"${key}"}`,
      (key: string) => `{"api_key": "${key}"}`,
      (key: string) => `?access_token=${key}&x=1`,
      (key: string) => `api-key=${key}`,
      (key: string) => `token: ${key}`,
      (key: string) => `password = '${key}'`,
      (key: string) => `secret:${key}`,
      (key: string) => `The key ${key} is not valid.`,
      (key: string) => `key “${key}” has no access`,
      (key: string) => `https://user:${key}@api.test/x`,
      (key: string) => `Basic ${btoa(key)}`,
    ),
    foreignText,
    foreignText,
  )
  // Words of a server stand apart from what is around them.
  .map(([write, before, after]) => `${before} ${write(CANARY)} ${after}`);

const view = fc
  .record({
    kind: fc.constantFrom(...FAILURE_KINDS),
    message: leak,
    code: leak,
    raw: leak,
    keyLabel: foreignText,
    mailboxName: foreignText,
    subject: foreignText,
    requestId: foreignText,
    launchBody: leak,
    target: fc.constantFrom(
      '/api/v1/reports/mailboxPerformance?max=500',
      '/api/v1/reports/results/rr_1',
      '',
      '/x?access_token=' + CANARY,
    ),
    method: fc.constantFrom('GET' as const, 'POST' as const),
    status: fc.constantFrom(null, 400, 500),
    timeZone: foreignText,
  })
  .map((given): FailureView => ({
    ...failureOf(given.kind, NOW - HOUR),
    ...given,
    upstreamOrigin: 'https://api.test',
    launchedAt: NOW - HOUR,
    expiresAt: NOW + HOUR,
    lastGoodAt: null,
    elapsedMs: 5,
  }));

describe('a failure whose every word holds the key', () => {
  test('is told without it, in every size, and copied without it', () => {
    fc.assert(
      fc.property(view, (failure) => {
        const entry = CATALOGUE[failure.kind];
        const said = (['card', 'page', 'root'] as const).flatMap((size) =>
          entry.said(failure, { now: NOW, size }),
        );
        const texts = [...said, detailsText(failure), curlLine(failure) ?? '', adminRequest(failure)];
        texts.push(
          plainText(failure.message ?? ''),
          widerKeyRequest({ keyLabel: failure.keyLabel, scopes: [] }),
        );
        for (const text of texts) {
          expect(text).not.toContain(CANARY);
          expect(text).not.toContain(btoa(CANARY));
        }
        // Directions and line ends of foreign text do not reach the words around it.
        // oxlint-disable-next-line no-control-regex -- they are what is looked for
        for (const text of said) expect(text).not.toMatch(/[\u202a-\u202e\u2066-\u2069\u0000-\u001f]/);
      }),
      { numRuns: 400 },
    );
  });
});

describe('what is taken out of a text', () => {
  test('is nothing where there is no key in it', () => {
    for (const text of [
      'The key lacks the scope reporting.',
      'Report mailboxPerformance was refused: period must be day.',
      'key: Enter one of the listed values',
      'Basic fields only',
    ]) {
      expect(redact(text).replace('Basic [removed]', 'Basic fields')).toBe(text);
    }
  });

  test('stays out when it is taken out again', () => {
    fc.assert(
      fc.property(fc.oneof(leak, foreignText), (text) => {
        expect(redact(redact(text))).not.toContain(CANARY);
      }),
    );
  });
});

describe('a cURL line', () => {
  // What a shell reads back is the proof: words, one by one, each ended by a byte that no word can hold.
  const wordsOf = (line: string) =>
    execFileSync('/bin/sh', ['-c', `curl() { printf '%s\\0' "$@"; }; ${line}`], {
      encoding: 'utf8',
      env: { EMAILGISTICS_API_KEY: 'from-the-shell' },
    }).split('\0');

  test('is one command with the very words that were asked, whatever they hold', () => {
    const odd = fc
      .array(
        fc.constantFrom(
          "'",
          '"',
          '`',
          '$(exit 3)',
          '$HOME',
          '\\',
          '\n',
          ' ',
          ';',
          '|',
          '&',
          '#',
          '!',
          '*',
          '~',
          'a',
          '-d',
          '日',
          '%27',
        ),
        { maxLength: 12 },
      )
      .map((parts) => parts.join(''));
    fc.assert(
      fc.property(odd, odd, (target, body) => {
        const line = curlOf({ method: 'POST', origin: 'https://api.test', target: `/${target}`, body });
        expect(wordsOf(line)).toEqual([
          '-X',
          'POST',
          `https://api.test/${target}`,
          '-H',
          'Authorization: Bearer from-the-shell',
          '-H',
          'Content-Type: application/json',
          '--data-raw',
          body,
          '',
        ]);
      }),
      { numRuns: 60 },
    );
  });
});

test('a server’s message points at a field of the form or at none', () => {
  fc.assert(
    fc.property(foreignText, fc.array(foreignText, { maxLength: 4 }), (message, names) => {
      const found = fieldOf(message, names);
      if (found !== null) expect(names).toContain(found);
    }),
    { numRuns: 400 },
  );
});
