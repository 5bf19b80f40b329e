/**
 * What of a recorded story is on the disk after the power failed: a model of what file systems promise. A recording is a list of events, each applied
 * to a tree of places (relative, with `/`) that lead to nodes (files and folders, however they are named).
 *
 * What no program synced may be lost, torn or late. A sync of a file keeps its content. What else it keeps, and what may be there of content that was
 * not synced, is where systems differ:
 * - ext4: names are written in their order, and any sync writes all names so far; content reaches the disk in its order, and may end anywhere.
 *   (Pillai and others, "All File Systems Are Not Created Equal", OSDI 2014, table 1, data=ordered.)
 * - NTFS: names likewise, by its log; a file may have its new length while what was not synced is zeros.
 * - APFS: names of one folder keep their order, those of different folders do not; a sync keeps the name that its file has in its folder, and what came
 *   before it there. Pieces of content that was not synced may each be lost, as no page of Apple promises an order.
 * A sync of a folder keeps all that happened in it.
 */
import type { RandomStream } from '../../src/engine/model/random';

export const SYSTEMS = ['ext4', 'apfs', 'ntfs'] as const;
export type System = (typeof SYSTEMS)[number];

/** What kind of sync a storage may forget: of a whole file, of the names of a folder, of a line that is added. */
export const SYNCS = ['file', 'folder', 'line'] as const;
export type SyncKind = (typeof SYNCS)[number];

export type DiskEvent =
  | { readonly kind: 'folder' | 'file'; readonly place: string; readonly node: number }
  | { readonly kind: 'rename'; readonly from: string; readonly place: string }
  | { readonly kind: 'remove'; readonly place: string }
  /** From byte `at` on the file has these bytes, and nothing after them. */
  | { readonly kind: 'write'; readonly node: number; readonly at: number; readonly bytes: Uint8Array }
  | { readonly kind: 'sync'; readonly node: number; readonly of: SyncKind };

type NameEvent = Extract<DiskEvent, { place: string }>;
type WriteEvent = Extract<DiskEvent, { kind: 'write' }>;

/** Null for a folder. */
export type Tree = ReadonlyMap<string, Uint8Array | null>;

export const folderOf = (place: string): string => place.slice(0, Math.max(0, place.lastIndexOf('/')));

/** Places and what they lead to. */
class Names {
  readonly nodes = new Map<string, number>();

  /** Leaves the event out where what it needs was lost: a name in a folder that is not there. */
  apply(event: NameEvent): void {
    const { place } = event;
    if (folderOf(place) !== '' && !this.nodes.has(folderOf(place))) return;
    if (event.kind === 'remove') {
      // A folder that is removed was empty: what was in it was removed before.
      for (const gone of [place, ...this.#below(place)]) this.nodes.delete(gone);
      return;
    }
    if (event.kind !== 'rename') {
      this.nodes.set(place, event.node);
      return;
    }
    const moved = this.nodes.get(event.from);
    if (moved === undefined || this.#below(place).length > 0) return;
    const inside = this.#below(event.from).map((from) => [from, this.nodes.get(from)!] as const);
    for (const from of [event.from, ...inside.map(([each]) => each)]) this.nodes.delete(from);
    this.nodes.set(place, moved);
    for (const [from, node] of inside) this.nodes.set(`${place}${from.slice(event.from.length)}`, node);
  }

  #below(folder: string): string[] {
    return [...this.nodes.keys()].filter((place) => place.startsWith(`${folder}/`));
  }
}

const isName = (event: DiskEvent): event is NameEvent => event.kind !== 'write' && event.kind !== 'sync';

/**
 * The tree after all events of a recording: what a program sees that goes on without a failure.
 * @param events from an empty disk on
 */
export const wholeTree = (events: readonly DiskEvent[]): Tree => treeOf(events.filter(isName), contentsOf(events));

/** What a failure took. */
export interface Losses {
  /** Indices of events of names that never reached the disk. */
  readonly names: ReadonlySet<number>;
  /** By node, what is there in place of its content. */
  readonly contents: ReadonlyMap<number, Uint8Array>;
}

/**
 * Draws what a failure takes.
 * @param events from an empty disk on, up to the failure
 * @param durable so many of them, from the first on, were on the disk long before
 */
export function drawLosses(
  events: readonly DiskEvent[],
  durable: number,
  system: System,
  random: RandomStream,
): Losses {
  const keptUntil = namesKept(events, durable, system, random);
  const names = [...events.keys()].filter((at) => {
    const event = events[at]!;
    return isName(event) && at >= keptUntil(event);
  });
  return { names: new Set(names), contents: contentsAfterFailure(events, durable, system, random) };
}

/** The tree that a failure leaves. */
export const treeWithout = (events: readonly DiskEvent[], { names, contents }: Losses): Tree =>
  treeOf(
    events.filter((event, at): event is NameEvent => isName(event) && !names.has(at)),
    new Map([...contentsOf(events), ...contents]),
  );

function treeOf(events: readonly NameEvent[], contents: ReadonlyMap<number, Uint8Array>): Tree {
  const names = new Names();
  const folders = new Set<number>();
  for (const event of events) {
    if (event.kind === 'folder') folders.add(event.node);
    names.apply(event);
  }
  const empty = new Uint8Array();
  return new Map(
    [...names.nodes].map(([place, node]) => [place, folders.has(node) ? null : (contents.get(node) ?? empty)]),
  );
}

/** @returns for an event of a name, before which index an event of its folder is on the disk for certain or by chance */
function namesKept(
  events: readonly DiskEvent[],
  durable: number,
  system: System,
  random: RandomStream,
): (event: NameEvent) => number {
  const end = events.length;
  const drawn = (synced: number): number => synced + draw(random, end - synced);
  if (system !== 'apfs') {
    const synced = events.findLastIndex(({ kind }) => kind === 'sync') + 1;
    const until = drawn(Math.max(durable, synced));
    return () => until;
  }
  const synced = new Map<string, number>();
  const names = new Names();
  for (const [at, event] of events.entries()) {
    if (isName(event)) names.apply(event);
    if (event.kind !== 'sync') continue;
    for (const [place, node] of names.nodes)
      if (node === event.node) {
        if (event.of === 'folder') synced.set(place, at);
        // The name of a folder in the one above it is kept with what is in it.
        for (let above = place; above !== ''; above = folderOf(above)) synced.set(folderOf(above), at);
      }
  }
  const untils = new Map<string, number>();
  const until = (place: string): number => {
    const folder = folderOf(place);
    const known = untils.get(folder) ?? drawn(Math.max(durable, synced.get(folder) ?? 0));
    untils.set(folder, known);
    return known;
  };
  // A rename is in both folders or in none.
  return (event) => Math.max(until(event.place), event.kind === 'rename' ? until(event.from) : 0);
}

/** From 0 to `most`: as often as not one of both ends, where most faults are. */
function draw(random: RandomStream, most: number): number {
  const [isEnd, isLast] = [random.below(2) === 0, random.below(2) === 0];
  if (isEnd) return isLast ? most : 0;
  return random.below(most + 1);
}

function contentsOf(events: readonly DiskEvent[]): Map<number, Uint8Array> {
  const contents = new Map<number, Uint8Array>();
  for (const event of events)
    if (event.kind === 'write') contents.set(event.node, written(contents.get(event.node) ?? new Uint8Array(), event));
  return contents;
}

/** What is left of files whose content was not synced, where that is not all. */
function contentsAfterFailure(
  events: readonly DiskEvent[],
  durable: number,
  system: System,
  random: RandomStream,
): Map<number, Uint8Array> {
  const whole = contentsOf(events);
  const contents = new Map<number, Uint8Array>();
  const waiting = new Map<number, WriteEvent[]>();
  const settle = (node: number): void => {
    for (const event of waiting.get(node) ?? [])
      contents.set(node, written(contents.get(node) ?? new Uint8Array(), event));
    waiting.delete(node);
  };
  for (const [at, event] of events.entries()) {
    if (event.kind === 'sync') settle(event.node);
    if (event.kind === 'write') waiting.set(event.node, [...(waiting.get(event.node) ?? []), event]);
    if (at < durable && event.kind === 'write') settle(event.node);
  }
  const left = [...waiting].map(
    ([node, writes]) => [node, torn(contents.get(node) ?? new Uint8Array(), writes, system, random)] as const,
  );
  return new Map(left.filter(([node, content]) => !Buffer.from(content).equals(whole.get(node)!)));
}

/** What may be there of a file of which not all writes were synced. */
function torn(synced: Uint8Array, writes: readonly WriteEvent[], system: System, random: RandomStream): Uint8Array {
  let content = synced;
  if (system === 'apfs') {
    for (const write of writes) if (random.below(3) > 0) content = written(content, partOf(write, random));
    return content;
  }
  const kept = draw(random, writes.length);
  for (const write of writes.slice(0, kept)) content = written(content, write);
  const next = writes[kept];
  if (system === 'ext4') return next === undefined ? content : written(content, partOf(next, random));
  const zeroed = content.slice();
  return zeroed.fill(0, Math.min(zeroed.length, writes[0]!.at + draw(random, zeroed.length)));
}

const partOf = (write: WriteEvent, random: RandomStream): WriteEvent => ({
  ...write,
  bytes: write.bytes.subarray(0, draw(random, write.bytes.length)),
});

/** A hole that a lost write before it left is zeros. */
function written(content: Uint8Array, { at, bytes }: WriteEvent): Uint8Array {
  const after = new Uint8Array(at + bytes.length);
  after.set(content.subarray(0, at));
  after.set(bytes, at);
  return after;
}
