/**
 * Looks for a newer version, downloads it, and hands it to the system's installer; each when the user says so, and never
 * while something is at work. Loaded only in a build that has a feed and a key (setups/updates.ts).
 */
import type { KeyObject } from 'node:crypto';
import { ShelfwiseError, toShelfwiseError } from '../../shared/errors';
import { isNewer, type Offer, type UpdateFile, type UpdateStep } from '../../shared/processes/updates';
import { say } from '../../shared/words/sentence';
import { downloadFile, isSigned } from './download';
import { fetchFeed } from './feed';

/** A connection that is slower than this is given up: a byte now and then would otherwise keep it open for ever. */
interface Patience {
  /** Milliseconds for a look as a whole. */
  readonly look: number;
  /** On average over a download, which has the time of a look besides. */
  readonly bytesPerSecond: number;
}
const PATIENCE: Patience = { look: 60_000, bytesPerSecond: 20_000 };

export interface UpdaterParts {
  readonly feed: URL;
  readonly key: KeyObject;
  /** Of this program. */
  readonly version: string;
  /** As in feeds: linux-x64. */
  readonly system: string;
  /** Where a download is kept; its own. */
  readonly folder: string;
  hasAgreed(): boolean;
  /** Whether a run trains or a job is at work. */
  isBusy(): boolean;
  /** The newest version that a feed announced. */
  newestSeen(): string;
  keepNewestSeen(version: string): void;
  readonly patience?: Patience;
  /** Gives a checked file to the system, and ends this program where that is needed. */
  handOver(file: string): void;
}

export class Updater {
  step: UpdateStep = { kind: 'not-looked' };
  private found: { readonly offer: Offer; readonly file: UpdateFile } | null = null;
  private downloaded: string | null = null;
  /** Of looks and downloads that go on. */
  private readonly going = new Set<AbortController>();

  constructor(private readonly parts: UpdaterParts) {}

  /** @throws ShelfwiseError `busy`, `not-found` without an answer, `bad-data` for a feed that is not to be trusted */
  async look(): Promise<void> {
    this.mayWork();
    if (this.step.kind === 'downloading' || this.step.kind === 'ready') return;
    const { feed: address, key, version, system } = this.parts;
    const feed = await this.within(0, (signal) => fetchFeed(address, key, signal));
    // An earlier feed has a right signature too; it would keep people on a version with a fault.
    if (isNewer(this.parts.newestSeen(), feed.version)) throw new ShelfwiseError('bad-data', say('updates.old-feed'));
    this.parts.keepNewestSeen(feed.version);
    const file = feed.files[system];
    if (!isNewer(feed.version, version) || file === undefined) {
      this.step = { kind: 'newest' };
      return;
    }
    const offer = { version: feed.version, date: feed.date, notes: feed.notes, bytes: file.bytes };
    this.found = { offer, file };
    this.step = { kind: 'offered', offer };
  }

  /** Of what was offered. @throws ShelfwiseError, after which it is offered again */
  async download(): Promise<void> {
    this.mayWork();
    if (this.found === null || this.step.kind !== 'offered') return;
    const { offer, file } = this.found;
    const { feed, folder } = this.parts;
    this.step = { kind: 'downloading', offer, fraction: 0 };
    try {
      const tell = (fraction: number): void => void (this.step = { kind: 'downloading', offer, fraction });
      this.downloaded = await this.within(file.bytes, (signal) => downloadFile(feed, file, folder, tell, signal));
      this.step = { kind: 'ready', offer };
    } catch (thrown) {
      this.step = { kind: 'offered', offer };
      throw thrown;
    }
  }

  /** Ends what goes on: a look or a download then throws `stopped`. */
  stop(): void {
    for (const one of this.going) one.abort(new ShelfwiseError('stopped', say('work.stopped')));
  }

  /** @throws ShelfwiseError `not-found` if the file is gone, `bad-data` if it changed since; it is offered again */
  install(): void {
    this.mayWork();
    if (this.found === null || this.downloaded === null || this.step.kind !== 'ready') return;
    const { offer, file } = this.found;
    try {
      if (!isSigned(this.downloaded, file)) throw new ShelfwiseError('bad-data', say('updates.other-file'));
    } catch (thrown) {
      this.step = { kind: 'offered', offer };
      const error = toShelfwiseError(thrown);
      throw error.code === 'not-found'
        ? new ShelfwiseError('not-found', say('updates.gone'), { cause: thrown })
        : error;
    }
    this.parts.handOver(this.downloaded);
  }

  /** @param bytes that are to come, beside what a look fetches */
  private async within<Answer>(bytes: number, act: (signal: AbortSignal) => Promise<Answer>): Promise<Answer> {
    const { feed, patience = PATIENCE } = this.parts;
    const own = new AbortController();
    const tooSlow = (): void =>
      own.abort(new ShelfwiseError('not-found', say('updates.too-slow', { host: feed.host })));
    const timer = setTimeout(tooSlow, patience.look + (1000 * bytes) / patience.bytesPerSecond);
    this.going.add(own);
    try {
      return await act(own.signal);
    } finally {
      clearTimeout(timer);
      this.going.delete(own);
    }
  }

  private mayWork(): void {
    if (!this.parts.hasAgreed()) throw new ShelfwiseError('usage', say('updates.not-agreed'));
    if (this.parts.isBusy()) throw new ShelfwiseError('busy', say('updates.busy'));
  }
}
