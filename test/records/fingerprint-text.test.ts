// @vitest-environment node
// The fingerprint's very text, which saved copies keep, and values that no form of the desk makes but links and files may bring.
import { expect, test } from 'vitest';
import type { LaunchRequest } from '#src/contract/reports.ts';
import { fingerprintOf } from '#src/records/fingerprint.ts';

type Wish = Omit<Partial<LaunchRequest>, 'parameters'> & { readonly parameters?: Record<string, unknown> };

function of({ report = 'mailboxUserPerformance', options = {}, parameters = {} }: Wish): string {
  return fingerprintOf({ report, options, parameters: { mailboxId: 'mb_1', ...parameters } });
}

test('is the same text in every version, so that copies are found that an earlier one has saved', () => {
  const parameters = { users: ['b', 'a', 'b'], start: '2026-09-01T00:00:00Z', period: 'day', note: '' };
  expect(of({ options: { fieldGroup: 'replyData, closeData' }, parameters })).toBe(
    '["mailboxUserPerformance",{"mailboxId":"mb_1","period":"day","start":"2026-09-01T00:00:00","users":["a","b"]},["closeData","replyData"],false]',
  );
  expect(
    of({ report: 'mailboxDomainPerformance', parameters: { domains: ['B.example', 'a.example'] } }),
  ).toBe(
    '["mailboxDomainPerformance",{"domains":["a.example","b.example"],"mailboxId":"mb_1"},["replyData"],false]',
  );
  expect(of({ options: { includeDetails: true } })).toBe(
    '["mailboxUserPerformance",{"mailboxId":"mb_1"},["replyData"],true]',
  );
});

test('only an offset at the end of a time is one', () => {
  const start = '2026-09-01T00:00:00';
  expect(of({ parameters: { start: `${start}+02:00` } })).toBe(of({ parameters: { start } }));
  expect(of({ parameters: { start: `${start}+02:00[here]` } })).not.toBe(
    of({ parameters: { start: `${start}[here]` } }),
  );
});

test('lists that are no sets keep what is in them, in its order', () => {
  const odd = (list: unknown) => of({ parameters: { odd: list } });
  expect(odd(['a', ''])).not.toBe(odd(['a']));
  expect(odd(['a', 'b'])).not.toBe(odd(['b', 'a']));
  expect(odd([null])).not.toBe(odd([]));
});

test('a time that is no text is taken as it came', () => {
  expect(of({ parameters: { start: 5 } })).not.toBe(of({ parameters: { start: 6 } }));
});

test('field groups in other letters are other field groups', () => {
  expect(of({ options: { fieldGroup: 'CloseData' } })).not.toBe(of({ options: { fieldGroup: 'closeData' } }));
});
