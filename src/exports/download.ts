// Hands a file to the browser's downloads.

/** Long enough for any browser to have taken the file, in ms. */
const KEPT_MS = 60_000;

/** Saves `blob` under `name`. */
export function download(blob: Blob, name: string): void {
  const address = URL.createObjectURL(blob);
  const link = document.createElement('a');
  link.href = address;
  link.download = name;
  link.click();
  setTimeout(() => URL.revokeObjectURL(address), KEPT_MS);
}
