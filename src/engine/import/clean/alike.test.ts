import { expect, it } from 'vitest';
import { withDatabase } from '../../database/database';
import { sql } from '../../database/sql';
import { findAlike } from './alike';

it('finds the same hashes in one pass and in several', async () => {
  const alike = async (hashesAPass: number): Promise<bigint[]> =>
    withDatabase({}, async (database) => {
      await database.run(
        sql`CREATE TABLE events AS SELECT hash(range % 700 * (range % 3)) AS event_hash FROM range(1000)`,
      );
      await findAlike(database, sql`events`, 1000, hashesAPass);
      const rows = await database.rows<{ event_hash: bigint }>(sql`FROM alike ORDER BY event_hash`);
      return rows.map(({ event_hash: hash }) => hash);
    });
  const expected = new Map<number, number>();
  for (let row = 0; row < 1000; row++) {
    const value = (row % 700) * (row % 3);
    expected.set(value, (expected.get(value) ?? 0) + 1);
  }
  const inOne = await alike(1000);
  expect(inOne).toHaveLength([...expected.values()].filter((count) => count > 1).length);
  expect(await alike(130)).toEqual(inOne);
});
