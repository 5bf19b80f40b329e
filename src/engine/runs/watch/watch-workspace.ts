/**
 * Reports what changes in a workspace, whichever program changes it: this window, another page, the command line, a trainer.
 *
 * Changes are found by polling the files (one stat per run, data set and file of records). The system's file watching only makes the next poll come
 * sooner. Where watching does not work (network drives, no more inotify handles), a change is seen a second later.
 */
import { type FSWatcher, watch } from 'node:fs';
import * as fs from 'node:fs/promises';
import * as path from 'node:path';
import { WORKSPACE_FOLDERS, type WorkspaceFolder } from '../../../shared/processes/workspace-folders';
import { makeFolder } from '../../storage/files';
import { readHeartbeat } from '../../machine/trainers/heartbeat';
import { isAtWork } from '../../machine/trainers/signs-of-life';
import { readRecord, recordFile } from '../record';
import { TRASH_NOTE } from '../../storage/names';
import { runFolder, type Workspace } from '../../storage/workspace';

/** Folders whose entries are folders. The others hold JSON or JSON Lines files. */
const OF_FOLDERS: readonly WorkspaceFolder[] = ['runs', 'datasets', 'trash'];
const KEPT = WORKSPACE_FOLDERS.filter((name) => !OF_FOLDERS.includes(name));
const KEPT_FILE = /\.jsonl?$/;

interface WorkspaceChange {
  readonly kind: WorkspaceFolder;
  /** Null if many changed at once: all of them have to be read again. */
  readonly id: string | null;
}

/** Milliseconds between two polls at most, and from a watch event to the poll, as events come in swarms. */
const INTERVAL = 1000;
const PAUSE = 60;
/** More changes of one kind in a poll are reported as one. */
const MANY = 20;

type Seen = ReadonlyMap<string, string>;

/** Ends only by `return` or the signal. */
export class WorkspaceWatch implements AsyncIterableIterator<WorkspaceChange, undefined> {
  readonly #queue: WorkspaceChange[] = [];
  readonly #watchers: FSWatcher[] = [];
  #waiting: (() => void) | null = null;
  #timer: NodeJS.Timeout | undefined;
  #left = false;
  #looking: Promise<void>;
  /** Resolves after the first poll: all later changes are reported. */
  readonly ready: Promise<void>;
  #seen: Seen | null = null;

  constructor(
    private readonly workspace: Workspace,
    signal?: AbortSignal,
  ) {
    signal?.addEventListener('abort', () => this.#leave(), { once: true });
    if (signal?.aborted) this.#leave();
    this.#looking = this.#start();
    this.ready = this.#looking;
  }

  async next(): Promise<IteratorResult<WorkspaceChange, undefined>> {
    while (this.#queue.length === 0 && !this.#left) await new Promise<void>((resolve) => (this.#waiting = resolve));
    const change = this.#left ? undefined : this.#queue.shift();
    return change === undefined ? { done: true, value: undefined } : { done: false, value: change };
  }

  async return(): Promise<IteratorResult<WorkspaceChange, undefined>> {
    this.#leave();
    await this.#looking;
    return { done: true, value: undefined };
  }

  async [Symbol.asyncDispose](): Promise<void> {
    await this.return();
  }

  [Symbol.asyncIterator](): this {
    return this;
  }

  async #start(): Promise<void> {
    // Polled before watching: the next poll sees a change between the two.
    this.#seen = await lookAt(this.workspace).catch(() => null);
    for (const kind of KEPT) await makeFolder(this.workspace[kind]).catch(() => undefined);
    if (this.#left) return;
    for (const folder of WORKSPACE_FOLDERS.map((kind) => this.workspace[kind]))
      try {
        const watcher = watch(folder, () => this.#lookIn(PAUSE));
        watcher.on('error', () => watcher.close());
        this.#watchers.push(watcher);
      } catch {
        // Polling once a second is enough.
      }
    this.#lookIn(PAUSE);
  }

  #lookIn(milliseconds: number): void {
    if (this.#left) return;
    clearTimeout(this.#timer);
    this.#timer = setTimeout(() => {
      this.#looking = this.#look().finally(() => this.#lookIn(INTERVAL));
    }, milliseconds);
    // The timer does not keep the program alive.
    this.#timer.unref();
  }

  async #look(): Promise<void> {
    const now = await lookAt(this.workspace).catch(() => null);
    if (now === null || this.#left) return;
    if (this.#seen !== null) this.#queue.push(...changesBetween(this.#seen, now));
    this.#seen = now;
    if (this.#queue.length > 0) this.#wake();
  }

  #leave(): void {
    this.#left = true;
    clearTimeout(this.#timer);
    for (const watcher of this.#watchers) watcher.close();
    this.#wake();
  }

  #wake(): void {
    this.#waiting?.();
    this.#waiting = null;
  }
}

/** "kind/id" to a text that identifies its state. */
async function lookAt(workspace: Workspace): Promise<Seen> {
  const seen = new Map<string, string>();
  const note = async (kind: WorkspaceChange['kind'], id: string, file: string): Promise<void> => {
    const stats = await fs.stat(file).catch(() => null);
    if (stats === null) return;
    const life = kind === 'runs' ? await lifeOf(path.dirname(file)) : '';
    seen.set(`${kind}/${id}`, `${stats.ino}/${stats.size}/${stats.mtimeMs}/${life}`);
  };
  const namesIn = (kind: WorkspaceChange['kind']): Promise<string[]> =>
    fs.readdir(workspace[kind]).catch((): string[] => []);
  const [runs, datasets, trash, ...kept] = await Promise.all([
    namesIn('runs'),
    namesIn('datasets'),
    namesIn('trash'),
    ...KEPT.map((kind) => namesIn(kind)),
  ]);
  await Promise.all([
    ...visible(runs).map((id) => note('runs', id, recordFile(runFolder(workspace, id)))),
    ...visible(datasets).map((id) => note('datasets', id, path.join(workspace.datasets, id, 'dataset.json'))),
    ...visible(trash).map((name) => note('trash', name, path.join(workspace.trash, name, TRASH_NOTE))),
    ...KEPT.flatMap((kind, index) =>
      kept[index]!.filter((name) => KEPT_FILE.test(name)).map((name) =>
        note(kind, name.replace(KEPT_FILE, ''), path.join(workspace[kind], name)),
      ),
    ),
  ]);
  return seen;
}

const visible = (names: readonly string[]): string[] => names.filter((name) => !name.startsWith('.'));

/**
 * A crashing run changes no file: its heartbeat stops. A run without one has ended; lists, exports and certificates that still come change its
 * folder's time.
 */
async function lifeOf(folder: string): Promise<string> {
  const heartbeat = await readHeartbeat(folder).catch(() => null);
  if (heartbeat === null) return String((await fs.stat(folder).catch(() => null))?.mtimeMs ?? '');
  const record = await readRecord(folder).catch(() => null);
  return record?.status === 'running' && (await isAtWork(folder)) ? 'alive' : '';
}

function changesBetween(before: Seen, now: Seen): WorkspaceChange[] {
  const changed = [...new Set([...before.keys(), ...now.keys()])].filter((key) => before.get(key) !== now.get(key));
  const changes = changed.map((key): WorkspaceChange => {
    const slash = key.indexOf('/');
    return { kind: key.slice(0, slash) as WorkspaceChange['kind'], id: key.slice(slash + 1) };
  });
  return WORKSPACE_FOLDERS.flatMap((kind) => {
    const ofKind = changes.filter((change) => change.kind === kind);
    return ofKind.length > MANY ? [{ kind, id: null }] : ofKind;
  });
}
