/** Files of text that may be longer than any string: written record by record, a block at a time. */
import { createHash } from 'node:crypto';
import { openWriter } from './files';

/** Characters written at a time. */
const BLOCK = 1 << 20;

/**
 * Writes a new file.
 * @param records with their line ends
 * @returns the SHA-256 of the file
 * @throws ShelfwiseError `no-space`, `no-permission`
 */
export async function writeRecords(file: string, records: Iterable<string>): Promise<string> {
  const hash = createHash('sha256');
  const writer = await openWriter(file, 'overwrite');
  const write = (block: string): Promise<void> => {
    const bytes = Buffer.from(block);
    hash.update(bytes);
    return writer.write(bytes);
  };
  try {
    let block = '';
    for (const record of records) {
      block += record;
      if (block.length < BLOCK) continue;
      await write(block);
      block = '';
    }
    await write(block);
  } finally {
    await writer.close();
  }
  return hash.digest('hex');
}
