/** Keeps a few loaded things between calls: each is loaded once for concurrent callers, and the least recently used one is discarded. */

interface Entry<Value> {
  /** What the thing was loaded from; another version is loaded again. */
  readonly version: string;
  readonly value: Promise<Value>;
  users: number;
  retired: boolean;
}

export class SharedCache<Value extends object> {
  /** In order of use, the latest last. */
  readonly #entries = new Map<string, Entry<Value>>();

  constructor(private readonly capacity: number) {}

  /**
   * Passes the thing to `work`; it is not disposed before `work` is done, even if it was discarded meanwhile.
   * A load that failed is forgotten, so that the next call tries again.
   */
  async use<Result>(
    key: string,
    version: string,
    load: () => Promise<Value>,
    work: (value: Value) => Promise<Result> | Result,
  ): Promise<Result> {
    const entry = this.#entryOf(key, version, load);
    entry.users++;
    try {
      return await work(await entry.value);
    } finally {
      entry.users--;
      disposeUnused(entry);
    }
  }

  /** Whether the thing of that name and version is here (or being loaded). */
  has(key: string, version: string): boolean {
    return this.#entries.get(key)?.version === version;
  }

  forget(key: string): void {
    const entry = this.#entries.get(key);
    if (entry === undefined) return;
    this.#entries.delete(key);
    retire(entry);
  }

  #entryOf(key: string, version: string, load: () => Promise<Value>): Entry<Value> {
    const known = this.#entries.get(key);
    if (known?.version === version) {
      this.#entries.delete(key);
      this.#entries.set(key, known);
      return known;
    }
    this.forget(key);
    const entry: Entry<Value> = { version, value: load(), users: 0, retired: false };
    entry.value.catch(() => {
      if (this.#entries.get(key) === entry) this.#entries.delete(key);
    });
    this.#entries.set(key, entry);
    const oldest = this.#entries.keys().next().value;
    if (this.#entries.size > this.capacity && oldest !== undefined) this.forget(oldest);
    return entry;
  }
}

function retire<Value extends object>(entry: Entry<Value>): void {
  entry.retired = true;
  disposeUnused(entry);
}

function disposeUnused<Value extends object>(entry: Entry<Value>): void {
  if (!entry.retired || entry.users > 0) return;
  entry.value.then(
    // A use that began meanwhile disposes it at its end.
    (value) =>
      entry.users === 0 && 'dispose' in value && typeof value.dispose === 'function' ? value.dispose() : undefined,
    () => undefined,
  );
}

/** Loads at the first call and answers the same from then on; a failure is not kept. */
export function once<Value>(load: () => Promise<Value>): () => Promise<Value> {
  let loading: Promise<Value> | null = null;
  return () => {
    if (loading === null) {
      const attempt = load();
      loading = attempt;
      attempt.catch(() => {
        if (loading === attempt) loading = null;
      });
    }
    return loading;
  };
}
