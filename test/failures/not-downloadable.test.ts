// @vitest-environment node
import { describe, expect, it } from 'vitest';
import { CATALOGUE } from '#src/failures/catalogue.ts';
import type { FailureView } from '#src/failures/view.ts';
import { unasked } from '#src/failures/phrases.ts';
import { NOW, viewOf } from './failure-views.ts';

const said = (attachment: FailureView['attachment']) =>
  CATALOGUE['not-downloadable']
    .said(viewOf('not-downloadable', { attachment }), { now: NOW, size: 'card' })
    .join(' ');

describe('an attachment that cannot be downloaded', () => {
  it.each([
    ['link', /a link to a file that is kept elsewhere/],
    ['item', /an item of Exchange itself/],
    [undefined, /of another kind/],
  ] as const)('is told by what it is instead: %s', (attachment, words) => {
    expect(said(attachment)).toMatch(/^Only file attachments can be downloaded/);
    expect(said(attachment)).toMatch(words);
  });

  it('is told to be gone where it was a file', () => {
    expect(said('gone')).toMatch(/its content is gone/);
    expect(said('gone')).not.toMatch(/only file attachments|kind/i);
  });

  it.each(['link', 'item', 'gone', undefined] as const)(
    'leads to the mailbox, and never to a permission: %s',
    (attachment) => {
      expect(said(attachment)).toMatch(/open its message in the mailbox/);
      expect(said(attachment)).not.toMatch(/permission|scope|key/i);
    },
  );

  it('says that the list decided where no request was made', () => {
    expect(unasked({ kind: 'not-downloadable', asked: false })).toMatch(/the list of attachments/);
    expect(unasked({ kind: 'not-downloadable', asked: true })).toBeNull();
    expect(unasked({ kind: 'result-expired', asked: false })).toMatch(/time and the loaded keys/);
  });
});
