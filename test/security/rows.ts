// Every claim about security by name, and the tests that hold it. `npm run security` runs these and says for each claim whether it
// holds; rows.test.ts sees that each of them exists. SECURITY.md says against whom.

/** A file of tests, or those of its tests whose names hold `named`. Files that end in `.spec.ts` run in a real browser. */
export type Proof = { readonly file: string; readonly named?: string };

/** One claim. */
export type SecurityRow = {
  readonly name: string;
  readonly claim: string;
  readonly proofs: readonly Proof[];
};

const all = (file: string): Proof => ({ file });
const only = (file: string, named: string): Proof => ({ file, named });

/** In the order of the threat model. */
export const SECURITY_ROWS: readonly SecurityRow[] = [
  {
    name: 'Key',
    claim:
      'The value of a key is in no page, storage, address, console line, copied text, log line or file, whoever repeats it.',
    proofs: [
      all('test/browser/key-canary.spec.ts'),
      all('test/upstream/key-echo.test.ts'),
      all('test/security/fuzz-words.test.ts'),
      only('test/faults/restart.test.ts', 'is in no log line and in no file of the data folder'),
      only(
        'test/gateway/gateway.test.ts',
        'has one line per request and nothing that a client or the API chose',
      ),
      only('test/gateway/key-routes.test.ts', 'checks it with one mailbox list, and never gives it back'),
      only('test/gateway/environment.test.ts', 'never prints a secret'),
      only('test/launch/preset-file.test.ts', 'brings no key in, whoever wrote it'),
      only('test/security/fuzz-addresses.test.ts', 'holds no key in a preset'),
    ],
  },
  {
    name: 'Links',
    claim: 'An address that a server gives leads nowhere but to a result of the same API, as path and query.',
    proofs: [
      all('test/client/links.test.ts'),
      only('test/security/hostile-wire.test.ts', 'leads nobody there'),
      only(
        'test/security/fuzz-addresses.test.ts',
        'is followed only where the gateway forwards it, unchanged',
      ),
      only('test/security/fuzz-replies.test.ts', 'its address one of a result'),
      only('test/security/fuzz-records.test.ts', 'leads nowhere but to a result'),
      only('test/browser/hostile-text.spec.ts', 'in a link, which is not followed'),
      only('test/forwarding/reads.test.ts', 'redirect'),
    ],
  },
  {
    name: 'Gateway',
    claim:
      'Only the desk’s own pages reach the API, only by its eight calls, and of what a client sends no header goes on.',
    proofs: [
      all('test/faults/hostile.test.ts'),
      all('test/security/hostile-wire.test.ts'),
      all('test/forwarding/allow-list.test.ts'),
      all('test/gateway/guards.test.ts'),
      all('test/gateway/login.test.ts'),
      only('test/security/fuzz-addresses.test.ts', 'reaches the API only as one of its eight calls'),
      all('test/browser/cross-site.spec.ts'),
    ],
  },
  {
    name: 'Content',
    claim:
      'Text from outside is text: it runs nowhere, loads nothing, and breaks no more than the place where it stands.',
    proofs: [
      all('test/browser/hostile-text.spec.ts'),
      all('test/browser/hostile-payloads.spec.ts'),
      all('test/security/fuzz-replies.test.ts'),
      all('test/security/fuzz-records.test.ts'),
      all('test/security/foreign-records.browser.test.ts'),
      all('test/security/fuzz-copies.test.ts'),
      all('test/security/broken-copies.test.tsx'),
      all('test/security/foreign-copies.browser.test.ts'),
      all('test/security/fuzz-choices.test.ts'),
      all('test/security/fuzz-addresses.test.ts'),
      only('test/architecture.test.ts', 'never writes markup from text'),
    ],
  },
  {
    name: 'Export',
    claim:
      'Files hold what came, as RFC 4180 says, no text in them acts as a formula, and their names are plain names.',
    proofs: [
      all('test/exports/csv.test.ts'),
      all('test/exports/file-name.test.ts'),
      all('test/messages/file-name.test.ts'),
      all('test/rows/row-text.test.ts'),
      all('test/security/fuzz-files.test.ts'),
      only('test/security/fuzz-headers.test.ts', 'are one plain name each'),
    ],
  },
  {
    name: 'Headers',
    claim:
      'Every answer, of whatever status and whoever made it, keeps browsers strict and is kept by none but hashed files.',
    proofs: [
      all('test/security/answer-headers.test.ts'),
      only('test/gateway/gateway.test.ts', 'carries an id of its own'),
      all('test/gateway/assets.test.ts'),
      all('test/forwarding/downloads.test.ts'),
      only('test/security/fuzz-headers.test.ts', 'of a type is never one that a browser acts upon'),
    ],
  },
  {
    name: 'Resources',
    claim:
      'Sizes, numbers and times are limited, long input costs its length, and who is slow keeps nobody else waiting.',
    proofs: [
      all('test/security/resources.test.ts'),
      all('test/security/linear-time.test.ts'),
      only('test/security/fuzz-headers.test.ts', 'no timer can hold'),
      only('test/faults/hostile.test.ts', 'does not keep others waiting'),
      only('test/faults/hostile.test.ts', 'grows too large in chunks'),
      only('test/upstream/budget.test.ts', 'turns away what comes when too many are waiting'),
      only('test/forwarding/downloads.test.ts', 'breaks off when nothing comes for fifteen seconds'),
      only('test/copies/copy-file.test.ts', 'that is too large is not even read'),
    ],
  },
  {
    name: 'Supply chain',
    claim: 'Every package is of an exact version with its digest, and runs nothing while it is installed.',
    proofs: [
      all('test/security/supply-chain.test.ts'),
      only('test/architecture.test.ts', 'holds no code of the gateway'),
    ],
  },
];
