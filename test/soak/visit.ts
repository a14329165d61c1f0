// What an operator does with results in one tab: reads all pages, exports them, saves a copy, downloads an attachment. The desk's own
// functions, as the pages call them.
import { download } from '#src/client/download.ts';
import { createCopies } from '#src/copies/copies.ts';
import { createMemoryCopies } from '#src/copies/memory-copies.ts';
import { csvHead, csvLine } from '#src/exports/csv.ts';
import { headOf } from '#src/exports/result-head.ts';
import { attachmentsQuery, contentTarget, messageIdOf } from '#src/messages/attachments-query.ts';
import type { RunRecord } from '#src/records/record.ts';
import { createGatherer } from '#src/rows/gather-pages.ts';
import type { Gathered } from '#src/rows/gather-pages.ts';
import { resultPagesQuery } from '#src/rows/pages-query.ts';
import type { Tab } from '../faults/sim-browser.ts';

const MOST_PAGES = 20;
const MOST_COPIES = 5;
const MOST_BYTES = 10_000_000;

/** See the top of this file. Each gives how much there was of it, and rejects where the API or the network fails. */
export type Visit = {
  /** Rows of the result. */
  readonly read: (tab: Tab, record: RunRecord) => Promise<number>;
  /** Characters of the file. */
  readonly exportCsv: (tab: Tab, record: RunRecord) => Promise<number>;
  /** Copies that are kept now. */
  readonly saveCopy: (tab: Tab, record: RunRecord) => Promise<number>;
  /** Bytes of the first file of the first message. */
  readonly downloadFile: (tab: Tab, record: RunRecord) => Promise<number>;
};

/** A browser's copies, and what is done with them and with results. */
export function createVisit(): Visit {
  const store = createMemoryCopies();
  const copies = createCopies(() => Promise.resolve(store), { get: () => ({ kept: 'ever', automatic: [] }) });

  async function gather(tab: Tab, record: RunRecord): Promise<Gathered> {
    const { client, queryClient, config } = tab.services.desk.environment;
    const upstream = config.current()?.upstream ?? '';
    const query = { ...resultPagesQuery(client, record, upstream), pages: MOST_PAGES };
    const { pages } = await queryClient.infiniteQuery(query);
    return createGatherer()(pages);
  }

  return {
    read: async (tab, record) => (await gather(tab, record)).rows.length,
    async exportCsv(tab, record) {
      const { rows, columns } = await gather(tab, record);
      const lines = rows.map((row) => csvLine(row, columns, 'comma'));
      return [csvHead(columns, 'comma'), ...lines].join('').length;
    },
    async saveCopy(tab, record) {
      const gathered = await gather(tab, record);
      const head = headOf(record, gathered, tab.services.clock.now());
      await copies.save({ head, rows: gathered.rows, source: 'operator' });
      const old = copies.list().copies.slice(MOST_COPIES);
      await copies.remove(old.map(({ id }) => id));
      return (await store.all()).length;
    },
    async downloadFile(tab, record) {
      const { client, queryClient } = tab.services.desk.environment;
      const { rows } = await gather(tab, record);
      const messageId = rows.map(messageIdOf).find((id) => id !== null) ?? '';
      const { keyId } = record;
      const files = await queryClient.query(attachmentsQuery(client, keyId, messageId));
      const file = files.find(({ attachmentType }) => attachmentType === 'fileAttachment');
      if (file === undefined) return 0;
      const { bytes } = await download(
        {
          target: contentTarget(messageId, file.id) ?? '',
          keyId,
          signal: new AbortController().signal,
          maxBytes: MOST_BYTES,
          since: performance.now(),
          take: () => undefined,
          onProgress: () => undefined,
        },
        { now: () => tab.services.clock.now(), fetch: tab.fetch },
      );
      return bytes;
    },
  };
}
