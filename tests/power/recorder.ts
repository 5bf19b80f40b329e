/**
 * Writes down what a program does to a folder: after each of Node's functions that may change it, the folder is looked at, and what is different is an
 * event. So what DuckDB, the addon and other native code write is an event too, of which nobody knows whether it was synced; it counts as not synced.
 */
import * as fs from 'node:fs';
import mutableFs from 'node:fs';
import { syncBuiltinESMExports } from 'node:module';
import * as path from 'node:path';
import type { DiskEvent, SyncKind } from './disk';
import { folderOf } from './disk';

/** Functions of node:fs/promises, of a file handle and of node:fs after which something may be different. */
const CHANGING = {
  promises: [
    'appendFile',
    'copyFile',
    'cp',
    'link',
    'mkdir',
    'mkdtemp',
    'open',
    'rename',
    'rm',
    'rmdir',
    'truncate',
    'unlink',
    'writeFile',
  ],
  handle: ['appendFile', 'truncate', 'write', 'writeFile', 'writev'],
  now: [
    'appendFileSync',
    'copyFileSync',
    'ftruncateSync',
    'linkSync',
    'mkdirSync',
    'mkdtempSync',
    'openSync',
    'renameSync',
    'rmdirSync',
    'rmSync',
    'truncateSync',
    'unlinkSync',
    'writeFileSync',
    'writeSync',
  ],
} as const;

type Functions = Record<string, (...given: unknown[]) => unknown>;

interface Seen {
  readonly node: number;
  readonly isFolder: boolean;
  readonly size: number;
  readonly changed: bigint;
}

/** Records from now on, until `stop`; the folder as it is now comes first. */
export class Recorder {
  readonly events: DiskEvent[] = [];
  /** By place. */
  #seen = new Map<string, Seen>();
  /** Our number of a file of the system, and what was last read of it. */
  readonly #nodes = new Map<bigint, { node: number; content: Buffer }>();
  #next = 0;
  #isLooking = false;
  readonly #restore: (() => void)[] = [];

  constructor(private readonly root: string) {
    this.look();
  }

  async start(): Promise<this> {
    const look = (): void => this.look();
    const synced = (descriptor: number, of: SyncKind): void => this.#synced(descriptor, of);
    for (const name of CHANGING.promises) this.#wrapLater(fs.promises as unknown as Functions, name, look);
    for (const name of CHANGING.now) this.#wrapNow(mutableFs as unknown as Functions, name, look);
    this.#wrapNow(mutableFs as unknown as Functions, 'fsyncSync', (descriptor) => synced(descriptor as number, 'file'));
    this.#wrapNow(mutableFs as unknown as Functions, 'fdatasyncSync', (descriptor) =>
      synced(descriptor as number, 'line'),
    );
    const handle = await fs.promises.open(import.meta.filename, 'r');
    const methods = Object.getPrototypeOf(handle) as Functions;
    await handle.close();
    for (const name of CHANGING.handle) this.#wrapLater(methods, name, look);
    this.#wrapLater(methods, 'sync', (_given, self) => synced((self as fs.promises.FileHandle).fd, 'file'));
    this.#wrapLater(methods, 'datasync', (_given, self) => synced((self as fs.promises.FileHandle).fd, 'line'));
    syncBuiltinESMExports();
    return this;
  }

  stop(): void {
    this.look();
    for (const restore of this.#restore.reverse()) restore();
    syncBuiltinESMExports();
  }

  /** Adds what is different from the last look. */
  look(): void {
    // Node reads a file with functions that are replaced too.
    if (this.#isLooking) return;
    this.#isLooking = true;
    try {
      this.#lookOnce();
    } finally {
      this.#isLooking = false;
    }
  }

  #lookOnce(): void {
    const now = new Map<string, Seen>();
    const fresh: { place: string; seen: Seen }[] = [];
    for (const place of placesBelow(this.root)) {
      const stats = fs.lstatSync(path.join(this.root, place), { bigint: true, throwIfNoEntry: false });
      if (stats === undefined) continue;
      const known = this.#nodes.get(stats.ino) ?? { node: this.#next++, content: Buffer.alloc(0) };
      this.#nodes.set(stats.ino, known);
      const seen = {
        node: known.node,
        isFolder: stats.isDirectory(),
        size: Number(stats.size),
        changed: stats.mtimeNs,
      };
      now.set(place, seen);
      if (this.#seen.get(place)?.node !== known.node) fresh.push({ place, seen });
    }
    this.#addNames(now, fresh);
    for (const [place, seen] of now) this.#addContent(place, seen);
    this.#forgetGone(now);
    this.#seen = now;
  }

  /** Names that are new or lead elsewhere, from the folders above down; then those that are gone, from below up. */
  #addNames(now: ReadonlyMap<string, Seen>, fresh: readonly { place: string; seen: Seen }[]): void {
    const before = new Map(this.#seen);
    const whereWas = (node: number): string | undefined =>
      [...before].find(([place, seen]) => seen.node === node && now.get(place)?.node !== node)?.[0];
    for (const { place, seen } of fresh) {
      if (before.get(place)?.node === seen.node) continue;
      const from = whereWas(seen.node);
      if (from === undefined) {
        this.events.push({ kind: seen.isFolder ? 'folder' : 'file', place, node: seen.node });
        before.set(place, seen);
        continue;
      }
      this.events.push({ kind: 'rename', from, place });
      for (const [each, of] of Array.from(before))
        if (each === from || each.startsWith(`${from}/`)) {
          before.delete(each);
          before.set(`${place}${each.slice(from.length)}`, of);
        }
    }
    const gone = [...before.keys()]
      .filter((place) => !now.has(place))
      .sort((left, right) => right.length - left.length);
    for (const place of gone) this.events.push({ kind: 'remove', place });
  }

  #addContent(place: string, seen: Seen): void {
    const before = [...this.#seen.values()].find(({ node }) => node === seen.node);
    if (seen.isFolder || (before?.size === seen.size && before.changed === seen.changed && !isFresh(seen))) return;
    let content: Buffer;
    try {
      content = fs.readFileSync(path.join(this.root, place));
    } catch {
      // Gone meanwhile: the next look sees that.
      return;
    }
    const known = [...this.#nodes.values()].find(({ node }) => node === seen.node)!;
    const at = commonStart(known.content, content);
    if (at === content.length && at === known.content.length) return;
    this.events.push({ kind: 'write', node: seen.node, at, bytes: content.subarray(at) });
    known.content = content;
  }

  /** A file of the system that no name leads to may be another one later. */
  #forgetGone(now: ReadonlyMap<string, Seen>): void {
    const there = new Set([...now.values()].map(({ node }) => node));
    for (const [file, { node }] of this.#nodes) if (!there.has(node)) this.#nodes.delete(file);
  }

  #synced(descriptor: number, of: SyncKind): void {
    this.look();
    const stats = fs.fstatSync(descriptor, { bigint: true });
    const known = this.#nodes.get(stats.ino);
    if (known !== undefined)
      this.events.push({ kind: 'sync', node: known.node, of: stats.isDirectory() ? 'folder' : of });
  }

  #wrapLater(owner: Functions, name: string, after: (given: unknown, self: unknown) => void): void {
    const original = owner[name]!;
    this.#restore.push(() => (owner[name] = original));
    owner[name] = async function (this: unknown, ...given: unknown[]): Promise<unknown> {
      try {
        return await (original.apply(this, given) as Promise<unknown>);
      } finally {
        after(given[0], this);
      }
    };
  }

  #wrapNow(owner: Functions, name: string, after: (given: unknown) => void): void {
    const original = owner[name]!;
    this.#restore.push(() => (owner[name] = original));
    owner[name] = function (this: unknown, ...given: unknown[]): unknown {
      try {
        return original.apply(this, given);
      } finally {
        after(given[0]);
      }
    };
  }
}

/** A clock of files ticks every few milliseconds: what changed again within a tick has the same time. */
const isFresh = ({ changed }: Seen): boolean => Date.now() - Number(changed / 1_000_000n) < 100;

/** Places below a folder, each folder before what is in it. */
function placesBelow(root: string, folder = ''): string[] {
  return fs
    .readdirSync(path.join(root, folder), { withFileTypes: true })
    .sort((left, right) => (left.name < right.name ? -1 : 1))
    .flatMap((entry) => {
      const place = folder === '' ? entry.name : `${folder}/${entry.name}`;
      return entry.isDirectory() ? [place, ...placesBelow(root, place)] : [place];
    });
}

function commonStart(left: Buffer, right: Buffer): number {
  const most = Math.min(left.length, right.length);
  let at = 0;
  while (at < most && left[at] === right[at]) at++;
  return at;
}

/** Milliseconds. */
const REBOOT = 120_000;

/** Makes a folder what a tree says; nothing else stays in it. */
export function layOut(root: string, tree: ReadonlyMap<string, Uint8Array | null>): void {
  for (const name of fs.readdirSync(root)) fs.rmSync(path.join(root, name), { recursive: true, force: true });
  for (const place of [...tree.keys()].sort((left, right) => left.length - right.length)) {
    const content = tree.get(place)!;
    const target = path.join(root, place);
    fs.mkdirSync(content === null ? target : path.join(root, folderOf(place)), { recursive: true });
    if (content === null) continue;
    fs.writeFileSync(target, content);
    // A computer takes a while to start again: no program wrote just now.
    const before = new Date(Date.now() - REBOOT);
    fs.utimesSync(target, before, before);
  }
}
