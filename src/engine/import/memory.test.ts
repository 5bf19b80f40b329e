import * as fs from 'node:fs/promises';
import * as os from 'node:os';
import * as path from 'node:path';
import { expect, it } from 'vitest';
import { temporaryFolder } from '../../../tests/support/finished-run';
import { DATABASE_MEMORY } from '../storage/database/database';
import { importMemory } from './memory';

it('grows with the rows that the files may hold, up to half of the computer', async () => {
  const folder = await temporaryFolder();
  const sized = async (file: string, bytes: number): Promise<Parameters<typeof importMemory>[0][number]> => {
    await fs.writeFile(path.join(folder, file), '');
    await fs.truncate(path.join(folder, file), bytes);
    const format = file.endsWith('.parquet')
      ? ({ kind: 'parquet' } as const)
      : ({ kind: 'text', delimiters: [','], quoting: true, names: null } as const);
    return { file, path: path.join(folder, file), format };
  };
  const [small, text, packed, absent] = [
    await sized('small.csv', 1000),
    await sized('text.csv', 400_000_000),
    await sized('packed.csv.gz', 400_000_000),
    { ...(await sized('gone.parquet', 1)), path: path.join(folder, 'nothing') },
  ];
  expect(await importMemory([small, absent])).toBe(DATABASE_MEMORY);
  expect(await importMemory([small, text])).toBe(DATABASE_MEMORY + 95);
  expect(await importMemory([small, packed])).toBe(DATABASE_MEMORY + 286);
  // Rows for a terabyte and a half of memory.
  const half = Math.round(os.totalmem() / (1 << 21));
  expect(await importMemory(Array.from({ length: 5000 }, () => packed))).toBe(Math.max(DATABASE_MEMORY, half));
});
