// The files that the page hands to the browser's downloads, for tests without a browser.
import { onTestFinished, vi } from 'vitest';

type Downloaded = { readonly name: string; readonly blob: Blob };

/** Collects every download from here on. */
export function collectDownloads(): Downloaded[] {
  const files: Downloaded[] = [];
  const blobs = new Map<string, Blob>();
  // jsdom has neither blob addresses nor downloads.
  Object.assign(URL, {
    createObjectURL(blob: Blob) {
      const address = `blob:test/${blobs.size}`;
      blobs.set(address, blob);
      return address;
    },
    revokeObjectURL: () => undefined,
  });
  vi.spyOn(HTMLAnchorElement.prototype, 'click').mockImplementation(function (this: HTMLAnchorElement) {
    const blob = blobs.get(this.href);
    if (blob !== undefined) files.push({ name: this.download, blob });
  });
  onTestFinished(() => {
    Object.assign(URL, { createObjectURL: undefined, revokeObjectURL: undefined });
  });
  return files;
}

/** The text of a downloaded file, its byte order mark included. jsdom's blobs have no `text()`. */
export function textOf(blob: Blob): Promise<string> {
  return new Promise((resolve, reject) => {
    const reader = new FileReader();
    reader.addEventListener('load', () => {
      resolve(new TextDecoder('utf-8', { ignoreBOM: true }).decode(reader.result as ArrayBuffer));
    });
    reader.addEventListener('error', () => reject(new Error('not read')));
    reader.readAsArrayBuffer(blob);
  });
}
