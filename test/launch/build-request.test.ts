// @vitest-environment node
// The form over the wire, byte for byte, and what is said of a form that cannot go out.
import { describe, expect, test } from 'vitest';
import type { Mailbox } from '#src/contract/mailboxes.ts';
import { launchBody, launchTarget } from '#src/contract/reports.ts';
import { buildRequest } from '#src/launch/build-request.ts';
import type { FieldErrors, LaunchFacts } from '#src/launch/build-request.ts';
import { formOf } from '#src/launch/form-of-record.ts';
import { parseForm } from '#src/launch/form-state.ts';

const mailbox = (mailboxId: string, timeZone: string): Mailbox => ({
  mailboxId,
  mailboxName: mailboxId,
  mailboxEmail: '',
  active: true,
  timeZone,
  users: [],
  tags: [],
});

const FACTS: LaunchFacts = {
  keys: [
    { id: 'k1', label: 'Full access' },
    { id: 'k2', label: 'Reporting only' },
  ],
  mailboxes: [mailbox('toronto', 'America/Toronto'), mailbox('auckland', 'Pacific/Auckland')],
  now: Date.parse('2026-03-12T23:30:00Z'),
  weekStart: 1,
};

const build = (query: string, facts: Partial<LaunchFacts> = {}) =>
  buildRequest(parseForm(new URLSearchParams(query)), { ...FACTS, ...facts });

const SEPTEMBER = 'range=custom&start=2026-09-01T00:00&end=2026-09-30T23:59:59';

describe('on the wire', () => {
  test.each<[string, string, string, string]>([
    [
      'the usual report',
      'mailbox=toronto',
      'mailboxPerformance?max=500',
      '{"parameters":{"mailboxId":"toronto","start":"2026-03-05T00:00:00","end":"2026-03-11T23:59:59","period":"day"}}',
    ],
    [
      'a preset is counted in the mailbox’s zone',
      'mailbox=auckland&range=today&by=hour',
      'mailboxPerformance?max=500',
      '{"parameters":{"mailboxId":"auckland","start":"2026-03-13T00:00:00","end":"2026-03-13T23:59:59","period":"hour"}}',
    ],
    [
      'a custom range, seconds added, without a suffix',
      `mailbox=toronto&by=month&${SEPTEMBER}`,
      'mailboxPerformance?max=500',
      '{"parameters":{"mailboxId":"toronto","start":"2026-09-01T00:00:00","end":"2026-09-30T23:59:59","period":"month"}}',
    ],
    [
      'a range of one moment',
      'mailbox=toronto&range=custom&start=2026-09-01T10:00&end=2026-09-01T10:00:00',
      'mailboxPerformance?max=500',
      '{"parameters":{"mailboxId":"toronto","start":"2026-09-01T10:00:00","end":"2026-09-01T10:00:00","period":"day"}}',
    ],
    [
      'another field group',
      `mailbox=toronto&fields=closeData&${SEPTEMBER}`,
      'mailboxPerformance?fieldGroup=closeData&max=500',
      '{"parameters":{"mailboxId":"toronto","start":"2026-09-01T00:00:00","end":"2026-09-30T23:59:59","period":"day"}}',
    ],
    [
      'users, details and both field groups',
      `report=mailboxUserPerformance&mailbox=toronto&by=week&users=u2&users=unknown&details=true&fields=closeData&fields=replyData&${SEPTEMBER}`,
      'mailboxUserPerformance?fieldGroup=replyData%2CcloseData&includeDetails=true&max=500',
      '{"parameters":{"mailboxId":"toronto","start":"2026-09-01T00:00:00","end":"2026-09-30T23:59:59","period":"week","users":["u2","unknown"]}}',
    ],
    [
      'all users: none is named, and no details',
      `report=mailboxUserPerformance&mailbox=toronto&details=false&${SEPTEMBER}`,
      'mailboxUserPerformance?max=500',
      '{"parameters":{"mailboxId":"toronto","start":"2026-09-01T00:00:00","end":"2026-09-30T23:59:59","period":"day"}}',
    ],
    [
      'domains, each once',
      `report=mailboxDomainPerformance&mailbox=toronto&${SEPTEMBER}&domains=a.com%0D%0A%0D%0A%20b.org%20%0AA.COM`,
      'mailboxDomainPerformance?max=500',
      '{"parameters":{"mailboxId":"toronto","start":"2026-09-01T00:00:00","end":"2026-09-30T23:59:59","period":"day","domains":["a.com","b.org"]}}',
    ],
    [
      'what only other reports take is left out',
      `mailbox=toronto&${SEPTEMBER}&users=u1&domains=a.com&details=true&activity=closed&statuses=open`,
      'mailboxPerformance?max=500',
      '{"parameters":{"mailboxId":"toronto","start":"2026-09-01T00:00:00","end":"2026-09-30T23:59:59","period":"day"}}',
    ],
    [
      'messages of any time',
      'report=receivedMessageDetail&mailbox=toronto&range=any',
      'receivedMessageDetail?includeDetails=true&max=500',
      '{"parameters":{"mailboxId":"toronto","activityType":"received"}}',
    ],
    [
      'messages with everything',
      `report=receivedMessageDetail&mailbox=toronto&activity=closed&statuses=closed&statuses=open&details=true&${SEPTEMBER}`,
      'receivedMessageDetail?includeDetails=true&max=500',
      '{"parameters":{"mailboxId":"toronto","activityType":"closed","activityStart":"2026-09-01T00:00:00","activityEnd":"2026-09-30T23:59:59","statuses":["open","closed"]}}',
    ],
    [
      'a pasted list of domains: addresses, links, commas, each once',
      `report=mailboxDomainPerformance&mailbox=toronto&${SEPTEMBER}&domains=${encodeURIComponent('Emily <emily@A.com>, @b.org; https://c.net/x?y\nb.org mailto:z@müller.example')}`,
      'mailboxDomainPerformance?max=500',
      '{"parameters":{"mailboxId":"toronto","start":"2026-09-01T00:00:00","end":"2026-09-30T23:59:59","period":"day","domains":["A.com","b.org","c.net","müller.example"]}}',
    ],
    [
      'the unknown user alone',
      `report=mailboxUserPerformance&mailbox=toronto&users=unknown&details=false&${SEPTEMBER}`,
      'mailboxUserPerformance?max=500',
      '{"parameters":{"mailboxId":"toronto","start":"2026-09-01T00:00:00","end":"2026-09-30T23:59:59","period":"day","users":["unknown"]}}',
    ],
    [
      'every status',
      'report=receivedMessageDetail&mailbox=toronto&range=any&details=false&statuses=snoozed&statuses=closed&statuses=open',
      'receivedMessageDetail?max=500',
      '{"parameters":{"mailboxId":"toronto","activityType":"received","statuses":["open","snoozed","closed"]}}',
    ],
    [
      'field groups that were typed, after the known ones',
      'report=receivedMessageDetail&mailbox=toronto&range=any&details=false&fields=tagData&fields=basic&fields=owner%26x',
      'receivedMessageDetail?fieldGroup=basic%2CtagData%2Cowner%26x&max=500',
      '{"parameters":{"mailboxId":"toronto","activityType":"received"}}',
    ],
    [
      'a typed field group without the default one',
      `mailbox=toronto&fields=openData&${SEPTEMBER}`,
      'mailboxPerformance?fieldGroup=openData&max=500',
      '{"parameters":{"mailboxId":"toronto","start":"2026-09-01T00:00:00","end":"2026-09-30T23:59:59","period":"day"}}',
    ],
    [
      'more parameters: JSON where it is JSON, else text; empty rows are none',
      `report=receivedMessageDetail&mailbox=toronto&range=any&details=false${[
        'owner:u 1',
        'tags:["a","b"]',
        'depth:2',
        'id:0012',
        'long:12345678901234567890',
        'deep:true',
        'none:null',
        'quoted:"7"',
        ':',
        'time:10:30',
      ]
        .map((more) => `&more=${encodeURIComponent(more)}`)
        .join('')}`,
      'receivedMessageDetail?max=500',
      '{"parameters":{"mailboxId":"toronto","activityType":"received","owner":"u 1","tags":["a","b"],"depth":2,"id":"0012","long":"12345678901234567890","deep":true,"none":null,"quoted":"7","time":"10:30"}}',
    ],
    [
      'message times with a Z at one end',
      'report=receivedMessageDetail&mailbox=toronto&details=false&range=custom&start=2026-09-01T08:30&end=2026-09-01T08:00&z=from',
      'receivedMessageDetail?max=500',
      '{"parameters":{"mailboxId":"toronto","activityType":"received","activityStart":"2026-09-01T08:30:00Z","activityEnd":"2026-09-01T08:00:00"}}',
    ],
    [
      'no Z where the times are those of the mailbox: a preset',
      'report=receivedMessageDetail&mailbox=toronto&details=false&range=yesterday&z=from&z=to',
      'receivedMessageDetail?max=500',
      '{"parameters":{"mailboxId":"toronto","activityType":"received","activityStart":"2026-03-11T00:00:00","activityEnd":"2026-03-11T23:59:59"}}',
    ],
    [
      'no Z where the API ignores it: a performance report',
      `mailbox=toronto&z=from&z=to&${SEPTEMBER}`,
      'mailboxPerformance?max=500',
      '{"parameters":{"mailboxId":"toronto","start":"2026-09-01T00:00:00","end":"2026-09-30T23:59:59","period":"day"}}',
    ],
    [
      'messages from one end on',
      'report=receivedMessageDetail&mailbox=toronto&range=custom&start=2026-09-01T08:30',
      'receivedMessageDetail?includeDetails=true&max=500',
      '{"parameters":{"mailboxId":"toronto","activityType":"received","activityStart":"2026-09-01T08:30:00"}}',
    ],
  ])('%s', (_, query, target, body) => {
    const built = build(query);
    if (built.kind !== 'ready') throw new Error(JSON.stringify(built.errors));
    const [{ request }] = built.launches;
    expect(launchTarget(request)).toBe(`/api/v1/reports/${target}`);
    expect(launchBody(request)).toBe(body);
  });

  test('the form of a record sends the same bytes again', () => {
    for (const query of [
      'mailbox=auckland&range=this-month&by=hour&fields=closeData&key=k2',
      `report=mailboxUserPerformance&mailbox=toronto&users=u1&users=u2&details=true&${SEPTEMBER}`,
      `report=mailboxDomainPerformance&mailbox=toronto&domains=a.com%0Ab.com&${SEPTEMBER}`,
      'report=receivedMessageDetail&mailbox=toronto&range=any&activity=replied&statuses=open',
      'report=receivedMessageDetail&mailbox=toronto&range=last-month',
      'report=receivedMessageDetail&mailbox=toronto&range=custom&start=2026-09-01T08:30&end=2026-09-02T08:30&z=to',
      'report=receivedMessageDetail&mailbox=toronto&fields=tagData&more=a:"7"&more=b:7&more=c:%5B%5D&more=d:x y&more=e:""',
    ]) {
      const built = build(query);
      if (built.kind !== 'ready') throw new Error(JSON.stringify(built.errors));
      const [{ key, request }] = built.launches;
      const again = buildRequest(formOf({ id: 'r1', keyId: key.id, request }), {
        ...FACTS,
        now: FACTS.now + 9e9,
      });
      expect(again).toEqual(built);
    }
  });
});

describe('several mailboxes', () => {
  test('make one launch each, in the order in which they were chosen, each in its own time', () => {
    const built = build('mailbox=auckland&mailbox=toronto&mailbox=auckland&range=today');
    if (built.kind !== 'ready') throw new Error(JSON.stringify(built.errors));
    expect(
      built.launches.map(({ mailbox: { mailboxId }, request }) => [mailboxId, launchBody(request)]),
    ).toEqual([
      [
        'auckland',
        '{"parameters":{"mailboxId":"auckland","start":"2026-03-13T00:00:00","end":"2026-03-13T23:59:59","period":"day"}}',
      ],
      [
        'toronto',
        '{"parameters":{"mailboxId":"toronto","start":"2026-03-12T00:00:00","end":"2026-03-12T23:59:59","period":"day"}}',
      ],
    ]);
  });

  test('send a range that was entered by hand as it stands', () => {
    const built = build(`mailbox=auckland&mailbox=toronto&${SEPTEMBER}`);
    expect(built).toMatchObject({
      launches: [
        { request: { parameters: { start: '2026-09-01T00:00:00', end: '2026-09-30T23:59:59' } } },
        { request: { parameters: { start: '2026-09-01T00:00:00', end: '2026-09-30T23:59:59' } } },
      ],
    });
  });
});

describe('every range of every report, byte for byte', () => {
  // 12 March 2026, 19:30 in Toronto; the 13th, 12:30, in Auckland.
  const RANGES: readonly (readonly [query: string, start: string, end: string])[] = [
    ['mailbox=toronto&range=today', '2026-03-12T00:00:00', '2026-03-12T23:59:59'],
    ['mailbox=auckland&range=today', '2026-03-13T00:00:00', '2026-03-13T23:59:59'],
    ['mailbox=toronto&range=yesterday', '2026-03-11T00:00:00', '2026-03-11T23:59:59'],
    ['mailbox=toronto&range=this-week', '2026-03-08T00:00:00', '2026-03-12T23:59:59'],
    ['mailbox=toronto&range=last-week', '2026-03-01T00:00:00', '2026-03-07T23:59:59'],
    ['mailbox=toronto&range=last-7-days', '2026-03-05T00:00:00', '2026-03-11T23:59:59'],
    ['mailbox=toronto&range=this-month', '2026-03-01T00:00:00', '2026-03-12T23:59:59'],
    ['mailbox=auckland&range=last-month', '2026-02-01T00:00:00', '2026-02-28T23:59:59'],
    ['mailbox=toronto&range=last-30-days', '2026-02-10T00:00:00', '2026-03-11T23:59:59'],
    [
      'mailbox=toronto&range=custom&start=2026-03-08T02:30&end=2026-03-08T02:30:01',
      '2026-03-08T02:30:00',
      '2026-03-08T02:30:01',
    ],
    [
      'mailbox=toronto&range=custom&start=2026-09-01T00:00&end=2026-10-01T00:00',
      '2026-09-01T00:00:00',
      '2026-10-01T00:00:00',
    ],
  ];
  const parametersOf = (query: string) => {
    const built = build(query, { weekStart: 7 });
    return built.kind === 'ready' ? JSON.stringify(built.launches[0].request.parameters) : built.errors;
  };

  describe.each(RANGES)('%s', (query, start, end) => {
    const mailboxId = query.includes('auckland') ? 'auckland' : 'toronto';

    test.each([
      ['mailboxPerformance', 'by=hour', '"period":"hour"'],
      ['mailboxUserPerformance', 'by=day&users=u1', '"period":"day","users":["u1"]'],
      ['mailboxDomainPerformance', 'by=week&domains=a.com', '"period":"week","domains":["a.com"]'],
    ])('%s', (report, more, rest) => {
      expect(parametersOf(`report=${report}&${query}&${more}`)).toBe(
        `{"mailboxId":"${mailboxId}","start":"${start}","end":"${end}",${rest}}`,
      );
    });

    test('receivedMessageDetail', () => {
      expect(parametersOf(`report=receivedMessageDetail&${query}&activity=replied`)).toBe(
        `{"mailboxId":"${mailboxId}","activityType":"replied","activityStart":"${start}","activityEnd":"${end}"}`,
      );
    });
  });

  test.each([
    ['both ends open', '', ''],
    ['an open end', '&start=2026-09-01T08:30', ',"activityStart":"2026-09-01T08:30:00"'],
    ['an open beginning', '&end=2026-09-01T08:30:59', ',"activityEnd":"2026-09-01T08:30:59"'],
    ['a bare date is not read as an end', '&start=2026-09-01', ''],
    [
      'a suffix is not read as an end: what is entered has none',
      '&start=2026-09-01T08:30:00Z&end=2026-09-01T08:30:00%2B02:00',
      '',
    ],
  ])('message detail with %s', (_, ends, rest) => {
    expect(parametersOf(`report=receivedMessageDetail&mailbox=toronto&range=custom${ends}`)).toBe(
      `{"mailboxId":"toronto","activityType":"received"${rest}}`,
    );
  });
});

describe('what is still wrong', () => {
  test.each<[string, string, Partial<LaunchFacts>, FieldErrors]>([
    ['no mailbox', '', {}, { mailbox: 'Choose a mailbox.' }],
    [
      'the list has not come',
      'mailbox=toronto',
      { mailboxes: null },
      { mailbox: 'The list of mailboxes is not here yet.' },
    ],
    [
      'a mailbox of another key',
      'mailbox=oslo',
      {},
      {
        mailbox:
          'The mailbox that was chosen is not in the list of this key. Choose one from the list, or another key.',
      },
    ],
    [
      'a key that is not loaded',
      'mailbox=toronto&key=k9',
      { mailboxes: null },
      { key: 'The key that was chosen is not loaded here. Choose another one, or enter it again.' },
    ],
    [
      'no From',
      'mailbox=toronto&range=custom&end=2026-09-30T00:00',
      {},
      { from: 'Enter when the range begins.' },
    ],
    [
      'no To',
      'mailbox=toronto&range=custom&start=2026-09-30T00:00',
      {},
      { to: 'Enter when the range ends.' },
    ],
    [
      'From after To by a second',
      'mailbox=toronto&range=custom&start=2026-09-01T10:00:01&end=2026-09-01T10:00',
      {},
      { to: 'The range ends before it begins. Choose a later To, or an earlier From.' },
    ],
    [
      'From after To for messages',
      'report=receivedMessageDetail&mailbox=toronto&range=custom&start=2026-09-02T00:00&end=2026-09-01T00:00',
      {},
      { to: 'The range ends before it begins. Choose a later To, or an earlier From.' },
    ],
    [
      'a day that does not exist',
      'mailbox=toronto&range=custom&start=2026-02-30T00:00&end=2026-09-01T10:00',
      {},
      { from: 'There is no such date or time. Choose another one.' },
    ],
    [
      'a year that nobody means',
      'mailbox=toronto&range=custom&start=0206-09-01T00:00&end=2026-09-01T10:00',
      {},
      { from: 'Choose a date between 1 Jan 2000 and 31 Dec 2100.' },
    ],
    [
      'no field group',
      `mailbox=toronto&fields=&${SEPTEMBER}`,
      {},
      { fieldGroups: 'Choose at least one group.' },
    ],
    [
      'a domain that cannot be one, with its line',
      `report=mailboxDomainPerformance&mailbox=toronto&domains=a.com%0Ab..com&${SEPTEMBER}`,
      {},
      {
        domains:
          'Line 2: “b..com” is not a domain. Enter it like company.com, without anything before or after.',
      },
    ],
    [
      'a mailbox of another key among several',
      'mailbox=toronto&mailbox=oslo',
      {},
      {
        mailbox:
          'Not every mailbox that was chosen is in the list of this key. Take off what is not, or choose another key.',
      },
    ],
    [
      'a date of which only a part is there',
      'report=receivedMessageDetail&mailbox=toronto&range=custom&end=2026-09-01T10:00',
      { halfFilled: ['from'] },
      { from: 'Only a part of this date and time is filled in. Complete it, or empty it.' },
    ],
    [
      'a parameter without a value',
      `mailbox=toronto&more=tags:&${SEPTEMBER}`,
      {},
      { more: 'Enter a value for “tags”, or remove the row. An empty text is "".' },
    ],
    [
      'several things at once',
      'range=custom&end=2026-09-01T00:00',
      {},
      { mailbox: 'Choose a mailbox.', from: 'Enter when the range begins.' },
    ],
  ])('%s', (_, query, facts, errors) => {
    expect(build(query, facts)).toEqual({ kind: 'incomplete', errors });
  });

  test('a wrong domain is no matter where domains are not asked for', () => {
    expect(build(`mailbox=toronto&domains=b..com&more=:&${SEPTEMBER}`).kind).toBe('ready');
  });
});

describe('the key', () => {
  test('is the first one until another is chosen', () => {
    expect(build('mailbox=toronto')).toMatchObject({ launches: [{ key: { id: 'k1' } }] });
    expect(build('mailbox=toronto&key=k2')).toMatchObject({ launches: [{ key: { id: 'k2' } }] });
  });
});
