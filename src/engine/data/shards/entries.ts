/** Reads entries of shards: for one profile at its offset, or for many in order. */
import * as fs from 'node:fs';
import * as path from 'node:path';
import { ShelfwiseError } from '../../../shared/errors';
import { say } from '../../../shared/words/sentence';

/** 32-bit numbers to read ahead while profiles are read in order: 1 MB. */
const AHEAD = 1 << 18;

/** Milliseconds that an unread file stays open. */
const IDLE = 1000;

/** A file that opens when it is read, and closes after a while without reads. */
export class LazyFile {
  #descriptor: number | null = null;
  #timer: NodeJS.Timeout | null = null;

  constructor(readonly file: string) {}

  /** @throws ShelfwiseError `bad-data` if the file is too short or gone */
  read(into: ArrayBufferView, at: number): void {
    const bytes = new Uint8Array(into.buffer, into.byteOffset, into.byteLength);
    try {
      this.#descriptor ??= fs.openSync(this.file, 'r');
      for (let read = 0; read < bytes.length;) {
        const more = fs.readSync(this.#descriptor, bytes, read, bytes.length - read, at + read);
        if (more === 0) throw new Error(`${this.file} ends before byte ${at + bytes.length}`);
        read += more;
      }
    } catch (cause) {
      throw new ShelfwiseError('bad-data', say('shards.unreadable', { file: path.dirname(this.file) }), { cause });
    }
    if (this.#timer === null) {
      this.#timer = setTimeout(() => this.#close(), IDLE);
      this.#timer.unref();
    } else this.#timer.refresh();
  }

  #close(): void {
    if (this.#descriptor !== null) fs.closeSync(this.#descriptor);
    this.#descriptor = null;
    this.#timer = null;
  }
}

interface Shard {
  readonly file: string;
  /** The first profile in the shard. */
  readonly from: number;
}

export class Entries {
  readonly #files: readonly LazyFile[];
  readonly #shardOf: (profile: number) => number;
  /** The last block read, and the entries it holds. */
  #block = new Int32Array(0);
  #from = 0;
  #to = 0;
  /** The end of the profile that was read last. */
  #end = 0;

  /**
   * @param starts where the entries of each profile begin among all, and where all end
   * @param width numbers per entry
   */
  constructor(
    private readonly shards: readonly Shard[],
    readonly starts: Int32Array,
    readonly width: number,
  ) {
    this.#files = shards.map(({ file }) => new LazyFile(file));
    this.#shardOf = (profile) => {
      let [low, high] = [0, shards.length - 1];
      while (low < high) {
        const middle = (low + high + 1) >>> 1;
        if (shards[middle]!.from <= profile) low = middle;
        else high = middle - 1;
      }
      return low;
    };
  }

  /** The entries of one profile, `width` numbers each; valid until the next call. */
  of(profile: number): Int32Array {
    const [from, to] = [this.starts[profile]!, this.starts[profile + 1]!];
    if (from < to && (from < this.#from || to > this.#to)) this.#read(profile, from, to);
    this.#end = to;
    return this.#block.subarray((from - this.#from) * this.width, (to - this.#from) * this.width);
  }

  #read(profile: number, from: number, to: number): void {
    const shard = this.#shardOf(profile);
    const first = this.starts[this.shards[shard]!.from]!;
    const last = this.starts[this.shards[shard + 1]?.from ?? this.starts.length - 1]!;
    const until = from === this.#end ? Math.max(to, Math.min(last, from + Math.floor(AHEAD / this.width))) : to;
    const length = (until - from) * this.width;
    if (this.#block.length < length) this.#block = new Int32Array(length);
    [this.#from, this.#to] = [0, 0];
    this.#files[shard]!.read(
      this.#block.subarray(0, length),
      (from - first) * this.width * Int32Array.BYTES_PER_ELEMENT,
    );
    [this.#from, this.#to] = [from, until];
  }
}
