/** Events sorted on disk: derives histories and counts by passing through the shards, and holds only some bytes per profile and a bit per event. */
import { eventsWithout } from '../events';
import type { EventPart, EventSource, HistoriesInMemory, Interactions, Shape } from '../tables';
import type { OpenShards } from './open-shards';
import { eachPairOf, eachProfile, type ShardsPart } from './pairs';
import { shardedHistories } from './sharded-histories';

/** @param hold reads all events into memory, for algorithms that need them there */
export const shardedEvents = (shards: OpenShards, hold: () => Promise<Interactions>): EventSource =>
  new ShardedEvents(shards, [], hold);

type IsOut = (profile: number, item: number) => boolean;

class ShardedEvents implements EventSource {
  #part: Promise<ShardsPart> | null = null;

  /** @param parts each a part of what the previous one leaves */
  constructor(
    private readonly shards: OpenShards,
    private readonly parts: readonly EventPart[],
    private readonly holdAll: () => Promise<Interactions>,
  ) {}

  get count(): number {
    return this.parts.at(-1)?.count ?? this.shards.events;
  }

  get hasTimes(): boolean {
    return this.shards.times !== null;
  }

  hold = async (): Promise<Interactions> => this.parts.reduce((whole, part) => part.of(whole), await this.holdAll());

  letGo = (): void => {};

  part = (part: EventPart): EventSource => new ShardedEvents(this.shards, [...this.parts, part], this.holdAll);

  histories: EventSource['histories'] = async (_shape, counting) =>
    shardedHistories(this.shards, await this.#meant(), counting);

  without = async (isOut: IsOut): Promise<EventPart> => {
    const { end, isOut: already } = await this.#meant();
    let count = 0;
    await this.#eachPair({ end, isOut: eitherOut(already, isOut) }, (_item, from, to) => (count += to - from));
    return { count, isOut, of: (whole) => eventsWithout(whole, isOut).of(whole) };
  };

  watchedAfter = async (count: number, { profiles, items }: Shape): Promise<HistoriesInMemory> => {
    const part = await this.#meant();
    const first = await this.#numberOf(count, part);
    const { width } = this.shards.entries;
    const offsets = new Int32Array(profiles + 1);
    let found = new Int32Array(1 << 16);
    let length = 0;
    await eachProfile(this.shards, (profile, entries) => {
      const begin = length;
      let isKnown = false;
      eachPairOf(this.shards, part, profile, entries, (item, from) => {
        if (entries[from * width + 1]! < first) isKnown = true;
        else {
          if (length === found.length) found = grown(found);
          found[length++] = item;
        }
      });
      if (!isKnown) length = begin;
      offsets[profile + 1] = length;
    });
    return { rows: profiles, columns: items, offsets, indices: found.slice(0, length), values: null };
  };

  now = async (): Promise<number | null> => {
    if (!this.hasTimes || this.count === 0) return null;
    const part = await this.#meant();
    let last = part.end - 1;
    if (part.isOut !== null) {
      const { width } = this.shards.entries;
      last = 0;
      await this.#eachPair(part, (_item, _from, to, entries) => {
        last = Math.max(last, entries[(to - 1) * width + 1]!);
      });
    }
    return this.shards.times!(last, last + 1)[0]! + 1;
  };

  eachLatest: EventSource['eachLatest'] = async (_histories, visit) => {
    const part = await this.#meant();
    const { width } = this.shards.entries;
    const isLatest = new Uint8Array(Math.ceil(part.end / 8));
    await this.#eachPair(part, (_item, _from, to, entries) => {
      const number = entries[(to - 1) * width + 1]!;
      isLatest[number >> 3]! |= 1 << (number & 7);
    });
    this.shards.backwards(part.end, (number, item, time) => {
      if (((isLatest[number >> 3]! >> (number & 7)) & 1) === 1) visit(item, time);
    });
  };

  #meant(): Promise<ShardsPart> {
    this.#part ??= this.#resolved();
    return this.#part;
  }

  async #resolved(): Promise<ShardsPart> {
    let meant: ShardsPart = { end: this.shards.events, isOut: null };
    for (const { count, isOut } of this.parts)
      meant =
        isOut === undefined
          ? { ...meant, end: await this.#numberOf(count, meant) }
          : { ...meant, isOut: eitherOut(meant.isOut, isOut) };
    return meant;
  }

  /** The number before which the first `count` events of a part lie. */
  async #numberOf(count: number, part: ShardsPart): Promise<number> {
    if (part.isOut === null || count === 0) return Math.min(count, part.end);
    const isMeant = new Uint8Array(Math.ceil(part.end / 8));
    const { width } = this.shards.entries;
    await this.#eachPair(part, (_item, from, to, entries) => {
      for (let place = from; place < to; place++) {
        const number = entries[place * width + 1]!;
        isMeant[number >> 3]! |= 1 << (number & 7);
      }
    });
    let seen = 0;
    for (let number = 0; number < part.end; number++)
      if (((isMeant[number >> 3]! >> (number & 7)) & 1) === 1 && ++seen === count) return number + 1;
    return part.end;
  }

  #eachPair(
    part: ShardsPart,
    visit: (item: number, from: number, to: number, entries: Int32Array) => void,
  ): Promise<void> {
    return eachProfile(this.shards, (profile, entries) =>
      eachPairOf(this.shards, part, profile, entries, (item, from, to) => visit(item, from, to, entries)),
    );
  }
}

const eitherOut = (one: IsOut | null, other: IsOut): IsOut =>
  one === null ? other : (profile, item) => one(profile, item) || other(profile, item);

function grown(numbers: Int32Array<ArrayBuffer>): Int32Array<ArrayBuffer> {
  const more = new Int32Array(2 * numbers.length);
  more.set(numbers);
  return more;
}
