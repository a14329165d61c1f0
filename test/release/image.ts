// Plays the Dockerfile without a container engine: each stage is a folder that stands for its root file system.
import { spawnSync } from 'node:child_process';
import { chmodSync, chownSync, cpSync, mkdirSync, readdirSync, readFileSync } from 'node:fs';
import { lstatSync, statSync, symlinkSync } from 'node:fs';
import { basename, join, relative } from 'node:path';
import * as z from 'zod/mini';
import { readDockerfile } from './dockerfile.ts';
import type { ImageConfig, Stage } from './dockerfile.ts';

/** Who runs the desk: `nobody` where the tests run as root, else whoever runs them. */
export const RUNNER = process.getuid?.() === 0 ? { uid: 65_534, gid: 65_534 } : {};

/** A finished image: the folder that stands for `/`, the working directory in it, and what the image says of itself. */
export type Image = {
  readonly root: string;
  readonly workdir: string;
  readonly nodeImage: string;
  readonly config: ImageConfig;
};

/** Makes the image of the project in `context` below `home`. With `npm`, packages come from `npm ci`, else from `node_modules`. */
export function buildImage(context: string, home: string, npm: boolean): Image {
  const { stages, config } = readDockerfile(readFileSync(join(context, 'Dockerfile'), 'utf8'));
  const kept = exceptionsOf(context);
  let last: Image | null = null;
  for (const stage of stages) last = playStage(stage, { context, home, npm, kept }, config);
  if (last === null) throw new Error('The Dockerfile has no stage.');
  freeze(join(last.root, last.workdir));
  return last;
}

type Place = {
  readonly context: string;
  readonly home: string;
  readonly npm: boolean;
  readonly kept: readonly string[];
};

function playStage(stage: Stage, place: Place, config: ImageConfig): Image {
  const root = join(place.home, stage.name);
  mkdirSync(root);
  let workdir = '/';
  for (const step of stage.steps) {
    switch (step.kind) {
      case 'workdir':
        workdir = step.path;
        mkdirSync(join(root, workdir), { recursive: true });
        break;
      case 'run':
        run(step.command, join(root, workdir), root, place);
        break;
      case 'copy':
        for (const source of step.sources) {
          const from = join(step.from === null ? place.context : join(place.home, step.from), source);
          if (step.from === null && !place.kept.some((path) => isWithin(source, path))) {
            throw new Error(`.dockerignore keeps ${source} from the builder`);
          }
          copy(from, step.target, join(root, workdir));
        }
        break;
    }
  }
  return { root, workdir, nodeImage: stage.image, config };
}

function isWithin(path: string, folder: string): boolean {
  return path === folder || path.startsWith(`${folder}/`);
}

/** As `COPY` does it: a folder's content goes to the target, a file into it where it ends in a slash. */
function copy(from: string, target: string, folder: string): void {
  const isFile = statSync(from).isFile();
  const to = join(folder, target, isFile && target.endsWith('/') ? basename(from) : '');
  cpSync(from, to, { recursive: true, dereference: true });
}

/** What .dockerignore, a list of exceptions from everything, lets through. */
function exceptionsOf(context: string): string[] {
  const [all, ...kept] = readFileSync(join(context, '.dockerignore'), 'utf8')
    .split('\n')
    .filter((line) => line !== '' && !line.startsWith('#'));
  if (all !== '*' || kept.some((line) => !/^![\w./-]+$/.test(line))) {
    throw new Error('.dockerignore is read as a list of exceptions from *');
  }
  return kept.map((line) => line.slice(1));
}

/** The commands that the Dockerfile runs, each as it would end. */
function run(command: string, folder: string, root: string, { context, npm }: Place): void {
  const isInstall = command.startsWith('npm ci ');
  if (command === 'npm run build' || (isInstall && npm)) {
    const { status, stderr, stdout } = spawnSync('sh', ['-c', command], { cwd: folder, encoding: 'utf8' });
    if (status !== 0) throw new Error(`${command} ended with ${String(status)}: ${stdout}${stderr}`);
  } else if (isInstall && command.includes('--omit=dev')) {
    for (const path of neededPackages(folder, !command.includes('--omit=optional'))) {
      cpSync(join(context, path), join(folder, path), { recursive: true, dereference: true });
    }
  } else if (isInstall) {
    symlinkSync(join(context, 'node_modules'), join(folder, 'node_modules'));
  } else if (command === 'mkdir -m 700 /data && chown node:node /data') {
    mkdirSync(join(root, 'data'), { mode: 0o700 });
    if (RUNNER.uid !== undefined) chownSync(join(root, 'data'), RUNNER.uid, RUNNER.gid);
  } else {
    throw new Error(`Nobody said here how to play RUN ${command}`);
  }
}

const lockfile = z.object({
  packages: z.record(
    z.string(),
    z.looseObject({
      dev: z.optional(z.boolean()),
      optional: z.optional(z.boolean()),
      devOptional: z.optional(z.boolean()),
    }),
  ),
});

/** What `npm ci --omit=dev` installs by the lockfile in `folder`, with the optional packages or without. */
export function neededPackages(folder: string, optional = false): string[] {
  const { packages } = z.parse(lockfile, JSON.parse(readFileSync(join(folder, 'package-lock.json'), 'utf8')));
  return Object.entries(packages)
    .filter(
      ([path, entry]) =>
        path !== '' &&
        entry.dev !== true &&
        (optional || (entry.optional !== true && entry.devOptional !== true)),
    )
    .map(([path]) => path);
}

/** Every path below `folder`; links are not followed. */
export function pathsBelow(folder: string): string[] {
  return readdirSync(folder, { recursive: true, withFileTypes: true })
    .map((entry) => relative(folder, join(entry.parentPath, entry.name)))
    .toSorted();
}

/** Takes the right to write away, the nearest thing to a file system that is mounted read-only. */
function freeze(folder: string): void {
  for (const path of ['', ...pathsBelow(folder)]) {
    const file = join(folder, path);
    chmodSync(file, statSync(file).isDirectory() ? 0o555 : 0o444);
  }
}

/** Gives it back, so that the folder can be removed. */
export function thaw(folder: string): void {
  for (const path of ['', ...pathsBelow(folder)]) {
    const file = join(folder, path);
    if (lstatSync(file).isDirectory()) chmodSync(file, 0o755);
  }
}
