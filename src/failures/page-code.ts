// The code of a lazy page: when it cannot be fetched that is a lost connection, not a mistake in the page.
import { ApiError } from '#src/client/api-error.ts';

/**
 * What `load` gives, for the page at `path`. Rejects with an `ApiError` of kind `network` where the code cannot be fetched: the browser is offline, the
 * desk is not running, or a newer version of it has other files.
 */
export async function pageCode<Module>(path: string, load: () => Promise<Module>): Promise<Module> {
  try {
    return await load();
  } catch (cause) {
    throw new ApiError({ kind: 'network', method: 'GET', path, at: 0, elapsedMs: 0, cause });
  }
}
