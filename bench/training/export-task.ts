/**
 * The task as plain little-endian arrays for PyTorch: histories, profiles, initial weights and the batches of the first
 * epochs.
 */
import * as path from 'node:path';
import { selectRows } from '../../src/engine/data/histories';
import type { SparseRows } from '../../src/engine/data/tables';
import { makeFolder, writeFile } from '../../src/engine/storage/files';
import type { TrainingInput } from '../../src/engine/model/dae/dae-training';
import { corrupt, normaliseRows } from '../../src/engine/model/dae/noise';
import { initialValues, parameterShapes } from '../../src/engine/model/dae/structure';
import { profilesWithHistory } from './task';

export async function exportTask(
  task: TrainingInput & { histories: SparseRows },
  folder: string,
  epochs: number,
): Promise<void> {
  const { recipe, random, stage, histories, conditions } = task;
  await makeFolder(folder);
  const write = (name: string, values: Int32Array | Float32Array): Promise<void> =>
    writeFile(path.join(folder, name), new Uint8Array(values.buffer, values.byteOffset, values.byteLength));
  await write('offsets', histories.offsets);
  await write('indices', histories.indices);
  await write('values', histories.values);
  await write('conditions', conditions.values);
  const sizes = { items: histories.columns, conditions: conditions.width };
  for (const shape of parameterShapes(recipe, sizes)) await write(shape.name, initialValues(shape, random, stage));
  const inputs = normaliseRows(histories, recipe['structure.input']);
  for (let epoch = 1; epoch <= epochs; epoch++) {
    const order = random.stream(`order/${stage}/${epoch}`).shuffle(profilesWithHistory(histories));
    const noise = random.stream(`noise/${stage}/${epoch}`);
    const corrupted = corrupt(selectRows(inputs, order), recipe, noise).inputs;
    await write(`order-${epoch}`, order);
    await write(`noisy-offsets-${epoch}`, corrupted.offsets);
    await write(`noisy-indices-${epoch}`, corrupted.indices);
    await write(`noisy-values-${epoch}`, corrupted.values);
  }
  const facts = {
    profiles: histories.rows,
    items: histories.columns,
    width: recipe['structure.width'],
    features: conditions.width,
    batch: recipe['optimiser.batch'],
    rate: recipe['optimiser.rate'],
    dropout: recipe['noise.dropout'],
  };
  await writeFile(path.join(folder, 'facts.json'), JSON.stringify(facts));
}
