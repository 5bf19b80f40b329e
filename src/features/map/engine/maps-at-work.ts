/** The maps being made for this program: each once, however many callers watch it, and whether or not they stay. */
import type { MadeMap, MakeMap, MapSubject } from '../contract/make-map';
import type { Progress } from '../../../shared/contract/progress';
import { ShelfwiseError } from '../../../shared/errors';
import { say } from '../../../shared/words/sentence';

interface MapInMaking {
  readonly made: Promise<MadeMap>;
  readonly stop: AbortController;
  readonly watchers: Set<(progress: Progress) => void>;
  latest: Progress | null;
}

type Make = (onProgress: (progress: Progress) => void, signal: AbortSignal) => Promise<MadeMap>;

export class MapsAtWork {
  readonly #works = new Map<string, MapInMaking>();

  isAtWork(runId: string, of: MapSubject): boolean {
    return this.#works.has(keyOf(runId, of));
  }

  /**
   * Starts the work, or joins it; leaving by the signal stops nothing.
   * @throws ShelfwiseError as `make` does; `stopped` if it was stopped, or the signal aborts
   */
  async watch(
    { runId, of }: MakeMap,
    make: Make,
    onProgress: (progress: Progress) => void,
    signal: AbortSignal,
  ): Promise<MadeMap> {
    const work = this.#works.get(keyOf(runId, of)) ?? this.#begin(keyOf(runId, of), make);
    if (work.latest !== null) onProgress(work.latest);
    work.watchers.add(onProgress);
    try {
      return await Promise.race([work.made, leaving(signal)]);
    } finally {
      work.watchers.delete(onProgress);
    }
  }

  /** @returns whether there was anything to stop */
  async stop(runId: string, of: MapSubject): Promise<boolean> {
    const work = this.#works.get(keyOf(runId, of));
    work?.stop.abort();
    await work?.made.catch(() => undefined);
    return work !== undefined;
  }

  #begin(key: string, make: Make): MapInMaking {
    const stop = new AbortController();
    const watchers: MapInMaking['watchers'] = new Set();
    const tell = (progress: Progress): void => {
      work.latest = progress;
      for (const watcher of watchers) watcher(progress);
    };
    const made = make(tell, stop.signal).finally(() => this.#works.delete(key));
    const work: MapInMaking = { made, stop, watchers, latest: null };
    // Watchers receive a failure; without any, the next call starts again.
    made.catch(() => undefined);
    this.#works.set(key, work);
    return work;
  }
}

const keyOf = (runId: string, of: MapSubject): string => `${runId}/${of}`;

function leaving(signal: AbortSignal): Promise<never> {
  return new Promise((_, reject) => {
    const leave = (): void => reject(new ShelfwiseError('stopped', say('map.watch-left')));
    if (signal.aborted) leave();
    signal.addEventListener('abort', leave, { once: true });
  });
}
