// The lines of a file as exports/result-file.ts lays it out, in slices: what is known of the result, then rows, one or many to a line.
// A file of tens of megabytes would otherwise hold up the page for as long as it takes to parse.
import { RESULT_FILE_END, RESULT_FILE_ROWS } from '#src/exports/result-file.ts';
import { browserTurn } from '#src/exports/slices.ts';

/** Bytes that are read and parsed in one go: some ms of work. */
const PIECE_BYTES = 1 << 18;

/** Characters of the longest line that is waited for: a file without line ends would be gone through over and over. */
const LONGEST_LINE = 1 << 23;

/** What the file says; `head` has no rows. */
export type ResultLines = { readonly head: unknown; readonly rows: readonly unknown[] };

/** Null where the file is laid out otherwise, or is not whole: what it says then has to be found in some other way. */
export async function readResultLines(file: Blob): Promise<ResultLines | null> {
  const decoder = new TextDecoder();
  const reading = createReading();
  let rest = '';
  for (let from = 0; from < file.size; from += PIECE_BYTES) {
    const bytes = await file.slice(from, from + PIECE_BYTES).arrayBuffer();
    const lines = (rest + decoder.decode(bytes, { stream: true })).split('\n');
    rest = lines.pop() ?? '';
    if (rest.length > LONGEST_LINE) return null;
    try {
      for (const line of lines) reading.take(line);
    } catch {
      return null;
    }
    await browserTurn();
  }
  return rest === '' ? reading.result() : null;
}

const [, ROWS_END, FILE_END] = RESULT_FILE_END.split('\n');

function createReading() {
  const rows: unknown[] = [];
  let headText = '';
  let head: unknown;
  let part: 'head' | 'rows' | 'end' | 'over' = 'head';

  return {
    /** Throws where a line is not what has to stand there. */
    take(line: string) {
      if (part === 'head') {
        headText += `${line}\n`;
        if (line !== RESULT_FILE_ROWS) return;
        head = JSON.parse(`${headText}]}`);
        part = 'rows';
      } else if (part === 'rows' && line !== ROWS_END) {
        const found = JSON.parse(`[${line.replace(/,$/, '')}]`) as unknown[];
        for (const row of found) rows.push(row);
      } else if (part === 'rows') part = 'end';
      else if (part === 'end' && line === FILE_END) part = 'over';
      else throw new SyntaxError('Something follows the rows.');
    },
    result: (): ResultLines | null => (part === 'over' ? { head, rows } : null),
  };
}
