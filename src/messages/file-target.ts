// Where a download goes: into memory and from there to the browser's downloads, or, where it is too large for that, straight into a
// file that the operator chooses.
import { download as saveBlob } from '#src/exports/download.ts';
import { formatBytes } from '#src/ui/number-format.ts';
import * as words from './words.tsx';

/** Largest file that is held in memory, in bytes. */
export const MOST_IN_MEMORY = 200_000_000;

type Piece = Uint8Array<ArrayBuffer>;

/** One try. Nothing of it is kept unless `finish` is called. */
type FileSink = {
  readonly take: (piece: Piece) => void | Promise<void>;
  readonly finish: () => void | Promise<void>;
  readonly discard: () => void;
};

/** See the top of this file. Each try begins with an empty file. */
export type FileTarget = { readonly maxBytes: number; readonly open: () => FileSink | Promise<FileSink> };

type SavePicker = (options: {
  suggestedName: string;
}) => Promise<Pick<FileSystemFileHandle, 'createWritable'>>;

/** The browser's own question where to save a file, which not every browser has. */
function savePicker(): SavePicker | undefined {
  return (globalThis as { showSaveFilePicker?: SavePicker }).showSaveFilePicker;
}

/** Why a file of `size` bytes cannot be downloaded here, or null. */
export function tooLargeReason(size: number): string | null {
  return size > MOST_IN_MEMORY && savePicker() === undefined
    ? words.tooLargeHere(formatBytes(MOST_IN_MEMORY))
    : null;
}

/** Where a file of about `size` bytes is saved as `name`; null where the operator was asked and chose nothing. */
export async function fileTarget(name: string, size: number): Promise<FileTarget | null> {
  const pick = savePicker();
  if (size <= MOST_IN_MEMORY || pick === undefined) return inMemory(name);
  try {
    return inFile(await pick({ suggestedName: name }));
  } catch {
    // Left without an answer, which browsers tell by an error.
    return null;
  }
}

function inMemory(name: string): FileTarget {
  return {
    maxBytes: MOST_IN_MEMORY,
    open() {
      let pieces: Piece[] = [];
      return {
        take: (piece) => void pieces.push(piece),
        // Never by its own type: a browser would show some, and run what is in them.
        finish: () => saveBlob(new Blob(pieces, { type: 'application/octet-stream' }), name),
        discard: () => void (pieces = []),
      };
    },
  };
}

function inFile(handle: Pick<FileSystemFileHandle, 'createWritable'>): FileTarget {
  return {
    maxBytes: Number.MAX_SAFE_INTEGER,
    async open() {
      const file = await handle.createWritable();
      return {
        take: (piece) => file.write(piece),
        finish: () => file.close(),
        discard: () => void file.abort().catch(() => undefined),
      };
    },
  };
}
