/** Mutations of bytes and JSON, drawn from a seeded stream. */
import type { RandomStream } from '../../../src/engine/model/random';

export const pick = <Value>(random: RandomStream, values: readonly Value[]): Value =>
  values[random.below(values.length)]!;

const EDGES = [
  0, 1, 2, 4, 7, 8, 0x7f, 0x80, 0xff, 0x7fff, 0x8000, 0xffff, 0x7fffffff, 0x80000000, 0xfffffffe, 0xffffffff,
];

const SCRAPS = [
  '\0',
  '"',
  "'",
  ',',
  '\n',
  '\r',
  '\t',
  ' ',
  '\\',
  '/',
  '..',
  '*',
  '[',
  '{',
  '}',
  ']',
  ':',
  '-',
  'e9',
  '.0',
  '\uFEFF',
  '\u202E',
  '\u001B[2J',
  '\ud800',
  '한',
  '😀',
  '=1',
  '__proto__',
  'PK\u0003\u0004',
  'PAR1',
  'null',
  'NaN',
];

/** One change of some bytes: flipped, set to an edge value, removed, doubled, inserted, zeroed. */
export function mutateBytes(random: RandomStream, bytes: Buffer): Buffer {
  if (bytes.length === 0) return Buffer.from(pick(random, SCRAPS));
  const at = random.below(bytes.length);
  const length = 1 + random.below(Math.min(64, bytes.length - at));
  const copy = Buffer.from(bytes);
  switch (random.below(9)) {
    case 0:
      copy[at]! ^= 1 << random.below(8);
      return copy;
    case 1:
      copy[at] = random.below(256);
      return copy;
    case 2:
      for (let byte = 0; byte < 4 && at + byte < copy.length; byte++)
        copy[at + byte] = (pick(random, EDGES) >>> (8 * byte)) & 0xff;
      return copy;
    case 3:
      return Buffer.concat([copy.subarray(0, at), copy.subarray(at + length)]);
    case 4:
      return Buffer.concat([copy.subarray(0, at + length), copy.subarray(at)]);
    case 5:
      return Buffer.concat([copy.subarray(0, at), Buffer.from(pick(random, SCRAPS)), copy.subarray(at)]);
    case 6:
      return copy.fill(random.below(2) === 0 ? 0 : 0xff, at, at + length);
    case 7: {
      const from = random.below(copy.length);
      copy.copyWithin(at, from, from + length);
      return copy;
    }
    default:
      return random.below(4) === 0 ? copy.subarray(0, at) : Buffer.concat([copy, copy.subarray(at, at + length)]);
  }
}

const TEXTS = [
  '',
  '.',
  '..',
  '../../x',
  '/etc/passwd',
  '/dev/zero',
  '\0',
  '__proto__',
  'constructor',
  'toString',
  '*',
  '[a]',
  "'",
  '"',
  '; DROP TABLE x; --',
  '\ud800',
  '\u202E',
  'x'.repeat(300),
  'CON',
  'a=b',
  '0',
  '-1',
  '1e400',
  'Infinity',
  '2026-13-45',
  'f'.repeat(64),
];
const NUMBERS = [
  0,
  -0,
  1,
  -1,
  0.5,
  2,
  25,
  255,
  65_536,
  2 ** 31 - 1,
  2 ** 31,
  -(2 ** 31),
  2 ** 32,
  2 ** 53,
  1e308,
  -1e308,
  1e-308,
];

function strange(random: RandomStream): unknown {
  switch (random.below(8)) {
    case 0:
      return null;
    case 1:
      return random.below(2) === 0;
    case 2:
    case 3:
      return pick(random, NUMBERS);
    case 4:
    case 5:
      return pick(random, TEXTS);
    case 6:
      return [];
    default:
      return {};
  }
}

interface Place {
  readonly owner: Record<string, unknown> | unknown[];
  readonly key: string;
}

function placesIn(value: unknown, places: Place[]): Place[] {
  if (value === null || typeof value !== 'object') return places;
  for (const key of Object.keys(value)) {
    places.push({ owner: value as Place['owner'], key });
    placesIn((value as Record<string, unknown>)[key], places);
  }
  return places;
}

/** One change somewhere in a JSON value, in place. @returns the whole */
export function mutateJson(random: RandomStream, whole: unknown): unknown {
  const places = placesIn(whole, []);
  if (places.length === 0) return strange(random);
  const { owner, key } = pick(random, places);
  const slots = owner as Record<string, unknown>;
  const old = slots[key];
  switch (random.below(9)) {
    case 0:
    case 1:
      set(slots, key, strange(random));
      break;
    case 2:
      if (Array.isArray(owner)) owner.splice(Number(key), 1);
      else delete slots[key];
      break;
    case 3:
      if (Array.isArray(owner)) owner.push(old);
      else set(slots, pick(random, TEXTS), old);
      break;
    case 4: {
      const other = pick(random, places);
      set(slots, key, structuredClone((other.owner as Record<string, unknown>)[other.key]));
      break;
    }
    case 5:
      set(
        slots,
        key,
        typeof old === 'number'
          ? old + pick(random, [-1, 1, 0.5, 1000])
          : typeof old === 'string'
            ? mutateText(random, old)
            : [old],
      );
      break;
    case 6:
      set(
        slots,
        key,
        typeof old === 'number'
          ? pick(random, NUMBERS)
          : typeof old === 'string'
            ? pick(random, TEXTS)
            : strange(random),
      );
      break;
    case 7:
      if (Array.isArray(old)) old.reverse();
      else set(slots, key, typeof old === 'string' ? old + pick(random, SCRAPS) : { inner: old });
      break;
    default:
      set(slots, key, Array.isArray(old) ? old.slice(0, random.below(old.length + 1)) : strange(random));
  }
  return whole;
}

/** Not by assignment: `__proto__` would not become a key. */
function set(slots: Record<string, unknown>, key: string, value: unknown): void {
  Object.defineProperty(slots, key, { value, enumerable: true, configurable: true, writable: true });
}

function mutateText(random: RandomStream, text: string): string {
  const at = random.below(text.length + 1);
  return text.slice(0, at) + pick(random, SCRAPS) + text.slice(at + random.below(3));
}

/** JSON with one change; invalid JSON, and sometimes valid one, gets byte mutations. */
export function mutateJsonFile(random: RandomStream, bytes: Buffer): Buffer {
  if (random.below(12) === 0) return mutateBytes(random, bytes);
  try {
    return Buffer.from(JSON.stringify(mutateJson(random, JSON.parse(bytes.toString()))) ?? 'null');
  } catch {
    return mutateBytes(random, bytes);
  }
}
