// @vitest-environment node
import { describe, expect, test } from 'vitest';
import * as z from 'zod/mini';
import { attachmentListSchema } from '#src/contract/attachments.ts';
import { mailboxListSchema } from '#src/contract/mailboxes.ts';
import { openEnum } from '#src/contract/open-enum.ts';
import { tolerantArray } from '#src/contract/tolerant-array.ts';

const MAILBOX = {
  mailboxId: 'af412a6c',
  mailboxName: 'Sales Department',
  mailboxEmail: 'sales@company.com',
  active: true,
  timeZone: 'America/Toronto',
  users: [{ userId: '3f4a5b60', userName: 'Emily Johnson', userEmail: 'e@company.com', active: true }],
  tags: [{ tagId: '71c99741', tagName: 'Priority', tagColor: 'Preset10', active: true }],
};
const FILE = {
  id: 'a+/=',
  name: 'a.pdf',
  contentType: 'application/pdf',
  size: 10,
  attachmentType: 'fileAttachment',
};

const mailboxes = (value: unknown) => z.safeParse(mailboxListSchema, { mailboxes: value });
const attachments = (value: unknown) => z.safeParse(attachmentListSchema, { attachments: value });

describe('the mailbox list', () => {
  test('is read as documented', () => {
    expect(mailboxes([MAILBOX]).data?.mailboxes).toEqual([MAILBOX]);
  });

  test('keeps fields that nobody knows', () => {
    const odd = { ...MAILBOX, colour: 'red', users: [{ ...MAILBOX.users[0], role: 'lead' }] };
    expect(mailboxes([odd]).data?.mailboxes).toEqual([odd]);
  });

  test('falls back where a field that nothing hangs on is missing or of another type', () => {
    const bare = { mailboxId: 'x', mailboxName: 'X', timeZone: 'UTC' };
    const standard = { ...bare, mailboxEmail: '', active: true, users: [], tags: [] };
    expect(mailboxes([bare]).data?.mailboxes).toEqual([standard]);
    const odd = { ...bare, mailboxEmail: null, active: 'yes', users: 'none', tags: {} };
    expect(mailboxes([odd]).data?.mailboxes).toEqual([standard]);
    const users = [{ userId: 'u', userName: null, userEmail: 3, active: null }];
    expect(mailboxes([{ ...bare, users }]).data?.mailboxes[0]?.users).toEqual([
      { userId: 'u', userName: '', userEmail: '', active: true },
    ]);
    const tags = [{ tagId: 't', tagName: 1, tagColor: 5, active: 0 }];
    expect(mailboxes([{ ...bare, tags }]).data?.mailboxes[0]?.tags).toEqual([
      { tagId: 't', tagName: '', tagColor: null, active: true },
    ]);
  });

  test('loses one bad mailbox, user or tag, not the list', () => {
    const { users, tags } = MAILBOX;
    const mixed = { ...MAILBOX, users: [...users, { userName: 'nobody' }, null], tags: [7, ...tags] };
    const list = [null, { ...MAILBOX, mailboxId: 5 }, mixed, { mailboxName: 'no id' }, 'x'];
    expect(mailboxes(list).data?.mailboxes).toEqual([MAILBOX]);
  });

  test('may be empty, but must be a list', () => {
    expect(mailboxes([]).data?.mailboxes).toEqual([]);
    for (const value of [undefined, null, {}, 'x']) expect(mailboxes(value).success).toBe(false);
  });
});

describe('the attachment list', () => {
  test('is read as documented', () => {
    expect(attachments([FILE]).data?.attachments).toEqual([FILE]);
  });

  test('says that a new type is unrecognised, and so is none', () => {
    const list = [
      { ...FILE, attachmentType: 'cloudAttachment' },
      { ...FILE, attachmentType: null },
    ];
    expect(attachments(list).data?.attachments.map(({ attachmentType }) => attachmentType)).toEqual([
      'unrecognised',
      'unrecognised',
    ]);
  });

  test('falls back where a field that nothing hangs on is missing or of another type', () => {
    const list = [{ id: 'a', attachmentType: 'itemAttachment', name: null, size: '10' }];
    expect(attachments(list).data?.attachments).toEqual([
      {
        id: 'a',
        attachmentType: 'itemAttachment',
        name: '',
        size: 0,
        contentType: 'application/octet-stream',
      },
    ]);
  });

  test('loses one bad entry, not the list', () => {
    expect(attachments([null, { name: 'no id' }, FILE]).data?.attachments).toEqual([FILE]);
  });
});

test('an open enum keeps its members, names no stranger, and reads only text', () => {
  const schema = openEnum(['a', 'b']);
  expect(z.safeParse(schema, 'a').data).toBe('a');
  expect(z.safeParse(schema, 'c').data).toBe('unrecognised');
  expect(z.safeParse(schema, 'toString').data).toBe('unrecognised');
  expect(z.safeParse(schema, 1).success).toBe(false);
});

test('a tolerant list keeps the order of what fits', () => {
  expect(z.safeParse(tolerantArray(z.number()), [3, 'x', 1, null, 2]).data).toEqual([3, 1, 2]);
  expect(z.safeParse(tolerantArray(z.number()), '3').success).toBe(false);
});
