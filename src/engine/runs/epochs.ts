/** epochs.jsonl: one line per epoch, added as it ends. */
import * as path from 'node:path';
import { type Epoch, epochSchema } from '../../shared/contract/run';
import { appendLineAtOnce, writeFile } from '../storage/files';
import { readPlainTextIfThere } from '../storage/plain-file';

export const epochsFile = (folder: string): string => path.join(folder, 'epochs.jsonl');

/**
 * The epochs of a run in the order they ended; [] where there are none. A line that a kill left incomplete is skipped; an epoch that a
 * resumed run did again counts once, as done last.
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

/** Replaces the whole file: what a resumed run keeps, and the end of a torn line. */
export async function writeEpochs(folder: string, epochs: readonly Epoch[]): Promise<void> {
  await writeFile(epochsFile(folder), epochs.map((epoch) => `${JSON.stringify(epoch)}\n`).join(''));
}
