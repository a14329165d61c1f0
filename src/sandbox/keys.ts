// The account's API keys. Their values are plainly not secrets: they open nothing but this emulator.
import type { Mailbox } from './mailboxes.ts';

/** A permission that a key may carry (contract.md section 1). */
export type Scope = 'reporting' | 'messages:read' | 'messages:content';

/** A key with its fixed scopes, mailbox list and expiry (contract.md section 2). */
export type SandboxKey = {
  readonly label: string;
  readonly key: string;
  readonly scopes: readonly Scope[];
  /** Names of the mailboxes it may see; null = all. */
  readonly mailboxes: readonly string[] | null;
  /** Epoch milliseconds. */
  readonly expiresAt: number;
};

/** The three keys, in the order in which the desk offers them. */
export const SANDBOX_KEYS: readonly SandboxKey[] = [
  {
    label: 'Full access',
    key: 'sandbox-key-full-access-0000',
    scopes: ['reporting', 'messages:read', 'messages:content'],
    mailboxes: null,
    expiresAt: Number.POSITIVE_INFINITY,
  },
  {
    label: 'Reporting only',
    key: 'sandbox-key-reporting-only-0000',
    scopes: ['reporting'],
    mailboxes: ['Sales Department', 'Support', 'Billing'],
    expiresAt: Number.POSITIVE_INFINITY,
  },
  {
    label: 'Expired',
    key: 'sandbox-key-expired-0000',
    scopes: ['reporting', 'messages:read', 'messages:content'],
    mailboxes: null,
    expiresAt: 0,
  },
];

/** What an `Authorization` header amounts to: a key, or the sentence that says why not (always a 401). */
export function readKey(
  authorization: string | null,
  nowMs: number,
): { key: SandboxKey } | { refused: string; label: string | null } {
  if (authorization === null) return { refused: 'An API key is required.', label: null };
  const value = /^bearer +(\S+)$/i.exec(authorization.trim())?.[1];
  if (value === undefined) return { refused: 'The Authorization header is malformed.', label: null };
  const key = SANDBOX_KEYS.find((candidate) => candidate.key === value);
  if (key === undefined) return { refused: 'The API key is not known.', label: null };
  if (nowMs >= key.expiresAt) return { refused: 'The API key has expired.', label: key.label };
  return { key };
}

/** True when the mailbox is in the key's allowlist. */
export function mayUse(key: SandboxKey, mailbox: Mailbox): boolean {
  return key.mailboxes === null || key.mailboxes.includes(mailbox.listing.mailboxName);
}
