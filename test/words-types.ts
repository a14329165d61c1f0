// Compiles only where each catalogue of words has the same names and parameters in every language.
import type { Translation } from '#src/ui/translation.ts';
import type * as connection from '#src/connection/words.ts';
import * as connectionFr from '#src/connection/words.fr.ts';
import type * as ui from '#src/ui/words.ts';
import * as uiFr from '#src/ui/words.fr.ts';

export const FRENCH = {
  connection: connectionFr satisfies Translation<typeof connection>,
  ui: uiFr satisfies Translation<typeof ui>,
};
