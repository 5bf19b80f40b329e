/** Follows a run by its folder alone, whichever program trains it. Leaving the watch does not stop the run. */
import * as fs from 'node:fs/promises';
import { setTimeout as sleep } from 'node:timers/promises';
import type { Epoch, RunProgress, RunRecord } from '../../../shared/contract/run';
import { ShelfwiseError } from '../../../shared/errors';
import { say } from '../../../shared/words/sentence';
import { epochsFile, parseEpochs } from '../epochs';
import { readHeartbeat } from '../../machine/trainers/heartbeat';
import { currentRecord } from '../store';

/** Milliseconds between two polls of a few small reads: quick enough for the eye. */
const INTERVAL = 150;

/**
 * Yields once at the start, then on every change: each new epoch, and the fraction between epochs.
 * @returns the record once the run has ended (finished, stopped or crashed)
 * @throws ShelfwiseError `stopped` when `signal` aborts the watch, `not-found` if the run is deleted meanwhile
 */
export async function* watchRun(folder: string, signal?: AbortSignal): AsyncGenerator<RunProgress, RunRecord> {
  const tail = new EpochTail(folder);
  let last: RunProgress | null = null;
  for (;;) {
    if (signal?.aborted) throw new ShelfwiseError('stopped', say('run.watch-left'));
    const record = await currentRecord(folder);
    const heartbeat = await readHeartbeat(folder);
    const epochs = await tail.read();
    // The first poll yields the last epoch only; later ones yield each.
    const news: (Epoch | null)[] = last === null ? [epochs.at(-1) ?? null] : epochs.length > 0 ? epochs : [last.epoch];
    for (const epoch of news) {
      const progress: RunProgress = {
        runId: record.runId,
        status: record.status,
        stage: heartbeat?.stage ?? epoch?.stage ?? last?.stage ?? null,
        fraction: record.status === 'finished' ? 1 : (heartbeat?.fraction ?? last?.fraction ?? 0),
        epoch,
      };
      if (last !== null && JSON.stringify(last) === JSON.stringify(progress)) continue;
      last = progress;
      yield progress;
    }
    if (record.status !== 'running') return record;
    await sleep(INTERVAL, undefined, signal === undefined ? {} : { signal }).catch(() => undefined);
  }
}

/** Reads what was added to epochs.jsonl since the last poll; starts over if a resumed run has shortened the file. */
class EpochTail {
  private position = 0;
  private rest = '';

  constructor(private readonly folder: string) {}

  async read(): Promise<Epoch[]> {
    const handle = await fs.open(epochsFile(this.folder), 'r').catch(() => null);
    if (handle === null) return [];
    try {
      const { size } = await handle.stat();
      if (size < this.position) {
        this.position = 0;
        this.rest = '';
      }
      if (size === this.position) return [];
      const { buffer, bytesRead } = await handle.read(
        Buffer.alloc(size - this.position),
        0,
        size - this.position,
        this.position,
      );
      this.position += bytesRead;
      const text = this.rest + buffer.toString('utf8', 0, bytesRead);
      const end = text.lastIndexOf('\n') + 1;
      this.rest = text.slice(end);
      return parseEpochs(text.slice(0, end));
    } finally {
      await handle.close();
    }
  }
}
