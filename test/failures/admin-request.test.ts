// @vitest-environment node
import { describe, expect, it } from 'vitest';
import { adminRequest, firstKeyRequest, widerKeyRequest } from '#src/failures/admin-request.ts';
import { viewOf } from './failure-views.ts';

describe('the request for an administrator', () => {
  it('asks for what the call needs and for what works today, with the mailboxes of the present key', () => {
    const text = adminRequest(
      viewOf('scope-missing', {
        scopesNeeded: ['reporting', 'messages:read'],
        scopesKnown: ['reporting', 'messages:content'],
        keyMailboxes: ['Sales Department', 'Support'],
      }),
    );
    expect(text).toContain('exactly these: reporting, messages:read and messages:content');
    expect(text).toContain('the same as those of key “Full access” (Sales Department and Support)');
    expect(text).toContain('leave the present key as it is');
    expect(text).toContain('Admin → API Access → Add Key');
  });

  it('names no mailboxes where they are not known', () => {
    const text = adminRequest(viewOf('scope-missing', { keyMailboxes: [] }));
    expect(text).toContain('the same as those of key “Full access”\n');
  });

  it('counts what would bury it, and takes names for text', () => {
    const names = ['A\nB', ...Array.from({ length: 49 }, (_, index) => `M${index}`)];
    const text = widerKeyRequest({ keyLabel: 'Old', scopes: ['reporting'], mailboxes: names });
    expect(text).toContain('(A B, M0');
    expect(text).toContain('M38 and 10 more)');
    expect(text).not.toContain('M39');
  });

  it('asks for a mailbox beside the present ones', () => {
    const text = adminRequest(viewOf('mailbox-out-of-reach', { keyMailboxes: ['Support'] }));
    expect(text).toContain('cannot reach “Sales Department”');
    expect(text).toContain('beside the present ones (Support).');
  });

  it('for a first key names the scopes of every report', () => {
    const text = firstKeyRequest('https://c1.emailgistics.com');
    expect(text).toContain('https://c1.emailgistics.com');
    expect(text).toContain('- For Mailbox Performance: reporting\n');
    expect(text).toContain('- For Message Detail: reporting and messages:read\n');
    expect(text).toContain('messages:content');
  });
});
