/**
 * Records what a test file uses beside its imports, so that `npm run check` knows which edits can change its outcome
 * (scripts/check/passes.mjs): entries of the tables of texts and calls, and what is read below the checkout. And what it
 * costs, so that the check knows how many files it can run.
 */
import { syncBuiltinESMExports } from 'node:module';
import * as path from 'node:path';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';
import { afterAll } from 'vitest';

const ROOT = path.join(import.meta.dirname, '../..');

/** What a file uses. An entry `*` is every entry; a place `*` is every file, as for a program, which reads what it likes. */
interface Uses {
  /** A table's file -> the entries asked for, whether there are such or not. */
  readonly entries: Record<string, Set<string>>;
  /** Below the checkout, with `/`; `/**` at the end stands for all below. */
  readonly places: Set<string>;
}
const recorder = globalThis as typeof globalThis & {
  uses?: Uses;
  recordTable?: <Table extends object>(file: string, table: Table) => Table;
};
const uses: Uses = { entries: {}, places: new Set() };
// Before all else, since functions replaced once serve every file of this process.
const isFirst = recorder.uses === undefined;
recorder.uses = uses;
const before = process.cpuUsage();

recorder.recordTable = (file, table) => {
  const asked = (uses.entries[file] ??= new Set());
  const ask = (entry: string | symbol): void => void asked.add(String(entry));
  return new Proxy(table, {
    get(target, entry, receiver) {
      ask(entry);
      return Reflect.get(target, entry, receiver);
    },
    has(target, entry) {
      ask(entry);
      return Reflect.has(target, entry);
    },
    getOwnPropertyDescriptor(target, entry) {
      ask(entry);
      return Reflect.getOwnPropertyDescriptor(target, entry);
    },
    ownKeys(target) {
      ask('*');
      return Reflect.ownKeys(target);
    },
  });
};

function recordPlace(given: unknown, options?: unknown): void {
  const isUrl = given instanceof URL || (typeof given === 'string' && given.startsWith('file:'));
  const named = isUrl ? fileURLToPath(given) : Buffer.isBuffer(given) ? given.toString() : given;
  if (typeof named !== 'string') return;
  const place = path.relative(ROOT, path.resolve(named)).replaceAll('\\', '/');
  if (place.startsWith('..') || path.isAbsolute(place) || /^(node_modules|\.git)(\/|$)/.test(place)) return;
  const isAll = typeof options === 'object' && options !== null && 'recursive' in options && options.recursive === true;
  recorder.uses?.places.add(isAll ? `${place}/**` : place);
}

type Called = (...given: unknown[]) => unknown;

/** Puts a function in its place that calls `record` first, also where it is promisified. */
function replace(module: object, name: string, record: (...given: unknown[]) => void): void {
  const functions = module as Record<string, Called & { [promisify.custom]?: Called }>;
  const original = functions[name]!;
  const recording = (called: Called): Called =>
    function (this: unknown, ...given) {
      record(...given);
      return called.apply(this, given);
    };
  const { [promisify.custom]: _, ...properties } = Object.getOwnPropertyDescriptors(original);
  const replaced = Object.defineProperties(recording(original), properties);
  const promised = original[promisify.custom];
  if (promised !== undefined) Object.defineProperty(replaced, promisify.custom, { value: recording(promised) });
  functions[name] = replaced;
}

const OF_FILES = ['access', 'lstat', 'open', 'opendir', 'readFile', 'readdir', 'readlink', 'realpath', 'stat'];
const OF_PROGRAMS = ['exec', 'execFile', 'fork', 'spawn'];

if (isFirst) {
  const fs = process.getBuiltinModule('node:fs');
  for (const name of [...OF_FILES, ...OF_FILES.map((one) => `${one}Sync`), 'createReadStream', 'existsSync'])
    replace(fs, name, recordPlace);
  for (const name of OF_FILES) replace(fs.promises, name, recordPlace);
  const recordCopy = (from: unknown): void => recordPlace(from, { recursive: true });
  for (const name of ['cp', 'cpSync', 'copyFile', 'copyFileSync']) replace(fs, name, recordCopy);
  for (const name of ['cp', 'copyFile']) replace(fs.promises, name, recordCopy);
  const recordProgram = (): void => void recorder.uses?.places.add('*');
  for (const name of [...OF_PROGRAMS, 'execFileSync', 'execSync', 'spawnSync'])
    replace(process.getBuiltinModule('node:child_process'), name, recordProgram);
  const threads = process.getBuiltinModule('node:worker_threads');
  threads.Worker = class extends threads.Worker {
    constructor(...given: ConstructorParameters<typeof threads.Worker>) {
      recordProgram();
      super(...given);
    }
  };
  syncBuiltinESMExports();
}

/** Where all are used, nothing needs naming. */
const listed = (names: ReadonlySet<string>): string[] => (names.has('*') ? ['*'] : [...names].sort());

declare module 'vitest' {
  interface TaskMeta {
    uses?: { entries: Record<string, string[]>; places: string[] };
    /** Processor seconds of the process while the file was loaded and ran, with all threads. */
    seconds?: number;
  }
}

// oxlint-disable-next-line no-empty-pattern -- vitest asks for the pattern before it gives the file
afterAll(({}, { file }) => {
  const entries = Object.entries(uses.entries).map(([table, asked]) => [table, listed(asked)] as const);
  file.meta.uses = { entries: Object.fromEntries(entries), places: listed(uses.places) };
  const { user, system } = process.cpuUsage(before);
  file.meta.seconds = (user + system) / 1e6;
});
