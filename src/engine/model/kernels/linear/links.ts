/**
 * Weights from title to title as EASE keeps them. The weight of a watched title i for a candidate j is the link of i and j, which is the same
 * both ways, times the multiplier of j. So the links of all titles can be measured by one rule: those of the greatest size are kept, in all.
 *
 * A link is one word: in the upper half how many titles it is after the one before it, in the lower half its value in bfloat16, which is the
 * first half of a number in single precision.
 */

export interface LinkedTitles {
  /** Links of title i: links[offsets[i] .. offsets[i + 1]], by title. */
  readonly offsets: Int32Array;
  readonly links: Int32Array;
  /** One a title. */
  readonly multipliers: Float32Array;
}

/** How far a link reaches; where the next one is further, one of value 0 stands between. */
const FARTHEST = 0xffff;
/** Sizes of a number in bfloat16, as whole numbers in the same order. */
export const SIZES = 0x8000;

const single = new Float32Array(1);
const bits = new Int32Array(single.buffer);

/** The number in bfloat16, rounded to the nearest, ties to even. */
export function halfOf(value: number): number {
  single[0] = value;
  return ((bits[0]! + 0x7fff + ((bits[0]! >>> 16) & 1)) >>> 16) & 0xffff;
}

/** How large a number in bfloat16 is, below SIZES; 0 for 0. */
export const sizeOf = (half: number): number => half & (SIZES - 1);

/** The value of a link. */
export function valueOf(link: number): number {
  bits[0] = link << 16;
  return single[0]!;
}

/** How many titles a link is after the one before it. */
export const stepOf = (link: number): number => link >>> 16;

/** Links of one title after another. */
export class LinkWriter {
  readonly #links: number[] = [];
  #last = -1;

  get length(): number {
    return this.#links.length;
  }

  startTitle(): void {
    this.#last = -1;
  }

  /** @param other the title that it leads to: after the last one */
  add(other: number, half: number): void {
    for (; other - this.#last > FARTHEST; this.#last += FARTHEST) this.#links.push(FARTHEST << 16);
    this.#links.push(((other - this.#last) << 16) | half);
    this.#last = other;
  }

  links(): Int32Array {
    return Int32Array.from(this.#links);
  }
}

/** Links of value 0 that a title may need so that the others are within reach, for all titles together. */
export const mostSpacers = (titles: number): number => titles * Math.floor(Math.max(0, titles - 1) / FARTHEST);

/**
 * The least size with which at most so many links are kept.
 * @param counts links of each size
 */
export function leastSize(counts: Float64Array, most: number): number {
  let [size, kept] = [SIZES, 0];
  while (size > 1 && kept + counts[size - 1]! <= most) kept += counts[--size]!;
  return size;
}

/** Whether all links lead to titles below `titles`, each after the one before it, and all values are finite. @param offsets as declared */
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

/** Finds the links of some titles. Null where the numbers of a part are none. */
export interface LinkSource {
  readonly titles: number;
  /** Titles between two pauses. */
  readonly atATime: number;
  /** How many links of each size the titles from..to have. */
  count(from: number, to: number): ArrayLike<number> | null;
  /** The links of at least this size. @returns offsets from 0 */
  find(from: number, to: number, size: number): LinkedTitles | null;
}

/**
 * The links of the greatest size: first all are counted, unless there cannot be too many; then those are kept.
 * @param pause told the share that is done
 * @returns null where the source is not sound
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
