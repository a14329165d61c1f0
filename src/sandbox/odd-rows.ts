// Rows for drills: very many, very odd, and partly broken. They do not depend on the range of the launch.
import { DAY_MS, isoIn } from './calendar.ts';
import { fractionOf, hashOf, pick } from './seed.ts';
import { cursors } from './rows.ts';
import type { Mailbox } from './mailboxes.ts';
import type { RowTable } from './rows.ts';

const HUGE_ROWS = 100_000;

/** 100,000 rows of twelve columns beside the id; a page costs only its own rows. */
export function hugeTable(mailbox: Mailbox): RowTable {
  const ids = cursors('huge');
  const { timeZone, users } = mailbox.listing;
  return {
    ...ids,
    count: HUGE_ROWS,
    open: false,
    row(index) {
      const user = users[index % users.length];
      const received = hashOf('received', index) % 400;
      const replies = Math.floor(received * fractionOf('replies', index));
      return {
        id: ids.idOf(index),
        startDateTime: isoIn(timeZone, Date.UTC(2024, 0, 1, 5) + Math.floor(index / 200) * DAY_MS),
        userName: user?.userName ?? null,
        userEmail: user?.userEmail ?? null,
        domain: pick(mailbox.behind.domains as [string, ...string[]], 'domain', index),
        received,
        initiated: hashOf('initiated', index) % 60,
        initialReplies: replies,
        additionalReplies: hashOf('additional', index) % 90,
        initialRepliesInsideSla: Math.floor(replies * 0.8),
        averageElapsedInitialReplySeconds: replies === 0 ? null : 60 + (hashOf('seconds', index) % 86_400),
        closed: Math.floor(received * fractionOf('closed', index)),
        reopened: hashOf('reopened', index) % 12,
      };
    },
  };
}

// Written as JSON text, because an object literal cannot have an own field called __proto__ without help.
const ODD_ROWS: readonly string[] = [
  '{"startDateTime":"2026-03-08T00:00:00-05:00","received":12,"initiated":3}',
  '{"startDateTime":"2026-03-09T00:00:00-04:00","received":"twelve","initiated":null,"note":"a string where numbers were"}',
  '{"startDateTime":null,"received":0,"initiated":-1,"nested":{"a":{"b":[1,{"c":null}]}},"list":[1,"two",null,[3]]}',
  '{"__proto__":{"polluted":true},"constructor":"x","prototype":1,"toString":"not a function","hasOwnProperty":false,"received":5}',
  '{"subject":"<img src=x onerror=alert(1)><script>alert(2)</script>","link":"javascript:alert(3)","received":1}',
  '{"formula":"=HYPERLINK(\\"https://elsewhere.invalid\\",\\"open\\")","plus":"+1+1","minus":"-2+3","at":"@SUM(A1)","tab":"\\t=1","cr":"\\r=1","received":2}',
  '{"received":9007199254740993,"initiated":1e21,"share":0.1,"tiny":1e-9,"negativeZero":-0}',
  '{"someFieldNobodyHasSeen":"yes","SCREAMING_FIELD":1,"kebab-field":2,"field with spaces":3,"":"no name","ünïcode":4,"42":5,"received":6}',
  '{"received":true,"initiated":[],"empty":"","blank":"   ","quotes":"a \\"b\\", c;\\nd","rtl":"\\u202egnp.exe","zero":"\\u0000"}',
  '{"averageElapsedInitialReplySeconds":"PT5M","averageMailboxHoursInitialReplySeconds":-60,"userActive":"maybe","received":7}',
  '{}',
];

/** Rows that share few fields, hold nested, mixed and hostile values, and names such as `__proto__`. */
export function oddTable(): RowTable {
  return literalTable('odd', ODD_ROWS, true);
}

/** Rows some of which are no rows at all: no id, not an object, the same id twice. */
export function brokenTable(): RowTable {
  const good = (id: string) => `{"id":"${id}","startDateTime":"2026-03-08T00:00:00-05:00","received":4}`;
  const broken = [
    'null',
    '"a row"',
    '{"received":1}',
    '{"id":7,"received":2}',
    '[1,2]',
    good('twice'),
    good('twice'),
  ];
  return literalTable('broken', [good('first'), ...broken, good('last')], false);
}

function literalTable(seed: string, texts: readonly string[], withIds: boolean): RowTable {
  const ids = cursors(seed);
  return {
    ...ids,
    count: texts.length,
    open: false,
    row(index) {
      const row: unknown = JSON.parse(texts[index] ?? 'null');
      if (!withIds || typeof row !== 'object' || row === null) return row;
      return Object.fromEntries([['id', ids.idOf(index)], ...Object.entries(row)]);
    },
  };
}
