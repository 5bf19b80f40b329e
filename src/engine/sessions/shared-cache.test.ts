import { describe, expect, it } from 'vitest';
import { once, SharedCache } from './shared-cache';

class Loaded {
  disposed = false;
  constructor(readonly name: string) {}
  dispose(): void {
    this.disposed = true;
  }
}

const settle = (): Promise<void> => new Promise((resolve) => setImmediate(resolve));

describe('SharedCache', () => {
  it('loads once for concurrent callers, and again for another version', async () => {
    const cache = new SharedCache<Loaded>(2);
    let loads = 0;
    const use = (version: string) =>
      cache.use(
        'a',
        version,
        async () => new Loaded(`${++loads}`),
        (loaded) => loaded,
      );
    const [first, second] = await Promise.all([use('1'), use('1')]);
    expect(first).toBe(second);
    const newer = await use('2');
    await settle();
    expect([newer.name, first.disposed, newer.disposed]).toEqual(['2', true, false]);
  });

  it('discards the least recently used value, but not while it is in use', async () => {
    const cache = new SharedCache<Loaded>(2);
    const get = (name: string) =>
      cache.use(
        name,
        '',
        async () => new Loaded(name),
        (loaded) => loaded,
      );
    const [a, b] = [await get('a'), await get('b')];
    await get('a');
    await cache.use(
      'b',
      '',
      async () => new Loaded('b'),
      async (inUse) => {
        await get('a');
        await get('c');
        await settle();
        expect([inUse === b, b.disposed, a.disposed]).toEqual([true, false, false]);
      },
    );
    await settle();
    expect([b.disposed, a.disposed]).toEqual([true, false]);
  });

  it('forgets a load that failed', async () => {
    const cache = new SharedCache<Loaded>(1);
    const failing = cache.use(
      'a',
      '',
      () => Promise.reject(new Error('no')),
      () => 'used',
    );
    await expect(failing).rejects.toThrow('no');
    expect(
      await cache.use(
        'a',
        '',
        async () => new Loaded('a'),
        ({ name }) => name,
      ),
    ).toBe('a');
  });
});

it('keeps an answer, but not a failure, with once', async () => {
  let calls = 0;
  const load = once(async () => {
    if (++calls === 1) throw new Error('no');
    return calls;
  });
  await expect(load()).rejects.toThrow('no');
  expect([await load(), await load()]).toEqual([2, 2]);
});
