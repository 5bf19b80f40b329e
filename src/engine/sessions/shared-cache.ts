/** Keeps a few loaded values between calls: loads each once for concurrent callers, and discards the least recently used one. */

interface Entry<Value> {
  /** What the value was loaded from; another version is loaded again. */
  readonly version: string;
  readonly value: Promise<Value>;
  users: number;
  retired: boolean;
}

export class SharedCache<Value extends object> {
  /** In order of use, latest last. */
  readonly #entries = new Map<string, Entry<Value>>();

  constructor(private readonly capacity: number) {}

  /**
   * Passes the value to `work`, and disposes it only after `work` is done, even if it was discarded meanwhile. Forgets a failed load, so that the
   * next call tries again.
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

  /** Whether the value with this name and version is loaded or loading. */
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
    // A use that began meanwhile disposes it at its own end.
    (value) =>
      entry.users === 0 && 'dispose' in value && typeof value.dispose === 'function' ? value.dispose() : undefined,
    () => undefined,
  );
}

/** Loads at the first call and returns the same value from then on; does not keep a failure. */
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
