// What is believed of the API, fact by fact. `D`: documented publicly. `A`: assumed, because the documentation does not say. What a fact
// says is what the rest of the product is built on; a check in this folder holds it against what the API really answers.

/** One thing believed of the API. */
type Fact = {
  readonly id: string;
  readonly mark: 'A' | 'D';
  readonly says: string;
  /** What it takes to see it, where asking alone does not show it. */
  readonly needs?: string;
};

const LAUNCH = '`--launch`';
const OWN = 'an answer that is never asked for on purpose';

/** See {@link Fact}; in the order in which they are reported. */
export const FACTS = [
  { id: 'mailboxes-answer', mark: 'D', says: 'The mailbox list answers 200 with `{ "mailboxes": […] }`' },
  { id: 'mailbox-fields', mark: 'D', says: 'A mailbox has the documented fields, in the documented types' },
  { id: 'mailbox-time-zone', mark: 'D', says: '`timeZone` is an IANA name' },
  { id: 'user-fields', mark: 'D', says: 'A user of a mailbox has the documented fields' },
  { id: 'tag-fields', mark: 'D', says: 'A tag of a mailbox has the documented fields' },
  { id: 'json-type', mark: 'D', says: 'Answers are JSON and say so in `Content-Type`' },
  { id: 'wrong-key', mark: 'D', says: 'A key that does not exist answers 401' },
  { id: 'missing-key', mark: 'D', says: 'A request without a key answers 401' },
  { id: 'malformed-key', mark: 'D', says: 'A malformed `Authorization` header answers 401' },
  { id: 'made-up-result', mark: 'D', says: 'A result that does not exist answers 404' },
  {
    id: 'made-up-message',
    mark: 'D',
    says: 'Attachments of a message that does not exist: 404, or 403 without the scope',
  },
  {
    id: 'made-up-attachment',
    mark: 'D',
    says: 'Download of an attachment that does not exist: 404, or 403 without the scope',
  },
  {
    id: 'encoded-ids',
    mark: 'D',
    says: 'An id may hold percent-encoded characters: the API itself answers, with its envelope',
  },
  { id: 'error-envelope-400', mark: 'D', says: 'A 400 carries the error envelope', needs: LAUNCH },
  { id: 'error-envelope-401', mark: 'D', says: 'A 401 carries the error envelope' },
  {
    id: 'error-envelope-403',
    mark: 'D',
    says: 'A 403 carries the error envelope',
    needs: 'a key without the message scopes',
  },
  { id: 'error-envelope-404', mark: 'D', says: 'A 404 carries the error envelope' },
  { id: 'error-envelope-429', mark: 'D', says: 'A 429 carries the error envelope', needs: OWN },
  {
    id: 'rate-limit-code',
    mark: 'D',
    says: 'A 429 has `error.code` "429", whichever limit it is',
    needs: OWN,
  },
  {
    id: 'retry-after',
    mark: 'A',
    says: '`Retry-After`, where it comes, is in a form of RFC 9110',
    needs: OWN,
  },
  {
    id: 'error-origin',
    mark: 'D',
    says: '`_links.origin` of an error names the request that failed; for a GET without `body`',
  },
  { id: 'mailbox-allowlist', mark: 'D', says: 'A mailbox that is listed can be launched for', needs: LAUNCH },
  { id: 'body-wrapper', mark: 'A', says: 'The body of a launch is `{"parameters": {…}}`', needs: LAUNCH },
  { id: 'accepted-status', mark: 'A', says: 'An accepted launch answers with some 2xx', needs: LAUNCH },
  {
    id: 'launch-envelope',
    mark: 'D',
    says: 'An accepted launch answers with the async envelope',
    needs: LAUNCH,
  },
  {
    id: 'poll-envelope',
    mark: 'D',
    says: 'Every poll and page answers 200 with the async envelope',
    needs: LAUNCH,
  },
  {
    id: 'run-fields',
    mark: 'D',
    says: 'The async envelope has the documented fields, in the documented types',
    needs: LAUNCH,
  },
  {
    id: 'self-link',
    mark: 'D',
    says: '`_links.self` leads to `/api/v1/reports/results/{id}` by GET',
    needs: LAUNCH,
  },
  {
    id: 'self-stays',
    mark: 'D',
    says: '`_links.self` is the exact address of the page that was asked for',
    needs: LAUNCH,
  },
  { id: 'links-absolute', mark: 'D', says: 'Links are absolute', needs: LAUNCH },
  { id: 'links-origin', mark: 'A', says: 'Links lead to the origin that was asked', needs: LAUNCH },
  { id: 'page-size-kept', mark: 'D', says: 'Links carry the page size of the launch', needs: LAUNCH },
  {
    id: 'origin-address',
    mark: 'D',
    says: '`_links.origin` of a run names its launch: address and POST',
    needs: LAUNCH,
  },
  {
    id: 'origin-query',
    mark: 'A',
    says: '`_links.origin.href` does not repeat the query of the launch',
    needs: LAUNCH,
  },
  { id: 'origin-body', mark: 'D', says: '`_links.origin.body` is the body that was sent', needs: LAUNCH },
  { id: 'status-values', mark: 'D', says: '`status` is `running`, `done` or `error`', needs: LAUNCH },
  { id: 'progress-range', mark: 'D', says: '`progress` is a whole number from 0 to 100', needs: LAUNCH },
  { id: 'progress-done', mark: 'D', says: '`progress` is 100 once done', needs: LAUNCH },
  {
    id: 'data-while-running',
    mark: 'D',
    says: '`result.data` is empty while the run is running',
    needs: LAUNCH,
  },
  { id: 'data-when-done', mark: 'D', says: '`result.data` is there once done', needs: LAUNCH },
  { id: 'total-count', mark: 'D', says: '`result.total` is null or the number of rows', needs: LAUNCH },
  {
    id: 'cutoff-absent',
    mark: 'D',
    says: 'No `dataCutoffTimestamp` where all periods are over',
    needs: LAUNCH,
  },
  {
    id: 'cutoff-form',
    mark: 'D',
    says: '`dataCutoffTimestamp` is an ISO 8601 date and time',
    needs: 'a result that has one',
  },
  {
    id: 'failed-run',
    mark: 'D',
    says: 'A failed run has `error` and no `result`',
    needs: 'a run that fails',
  },
  {
    id: 'failed-codes',
    mark: 'A',
    says: '`error.code` of a failed run is some short word',
    needs: 'a run that fails',
  },
  { id: 'run-length', mark: 'D', says: 'A run takes up to about 30 minutes', needs: LAUNCH },
  {
    id: 'poll-pace',
    mark: 'A',
    says: 'Polls every 2 seconds at first, then ever less often, are not refused',
    needs: LAUNCH,
  },
  { id: 'row-id', mark: 'D', says: 'Every row is an object with a string `id` of its own', needs: LAUNCH },
  {
    id: 'row-fields',
    mark: 'D',
    says: 'A row has `startDateTime`, `received` and `initiated`: text and two counts',
    needs: LAUNCH,
  },
  {
    id: 'start-form',
    mark: 'A',
    says: '`startDateTime` is an ISO 8601 date and time, with or without an offset',
    needs: LAUNCH,
  },
  {
    id: 'start-zone',
    mark: 'A',
    says: "`startDateTime` is the mailbox's own time, or has an offset that leads to it",
    needs: LAUNCH,
  },
  {
    id: 'rows-cover',
    mark: 'D',
    says: 'Rows go from the period that holds `start` to the one that holds `end`',
    needs: LAUNCH,
  },
  { id: 'page-limit', mark: 'D', says: 'A page has at most `max` rows', needs: LAUNCH },
  {
    id: 'next-page',
    mark: 'D',
    says: '`_links.next` leads on, to other rows, and ends with the last page',
    needs: LAUNCH,
  },
  {
    id: 'prev-page',
    mark: 'D',
    says: '`_links.prev` is there from the second page on, and leads back to the same rows',
    needs: LAUNCH,
  },
  { id: 'page-again', mark: 'D', says: 'A page that is read again gives the same rows', needs: LAUNCH },
  { id: 'max-limit', mark: 'D', says: '`max` above 500 answers 400', needs: LAUNCH },
  {
    id: 'close-data',
    mark: 'A',
    says: '`closeData` exists for Mailbox and Domain Performance, too',
    needs: 'a launch of each',
  },
  {
    id: 'activity-zone',
    mark: 'A',
    says: "`activityStart` without `Z` is the mailbox's own time",
    needs: 'a launch of Message Detail',
  },
  {
    id: 'result-life',
    mark: 'A',
    says: 'The 24 hours of a result count from its launch at the earliest',
    needs: "a day's wait",
  },
  {
    id: 'slot-release',
    mark: 'A',
    says: 'A slot is free once its run has ended, polled or not',
    needs: 'all three slots in use',
  },
] as const satisfies readonly Fact[];

/** Name of a fact. */
export type FactId = (typeof FACTS)[number]['id'];
