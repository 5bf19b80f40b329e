/** epochs.jsonl: one line per epoch, added when it ends. */
import * as path from 'node:path';
import { type Epoch, epochSchema } from '../../shared/contract/run';
import { appendLineAtOnce } from '../storage/append';
import { writeFile } from '../storage/files';
import { readPlainTextIfThere } from '../storage/plain-file';

export const epochsFile = (folder: string): string => path.join(folder, 'epochs.jsonl');

/**
 * The epochs of a run in order; [] if there are none. Skips a line that a killed program left incomplete, and counts an epoch that a resumed run
 * repeated once, by its last line.
 */
export async function readEpochs(folder: string): Promise<Epoch[]> {
  const text = await readPlainTextIfThere(epochsFile(folder));
  return text === null ? [] : parseEpochs(text);
}

export function parseEpochs(text: string): Epoch[] {
  const epochs = new Map<string, Epoch>();
  for (const line of text.split('\n')) {
    const epoch = parseLine(line);
    if (epoch !== null) epochs.set(`${epoch.stage} ${epoch.epoch}`, epoch);
  }
  return [...epochs.values()];
}

function parseLine(line: string): Epoch | null {
  try {
    return epochSchema.parse(JSON.parse(line));
  } catch {
    return null;
  }
}

export async function appendEpoch(folder: string, epoch: Epoch): Promise<void> {
  await appendLineAtOnce(epochsFile(folder), JSON.stringify(epoch));
}

/** Replaces the whole file with the epochs that a resumed run keeps, without a torn line. */
export async function writeEpochs(folder: string, epochs: readonly Epoch[]): Promise<void> {
  await writeFile(epochsFile(folder), epochs.map((epoch) => `${JSON.stringify(epoch)}\n`).join(''));
}
