/**
 * Looks for a newer version, downloads it, and hands it to the system's installer; each when the user says so, and never
 * while something is at work. Loaded only in a build that has a feed and a key (setups/updates.ts).
 */
import type { KeyObject } from 'node:crypto';
import { ShelfwiseError } from '../../shared/errors';
import { isNewer, type Offer, type UpdateFile, type UpdateStep } from '../../shared/processes/updates';
import { say } from '../../shared/words/sentence';
import { downloadFile, isSigned } from './download';
import { fetchFeed } from './feed';

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
  /** Gives a checked file to the system, and ends this program where that is needed. */
  handOver(file: string): void;
}

export class Updater {
  step: UpdateStep = { kind: 'not-looked' };
  private found: { readonly offer: Offer; readonly file: UpdateFile } | null = null;
  private downloaded: string | null = null;

  constructor(private readonly parts: UpdaterParts) {}

  /** @throws ShelfwiseError `busy`, `not-found` without an answer, `bad-data` for a feed that is not to be trusted */
  async look(): Promise<void> {
    this.mayWork();
    if (this.step.kind === 'downloading' || this.step.kind === 'ready') return;
    const { feed: address, key, version, system } = this.parts;
    const feed = await fetchFeed(address, key);
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
      this.downloaded = await downloadFile(feed, file, folder, (fraction) => {
        this.step = { kind: 'downloading', offer, fraction };
      });
      this.step = { kind: 'ready', offer };
    } catch (thrown) {
      this.step = { kind: 'offered', offer };
      throw thrown;
    }
  }

  /** @throws ShelfwiseError `bad-data` if the file changed since; it is offered again */
  install(): void {
    this.mayWork();
    if (this.found === null || this.downloaded === null || this.step.kind !== 'ready') return;
    if (!isSigned(this.downloaded, this.found.file)) {
      this.step = { kind: 'offered', offer: this.found.offer };
      throw new ShelfwiseError('bad-data', say('updates.other-file'));
    }
    this.parts.handOver(this.downloaded);
  }

  private mayWork(): void {
    if (!this.parts.hasAgreed()) throw new ShelfwiseError('usage', say('updates.not-agreed'));
    if (this.parts.isBusy()) throw new ShelfwiseError('busy', say('updates.busy'));
  }
}
