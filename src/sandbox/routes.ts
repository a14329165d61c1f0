// The eight calls of the API: path, method and scopes (contract.md section 1).
import type { Report } from './fields.ts';
import type { Scope } from './keys.ts';

/** A call that a path stands for, ids already decoded. */
export type Route = { readonly method: 'GET' | 'POST'; readonly scopes: readonly Scope[] } & (
  | { readonly name: 'launch'; readonly report: Report }
  | { readonly name: 'result'; readonly resultId: string }
  | { readonly name: 'mailboxes' }
  | { readonly name: 'attachments'; readonly messageId: string }
  | { readonly name: 'download'; readonly messageId: string; readonly attachmentId: string }
);

/** All paths begin with this. */
export const API_PREFIX = '/api/v1/';

const LAUNCH_SCOPES: Record<Report, readonly Scope[]> = {
  mailboxPerformance: ['reporting'],
  mailboxUserPerformance: ['reporting'],
  mailboxDomainPerformance: ['reporting'],
  receivedMessageDetail: ['reporting', 'messages:read'],
};

/** The call at a path (as in a URL, still encoded), or null where there is none. */
export function routeOf(pathname: string): Route | null {
  if (!pathname.startsWith(API_PREFIX)) return null;
  let parts: string[];
  try {
    parts = pathname.slice(API_PREFIX.length).split('/').map(decodeURIComponent);
  } catch {
    return null;
  }
  const [first, second, third, fourth, fifth, ...more] = parts;
  if (more.length > 0 || parts.includes('')) return null;
  if (first === 'reports' && second !== undefined && fourth === undefined) {
    if (second === 'results') {
      return third === undefined
        ? null
        : { name: 'result', method: 'GET', scopes: ['reporting'], resultId: third };
    }
    if (third !== undefined || !Object.hasOwn(LAUNCH_SCOPES, second)) return null;
    const report = second as Report;
    return { name: 'launch', method: 'POST', scopes: LAUNCH_SCOPES[report], report };
  }
  if (first === 'admin' && second === 'mailboxes' && third === undefined) {
    return { name: 'mailboxes', method: 'GET', scopes: ['reporting'] };
  }
  if (first === 'messages' && second !== undefined && third === 'attachments') {
    if (fourth === undefined) {
      return { name: 'attachments', method: 'GET', scopes: ['messages:read'], messageId: second };
    }
    if (fifth !== 'download') return null;
    const ids = { messageId: second, attachmentId: fourth };
    return { name: 'download', method: 'GET', scopes: ['messages:content'], ...ids };
  }
  return null;
}
