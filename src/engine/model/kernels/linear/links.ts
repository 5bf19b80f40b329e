/**
 * The weights from title to title in EASE. The weight of a watched title i for a candidate j is the link of i and j, which is symmetric, times the
 * multiplier of j. So one rule measures the links of all titles: those with the greatest size over all titles are kept.
 *
 * A link is one word: its upper half is the distance from the previous title, its lower half the value in bfloat16, which is the upper half of a
 * number in single precision.
 */

export interface LinkedTitles {
  /** Links of title i: links[offsets[i] .. offsets[i + 1]], by title. */
  readonly offsets: Int32Array;
  readonly links: Int32Array;
  /** One per title. */
  readonly multipliers: Float32Array;
}

/** The longest distance of a link; before a longer one, a link of value 0 stands in between. */
const FARTHEST = 0xffff;
/** Number of different sizes in bfloat16, as whole numbers in the same order. */
export const SIZES = 0x8000;

const single = new Float32Array(1);
const bits = new Int32Array(single.buffer);

/** The number in bfloat16, rounded to nearest, ties to even. */
export function halfOf(value: number): number {
  single[0] = value;
  return ((bits[0]! + 0x7fff + ((bits[0]! >>> 16) & 1)) >>> 16) & 0xffff;
}

/** The size of a number in bfloat16, below SIZES; 0 for 0. */
export const sizeOf = (half: number): number => half & (SIZES - 1);

/** The value of a link. */
export function valueOf(link: number): number {
  bits[0] = link << 16;
  return single[0]!;
}

/** The distance of a link's title from the previous one. */
export const stepOf = (link: number): number => link >>> 16;

/** Writes the links of one title after another. */
export class LinkWriter {
  readonly #links: number[] = [];
  #last = -1;

  /** Number of links so far, including those of value 0. */
  get length(): number {
    return this.#links.length;
  }

  /** Begins the links of the next title. */
  startTitle(): void {
    this.#last = -1;
  }

  /** @param other the linked title, after the last one */
  add(other: number, half: number): void {
    for (; other - this.#last > FARTHEST; this.#last += FARTHEST) this.#links.push(FARTHEST << 16);
    this.#links.push(((other - this.#last) << 16) | half);
    this.#last = other;
  }

  /** All links so far, as LinkedTitles stores them. */
  links(): Int32Array {
    return Int32Array.from(this.#links);
  }
}

/** The most links of value 0 that all titles together may need to bridge long distances. */
export const mostSpacers = (titles: number): number => titles * Math.floor(Math.max(0, titles - 1) / FARTHEST);

/**
 * The least size with which at most `most` links are kept.
 * @param counts number of links of each size
 */
export function leastSize(counts: Float64Array, most: number): number {
  let [size, kept] = [SIZES, 0];
  while (size > 1 && kept + counts[size - 1]! <= most) kept += counts[--size]!;
  return size;
}

/** Whether all links lead to titles below `titles`, in ascending order, and all values are finite. @param offsets as declared */
export function areLinks(links: Int32Array, offsets: Int32Array, titles: number): boolean {
  for (let row = 0; row + 1 < offsets.length; row++) {
    let title = -1;
    for (let at = offsets[row]!; at < offsets[row + 1]!; at++) {
      const step = stepOf(links[at]!);
      title += step;
      if (step === 0 || title >= titles || !Number.isFinite(valueOf(links[at]!))) return false;
    }
  }
  return true;
}

/** Finds the links of some titles. Returns null if any number is not finite. */
interface LinkSource {
  readonly titles: number;
  /** Titles between two pauses. */
  readonly atATime: number;
  /** Number of links of each size of the titles from..to. */
  count(from: number, to: number): ArrayLike<number> | null;
  /** The links of at least this size. @returns offsets from 0 */
  find(from: number, to: number, size: number): LinkedTitles | null;
}

/**
 * The links of the greatest size: first counts all, unless there cannot be too many, then keeps the greatest.
 * @param pause receives the finished fraction
 * @returns null if the source is invalid
 */
export async function greatestLinks(
  { titles, atATime, count, find }: LinkSource,
  most: number,
  pause: (share: number) => Promise<void>,
): Promise<LinkedTitles | null> {
  const counts = new Float64Array(SIZES);
  const counted = titles * titles > most ? titles : 0;
  for (let from = 0; from < counted; from += atATime) {
    await pause(from / titles / 2);
    const part = count(from, Math.min(titles, from + atATime));
    if (part === null) return null;
    for (let size = 1; size < SIZES; size++) counts[size]! += part[size]!;
  }
  const least = leastSize(counts, most);
  const parts: LinkedTitles[] = [];
  for (let from = 0; from < titles; from += atATime) {
    await pause((1 + from / titles) / 2);
    const part = find(from, Math.min(titles, from + atATime), least);
    if (part === null) return null;
    parts.push(part);
  }
  return joined(parts, titles);
}

function joined(parts: readonly LinkedTitles[], titles: number): LinkedTitles {
  if (parts.length === 1) return parts[0]!;
  const offsets = new Int32Array(titles + 1);
  const links = new Int32Array(parts.reduce((sum, part) => sum + part.links.length, 0));
  const multipliers = new Float32Array(titles);
  let [title, at] = [0, 0];
  for (const part of parts) {
    multipliers.set(part.multipliers, title);
    for (const end of part.offsets.subarray(1)) offsets[++title] = at + end;
    links.set(part.links, at);
    at += part.links.length;
  }
  return { offsets, links, multipliers };
}
