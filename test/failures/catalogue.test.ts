// @vitest-environment node
import { describe, expect, it } from 'vitest';
import { actionOf } from '#src/failures/actions.ts';
import type { ActionId } from '#src/failures/actions.ts';
import { CATALOGUE, offerOf, toneOf } from '#src/failures/catalogue.ts';
import type { FailureView } from '#src/failures/view.ts';
import { FAILURE_KINDS } from '#src/records/failure-kind.ts';
import type { FailureKind } from '#src/records/failure-kind.ts';
import { HOUR, MINUTE, NOW, SELF, viewOf } from './failure-views.ts';

/** The product's words, row by row: kind, title, primary, secondary. */
const ROWS: readonly (readonly [FailureKind, string, string | null, readonly string[]])[] = [
  ['settings-refused', 'Check these settings', 'Edit and run', ['Copy details']],
  [
    'page-link-refused',
    'This page link stopped working',
    'Reload from first page',
    ['Export rows already loaded'],
  ],
  ['key-refused', 'Key not accepted', 'Enter key', ['Open saved copies']],
  [
    'scope-missing',
    'This key lacks a permission',
    'Use a key with more scopes',
    ['Copy request for administrator', 'Keep old key for current runs'],
  ],
  ['run-key-mismatch', 'Wrong key for this run', 'Switch key', ['Hide card']],
  ['not-downloadable', 'This attachment cannot be downloaded', null, ['Copy details']],
  ['result-expired', 'Result expired', 'Run again', ['Open saved copy', 'Edit and run']],
  [
    'result-other-key',
    'Belongs to another key',
    'Switch key',
    ['Run again with this key', 'Open saved copy'],
  ],
  [
    'mailbox-out-of-reach',
    'Mailbox out of reach',
    'Choose another mailbox',
    ['Refresh mailbox list', 'Copy request for administrator'],
  ],
  ['result-missing', 'Result cannot be found', 'Check once more', ['Run again', 'Open saved copy']],
  ['not-recognised', 'Address not recognised', 'Check connection', ['Copy details']],
  ['rate-limited', 'Paused: too many requests', 'countdown', ['What used the budget']],
  ['slots-full', 'Three reports are running', 'Keep in queue', ['Remove from queue']],
  ['limit-undecided', 'Limit reached', 'countdown', ['Remove from queue']],
  ['update-delayed', 'Update delayed', 'Check now', ['Pause updates']],
  [
    'outcome-unknown',
    'Not sure it started',
    'Keep waiting',
    ['Treat as not started', 'Start another anyway'],
  ],
  ['not-sent', 'Not sent', 'Keep in queue', ['Remove from queue']],
  ['connection-lost', 'Connection lost', 'Reconnect now', ['Open saved copies']],
  ['started-without-link', 'Started, but its link was lost', 'Keep waiting', ['Start another anyway']],
  ['answer-not-understood', 'Answer not understood', 'Check once more', ['Show raw reply']],
  ['report-failed', 'Report failed while running', 'Run again', ['Edit and run']],
  ['overdue', 'Taking longer than expected', 'Keep watching', ['Slower updates']],
  ['copy-not-saved', 'Copy not saved', 'Export now', ['Free space']],
  ['signed-out', 'Signed out of this desk', 'Sign in', []],
  ['desk-refused', 'This desk refused the request', 'Copy details', ['Check connection']],
  ['crashed', 'Something broke in this panel', 'Reload this panel', ['Copy details']],
];

/** What the text of a kind has to carry, piece by piece. */
const CARRIES: Readonly<Record<FailureKind, readonly (string | RegExp)[]>> = {
  'settings-refused': ['not started', 'Nothing that was entered was lost', '“Words of the server.”'],
  'page-link-refused': ['run is intact', 'link to this page'],
  'key-refused': [
    '“Full access”',
    'missing, mistyped, expired or deleted',
    'Polling and the queue are paused',
    'A new key cannot open the old key’s runs',
    'Saved copies stay',
  ],
  'scope-missing': [
    'needs reporting and messages:read',
    'Keys cannot be edited',
    'system administrator',
    'Admin → API Access',
    'exactly these scopes and the same mailboxes',
    'cannot open what key “Full access” has started',
  ],
  'run-key-mismatch': ['Only the key that started a run can read it'],
  'not-downloadable': ['Only file attachments can be downloaded'],
  'result-expired': [
    'Results are kept 24 hours',
    'settings are kept',
    'numbers will be the same',
    'may have moved',
  ],
  'result-other-key': ['Made with key “Full access”', 'Results open only with the key that started them'],
  'mailbox-out-of-reach': [
    '“Sales Department”',
    'outside the list',
    'or it is gone',
    'the API does not say which',
  ],
  'result-missing': [
    'should still be there',
    'Its age: launched today 13:02',
    'Its key: key “Full access”',
    'Its mailbox: “Sales Department”',
  ],
  'not-recognised': ['base address or a saved link may be wrong'],
  'rate-limited': ['100 requests a minute for all keys and tools together', 'by itself', 'Runs carry on'],
  'slots-full': ['cannot be stopped', 'kept in the queue', 'is sent by itself when one of them ends'],
  'limit-undecided': ['One of two limits', 'Other tools may be using the account', 'tried again'],
  'update-delayed': ['last good update was today 13:52 Toronto time (10 min ago)', 'most likely unaffected'],
  'outcome-unknown': [
    'may be running',
    'sent today 13:02 Toronto time (1 h ago)',
    'answered with a fault',
    '2 of 3 slots are in use',
    'holding a slot until today 14:22 Toronto time',
    'could make two',
  ],
  'not-sent': ['Nothing was started', 'goes out when the connection is back'],
  'connection-lost': ['what was known today 13:52 Toronto time (10 min ago)'],
  'started-without-link': ['accepted the launch', 'no address', 'holding a slot until'],
  'answer-not-understood': ['not in the documented form', 'last good data is kept'],
  'report-failed': ['“Words of the server.”', 'slot is free'],
  overdue: ['within about 30 minutes', 'still holds its slot', 'cannot be stopped'],
  'copy-not-saved': ['stays at Emailgistics until tomorrow 13:02 Toronto time (in 23 h)'],
  'signed-out': ['Runs go on at Emailgistics', 'form and the board stay'],
  'desk-refused': ['Nothing was sent to Emailgistics', '“Words of the server.”'],
  crashed: ['The rest of the desk works', 'the card of a report', 'Nothing was sent'],
};

/** What must not be said of a kind. */
const NEVER: Partial<Record<FailureKind, RegExp>> = {
  'run-key-mismatch': /expired/i,
  'result-expired': /not found|cannot be found/i,
  'result-other-key': /expired|deleted/i,
  'mailbox-out-of-reach': /exists|deleted/i,
  'result-missing': /expired/i,
  'not-recognised': /the run/i,
  'rate-limited': /failed|retry/i,
  'slots-full': /cancel/i,
  'update-delayed': /failed/i,
  'outcome-unknown': /failed|try again/i,
  'started-without-link': /failed/i,
  overdue: /failed/i,
  'desk-refused': /the key|the run/i,
};

function said(view: FailureView, size: 'card' | 'page' | 'root' = 'card'): string {
  return CATALOGUE[view.kind].said(view, { now: NOW, size }).join('\n');
}

const known = (kind: FailureKind) => viewOf(kind, { shown: 'the card of a report' });
const label = (id: ActionId | 'countdown' | null) =>
  id === null || id === 'countdown' ? id : actionOf(id).label;

describe('the catalogue', () => {
  it('has one row for every kind and no other', () => {
    expect(Object.keys(CATALOGUE).toSorted()).toEqual([...FAILURE_KINDS].toSorted());
    expect(ROWS.map(([kind]) => kind)).toEqual([...FAILURE_KINDS]);
  });

  it.each(ROWS)('%s is called "%s" and leads to %s', (kind, title, primary, secondary) => {
    const row = CATALOGUE[kind];
    expect(row.title).toBe(title);
    expect(label(row.primary)).toBe(primary);
    expect(row.secondary.map(label)).toEqual(secondary);
  });

  it.each(FAILURE_KINDS)('%s says everything that it has to', (kind) => {
    for (const piece of CARRIES[kind]) expect(said(known(kind))).toContain(piece);
  });

  it.each(FAILURE_KINDS)('%s says nothing that it must not', (kind) => {
    const text = `${CATALOGUE[kind].title}\n${said({ ...known(kind), message: null })}`;
    expect(text).not.toMatch(/\binvalid\b|\bforbidden\b|oops|\bretry\b|!/i);
    expect(text).not.toMatch(NEVER[kind] ?? /a^/);
  });

  it.each(FAILURE_KINDS)('%s reads as whole sentences when nothing but the kind is known', (kind) => {
    const bare: FailureView = {
      kind,
      at: NOW,
      method: 'GET',
      target: '',
      status: null,
      code: null,
      message: null,
      requestId: null,
      retryAt: null,
      raw: null,
    };
    for (const size of ['card', 'page', 'root'] as const) {
      for (const paragraph of CATALOGUE[kind].said(bare, { now: NOW, size })) {
        expect(paragraph).toMatch(/^[A-Z].*[.”]$/s);
        expect(paragraph).not.toMatch(/undefined|null|NaN|Invalid Date| {2}|\.\./);
      }
    }
  });

  it('says no status code and no error code to people', () => {
    for (const kind of FAILURE_KINDS) {
      expect(said({ ...known(kind), code: 'server_code', status: 418, message: null })).not.toMatch(
        /server_code|418/,
      );
    }
  });
});

describe('tones', () => {
  const tones = (wanted: string) => FAILURE_KINDS.filter((kind) => CATALOGUE[kind].tone === wanted);

  it('are red only where something is lost or needs action now', () => {
    expect(tones('danger')).toEqual([
      'settings-refused',
      'key-refused',
      'scope-missing',
      'mailbox-out-of-reach',
      'result-missing',
      'report-failed',
      'copy-not-saved',
      'signed-out',
      'desk-refused',
      'crashed',
    ]);
  });

  it('are neutral for what is over or was never possible', () => {
    expect(tones('neutral')).toEqual(['not-downloadable', 'result-expired', 'result-other-key']);
  });

  it('are amber for a missing result until the second look', () => {
    expect(toneOf(viewOf('result-missing', { retryAt: NOW + MINUTE }))).toBe('waiting');
    expect(toneOf(viewOf('result-missing'))).toBe('danger');
  });
});

describe('what is said depends on what is known', () => {
  const cases: readonly [string, FailureView, string][] = [
    ['the field of a 400', viewOf('settings-refused', { field: 'From' }), 'This is about the field From.'],
    [
      'a 400 without a reason',
      viewOf('settings-refused', { message: ' ' }),
      'The service’s reason is not known',
    ],
    [
      'which needed scopes are known to work',
      viewOf('scope-missing', { scopesKnown: ['reporting', 'messages:content'] }),
      'Known to work with key “Full access”: reporting. Not known to work: messages:read.',
    ],
    [
      'scopes of a read found by its address',
      viewOf('scope-missing', { method: 'GET', target: '/api/v1/admin/mailboxes' }),
      'This call needs reporting.',
    ],
    ['final periods', viewOf('result-expired', { final: true }), 'running it again gives the same numbers'],
    ['an open period', viewOf('result-expired', { final: false }), 'running it again may give other numbers'],
    [
      'when it expired, absolute and relative',
      viewOf('result-expired', { expiresAt: NOW - 3 * HOUR }),
      'this one until today 11:02 Toronto time (3 h ago)',
    ],
    [
      'a queued launch of another key',
      viewOf('result-other-key', { method: 'POST', target: '/api/v1/reports/mailboxPerformance?max=500' }),
      'To be sent with key “Full access”',
    ],
    [
      'a mailbox list of another key',
      viewOf('result-other-key', { target: '/api/v1/admin/mailboxes' }),
      'mailbox list opens only with that key',
    ],
    [
      'when it continues',
      viewOf('rate-limited', { retryAt: NOW + 2 * MINUTE }),
      'It continues today 14:04 Toronto time, by itself.',
    ],
    [
      'when a limit is tried again',
      viewOf('limit-undecided', { retryAt: NOW + MINUTE }),
      'tried again today 14:03 Toronto time, by itself',
    ],
    [
      'a hold that has ended',
      viewOf('outcome-unknown', { slotUntil: null }),
      'no longer counts as holding a slot',
    ],
    ['a hold of unknown length', viewOf('outcome-unknown', { slotUntil: undefined }), 'for up to 30 min'],
    ['that nothing came back', viewOf('outcome-unknown', { status: null }), 'Nothing came back.'],
    [
      'that the gateway got no whole answer',
      viewOf('outcome-unknown', { status: 504, code: 'outcome-unknown' }),
      'No whole answer of the service came back',
    ],
    [
      'that an answer came without a link',
      viewOf('started-without-link', { status: 202, code: null }),
      'An answer came back that cannot be read.',
    ],
    ['a launch that no longer waits', viewOf('not-sent', { queued: false }), 'run it again if'],
    [
      'a missing result that had a second look planned',
      viewOf('result-missing', { retryAt: NOW + MINUTE }),
      'tried again by itself today 14:03 Toronto time (in 1 min)',
    ],
    [
      'a missing result after its 24 hours',
      viewOf('result-missing', { expiresAt: NOW - HOUR }),
      'while it should still have been there',
    ],
    ['a desk without a key', viewOf('key-refused', { code: 'desk-key-missing' }), 'This desk has no key yet'],
    [
      'a refused launch',
      viewOf('key-refused', { method: 'POST', target: '/api/v1/reports/mailboxPerformance' }),
      'The report was not started',
    ],
    [
      'a page that does not exist',
      viewOf('not-recognised', { status: 404, target: SELF }),
      'nothing at the address',
    ],
  ];

  it.each(cases)('%s', (_, view, piece) => {
    expect(said(view)).toContain(piece);
  });

  it('does not claim that the rest of the desk works when all of it broke', () => {
    expect(said(known('crashed'), 'root')).not.toContain('The rest of the desk works');
  });

  it('cuts a long reason and takes disturbing characters out of it', () => {
    const text = said(viewOf('report-failed', { message: `a\u202eb\n\u0007${'x'.repeat(5000)}` }));
    expect(text).toContain('“a b x');
    expect(text).toContain('x…”');
    expect(text.length).toBeLessThan(800);
  });
});

describe('the offer', () => {
  const all = () => true;

  it('leaves out what cannot be done here, without another button taking the first place', () => {
    expect(offerOf(viewOf('outcome-unknown'), (id) => id === 'treat-as-not-started')).toEqual({
      primary: null,
      secondary: ['treat-as-not-started'],
    });
  });

  it('puts the saved copy of a final result first, where there is one', () => {
    const final = viewOf('result-expired', { final: true });
    expect(offerOf(final, all)).toEqual({
      primary: 'open-saved-copy',
      secondary: ['run-again', 'edit-and-run'],
    });
    expect(offerOf(final, (id) => id !== 'open-saved-copy').primary).toBe('run-again');
    expect(offerOf(viewOf('result-expired', { final: false }), all).primary).toBe('run-again');
  });

  it('offers a new run for a launch that waits in no queue', () => {
    expect(offerOf(viewOf('not-sent', { queued: false }), all)).toEqual({
      primary: 'run-again',
      secondary: ['edit-and-run'],
    });
    expect(offerOf(viewOf('not-sent', { queued: true }), all).primary).toBe('keep-in-queue');
  });
});
