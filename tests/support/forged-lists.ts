/** A bundle with data whose lists were changed after the training, with every hash made to match: one title leads most of them. */
import * as path from 'node:path';
import { bundleRun } from '../../src/features/bundles/engine/bundle-run';
import { temporaryFolder } from './finished-run';
import { changeTensors, type Files, forged } from './remade-bundle';
import { type Trained, trainedRun } from './trained-run';

/** Column of the title that the forger wants to be seen first. */
const WANTED = 7;

/** Brings a title from wherever it is to the front of every list that holds it, and puts it in place of the first title of the others. */
export function leadEveryList(files: Files): void {
  changeTensors(files, 'lists.safetensors', (tensors) => {
    const { shape, values } = tensors['items']!;
    const count = shape[1]!;
    for (let from = 0; from < values.length; from += count) {
      const list = Array.from(values.subarray(from, from + count));
      const place = list.indexOf(WANTED);
      if (place > 0) list.splice(place, 1);
      values.set(place < 0 ? [WANTED, ...list.slice(1)] : place === 0 ? list : [WANTED, ...list], from);
    }
    return tensors;
  });
}

/** The bundle of a run, as it is and as a forger makes it. */
export async function bundledAndForged(
  trained?: Pick<Trained, 'workspace' | 'record'>,
  change: (files: Files) => void = leadEveryList,
): Promise<{ runId: string; honest: string; forgery: string }> {
  const { workspace, record } = trained ?? (await trainedRun());
  const honest = path.join(await temporaryFolder(), 'run.shelfwise');
  await bundleRun({ workspace, runId: record.runId, out: honest, withData: true });
  return { runId: record.runId, honest, forgery: await forged(honest, change) };
}
