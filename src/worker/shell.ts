// What the build tells the service worker: which files the app is made of, and what they have to be.

/** One file. The name of a hashed one is its revision. */
export type ShellFile = {
  readonly url: string;
  readonly revision: string | null;
  /** As in the `integrity` attribute of a script. */
  readonly integrity: string;
};

/** A build. `version` differs where any of its files does; the page has it in `<meta name="desk-build">`. */
export type Shell = { readonly version: string; readonly files: readonly ShellFile[] };
