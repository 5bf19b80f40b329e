import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  areLinks,
  greatestLinks,
  halfOf,
  leastSize,
  LinkWriter,
  mostSpacers,
  SIZES,
  sizeOf,
  stepOf,
  valueOf,
} from './links';

/** Title and value of each link with a value. */
function listed(links: Int32Array): [title: number, value: number][] {
  let title = -1;
  return Array.from(links, (link): [number, number] => [(title += stepOf(link)), valueOf(link)]).filter(
    ([, value]) => value !== 0,
  );
}

const written = (entries: readonly [number, number][]): Int32Array => {
  const writer = new LinkWriter();
  writer.startTitle();
  for (const [title, value] of entries) writer.add(title, halfOf(value));
  return writer.links();
};

describe('a link', () => {
  it('stores its value within half a unit of bfloat16, and orders sizes as numbers', () => {
    const number = fc.float({ noNaN: true, min: Math.fround(-1e30), max: Math.fround(1e30) });
    fc.assert(
      fc.property(number, number, (left, right) => {
        fc.pre(Math.abs(left) > 1e-30 && Math.abs(right) > 1e-30);
        const [first, second] = [halfOf(left), halfOf(right)];
        expect(Math.abs(valueOf(first) - left)).toBeLessThanOrEqual(Math.abs(left) / 256);
        expect(Math.sign(sizeOf(first) - sizeOf(second)) * (Math.abs(left) - Math.abs(right))).toBeGreaterThanOrEqual(
          0,
        );
      }),
    );
    expect(sizeOf(halfOf(0))).toBe(0);
    expect(sizeOf(halfOf(-0))).toBe(0);
    // A tie goes to the even one.
    expect([1 + 1 / 256, 1 + 3 / 256].map((value) => valueOf(halfOf(value)))).toEqual([1, 1 + 1 / 64]);
  });

  it('reaches titles any distance apart, through links without a value', () => {
    const far: [number, number][] = [
      [0, 1],
      [65_534, -2],
      [65_535, 0.5],
      [131_070, 3],
      [400_000, 0.25],
    ];
    const links = written(far);
    expect(listed(links)).toEqual(far);
    const spacers = links.length - far.length;
    expect(spacers).toBe(4);
    expect(spacers).toBeLessThanOrEqual(mostSpacers(400_001) / 400_001);
    expect(mostSpacers(65_535)).toBe(0);
    expect(areLinks(links, Int32Array.of(0, links.length), 400_001)).toBe(true);
    expect(areLinks(links, Int32Array.of(0, links.length), 400_000)).toBe(false);
  });
});

describe('links from elsewhere', () => {
  const step = (titles: number, value: number): number => (titles << 16) | halfOf(value);

  it.each([
    ['a title before the first', [0x3f80]],
    ['a title twice', [step(1, 1), 0x3f80]],
    ['a title behind the last', [step(1, 1), step(3, 1)]],
    ['a title far behind the last', [step(0xffff, 1)]],
    ['a value that is infinite', [step(1, Infinity)]],
    ['a value that is no number', [step(1, NaN)]],
  ])('are refused with %s', (_what, links) => {
    expect(areLinks(Int32Array.from(links), Int32Array.of(0, links.length, links.length, links.length), 3)).toBe(false);
  });

  it('are accepted if they lead to titles, from the first to the last', () => {
    expect(areLinks(Int32Array.of(step(1, 1), step(2, -1), step(3, 2)), Int32Array.of(0, 2, 2, 3), 3)).toBe(true);
    expect(areLinks(new Int32Array(0), new Int32Array(4), 3)).toBe(true);
  });
});

describe('the greatest links', () => {
  it('are as many as allowed, all or none of a size', () => {
    const counts = new Float64Array(SIZES);
    counts.set([9, 4, 3, 2], 100);
    expect([1, 2, 4, 5, 8, 9, 17, 18, 1e9].map((most) => leastSize(counts, most))).toEqual([
      104, 103, 103, 102, 102, 101, 101, 1, 1,
    ]);
  });

  it('are null if a part is invalid', async () => {
    const source = { titles: 4, atATime: 2, find: () => null };
    const goOn = async (): Promise<void> => undefined;
    expect(await greatestLinks({ ...source, count: () => null }, 5, goOn)).toBeNull();
    expect(await greatestLinks({ ...source, count: () => new Float64Array(SIZES) }, 5, goOn)).toBeNull();
    expect(await greatestLinks({ ...source, count: () => null }, 16, goOn)).toBeNull();
  });

  it('are counted only if there may be too many', async () => {
    const asked: string[] = [];
    const source = {
      titles: 4,
      atATime: 2,
      count(from: number) {
        asked.push(`count ${from}`);
        const counts = new Float64Array(SIZES);
        counts[7] = 8;
        return counts;
      },
      find(from: number, _to: number, size: number) {
        asked.push(`find ${from} ${size}`);
        return { offsets: new Int32Array(3), links: new Int32Array(0), multipliers: new Float32Array(2) };
      },
    };
    const goOn = async (): Promise<void> => undefined;
    await greatestLinks(source, 16, goOn);
    expect(asked.splice(0)).toEqual(['find 0 1', 'find 2 1']);
    await greatestLinks(source, 15, goOn);
    expect(asked).toEqual(['count 0', 'count 2', 'find 0 8', 'find 2 8']);
  });
});
