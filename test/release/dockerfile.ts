// Reads a Dockerfile as far as ours goes. An instruction that is not known here is an error, so that none is played wrongly.
import * as z from 'zod/mini';

/** One `FROM` and what follows it. */
export type Stage = {
  readonly name: string;
  readonly image: string;
  readonly steps: readonly Step[];
};

/** What changes the file system of a stage. */
type Step =
  | {
      readonly kind: 'copy';
      readonly from: string | null;
      readonly sources: readonly string[];
      readonly target: string;
    }
  | { readonly kind: 'run'; readonly command: string }
  | { readonly kind: 'workdir'; readonly path: string };

/** What the image says of the program in it. */
export type ImageConfig = {
  readonly env: Readonly<Record<string, string>>;
  readonly user: string;
  readonly volumes: readonly string[];
  readonly ports: readonly string[];
  readonly health: readonly string[];
  readonly command: readonly string[];
};

/** Its stages, and the config of the last one. */
export type Dockerfile = { readonly stages: readonly Stage[]; readonly config: ImageConfig };

const words = z.array(z.string());

/** Reads the text of a Dockerfile. Throws where it holds what this reader does not know. */
export function readDockerfile(text: string): Dockerfile {
  const args: Record<string, string> = {};
  const stages: { name: string; image: string; steps: Step[] }[] = [];
  let config = { ...EMPTY };
  for (const [instruction, rest] of instructionsOf(text)) {
    const steps = stages.at(-1)?.steps ?? [];
    const given = rest.split(/\s+/);
    switch (instruction) {
      case 'ARG': {
        const [name = '', value = ''] = rest.split('=');
        args[name] = value;
        break;
      }
      case 'FROM': {
        const [, image = '', name = ''] = /^(\S+) AS (\S+)$/.exec(rest) ?? [];
        stages.push({
          name,
          image: image.replaceAll(/\$\{(\w+)\}/g, (_, arg: string) => args[arg] ?? ''),
          steps: [],
        });
        config = { ...EMPTY };
        break;
      }
      case 'WORKDIR':
        steps.push({ kind: 'workdir', path: rest });
        break;
      case 'RUN':
        steps.push({ kind: 'run', command: rest });
        break;
      case 'COPY': {
        const [, from = null] = /^--from=(\S+)$/.exec(given[0] ?? '') ?? [];
        const paths = from === null ? given : given.slice(1);
        if (paths.some((path) => path.startsWith('-'))) throw new Error(`Unknown option in COPY ${rest}`);
        steps.push({ kind: 'copy', from, sources: paths.slice(0, -1), target: paths.at(-1) ?? '' });
        break;
      }
      case 'ENV':
        for (const pair of given) {
          const [name = '', value = ''] = pair.split('=');
          config.env = { ...config.env, [name]: value };
        }
        break;
      case 'USER':
        config.user = rest;
        break;
      case 'VOLUME':
        config.volumes = given;
        break;
      case 'EXPOSE':
        config.ports = given;
        break;
      case 'HEALTHCHECK':
        config.health = z.parse(words, JSON.parse(rest.replace(/^.*\bCMD /, '')));
        break;
      case 'CMD':
        config.command = z.parse(words, JSON.parse(rest));
        break;
      case 'LABEL':
        break;
      default:
        throw new Error(`Unknown instruction ${instruction}`);
    }
  }
  return { stages, config };
}

const EMPTY: { -readonly [Name in keyof ImageConfig]: ImageConfig[Name] } = {
  env: {},
  user: 'root',
  volumes: [],
  ports: [],
  health: [],
  command: [],
};

function instructionsOf(text: string): [string, string][] {
  const lines = text
    .split('\n')
    .filter((line) => !line.startsWith('#'))
    .join('\n')
    .replaceAll('\\\n', ' ')
    .split('\n')
    .map((line) => line.trim())
    .filter((line) => line !== '');
  return lines.map((line) => [line.split(' ', 1)[0] ?? '', line.slice(line.indexOf(' ') + 1).trim()]);
}
