import * as fs from 'node:fs/promises';
import * as path from 'node:path';

/** Every file below a folder by its path, with its bytes as Latin-1: equal before and after if nothing changed. */
export async function contentOf(folder: string): Promise<Record<string, string>> {
  const names = (await fs.readdir(folder, { recursive: true, withFileTypes: true }))
    .filter((entry) => entry.isFile())
    .map((entry) => path.join(entry.parentPath, entry.name))
    .toSorted();
  return Object.fromEntries(
    await Promise.all(
      names.map(async (file) => [
        path.relative(folder, file).split(path.sep).join('/'),
        await fs.readFile(file, 'latin1'),
      ]),
    ),
  ) as Record<string, string>;
}
