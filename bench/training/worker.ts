/**
 * Shelfwise's side of bench/training, in a process of its own: `worker FOLDER KNOBS`. Commands: `epoch N` trains one; `products N`
 * does nothing but the three matrix products of N steps; `export FOLDER EPOCHS` writes what PyTorch needs to do the same.
 */
import * as tf from '@tensorflow/tfjs';
import { DaeTraining } from '../../src/engine/model/dae/dae-training';
import { loadBackendFor } from '../../src/engine/model/backend';
import { completeRecipe } from '../../src/shared/recipe/schema';
import type { Recipe } from '../../src/shared/recipe/table';
import { answerLines, measured } from '../support/answering';
import { exportTask } from './export-task';
import { trainingTask } from './task';

const asked = JSON.parse(process.argv[3]!) as Partial<Recipe>;
const { kernels } = await loadBackendFor(completeRecipe(asked));
const task = await trainingTask(process.argv[2]!, kernels, asked);
let training: DaeTraining | null = null;

await answerLines(async (command, rest) => {
  switch (command) {
    case 'epoch': {
      training ??= new DaeTraining(task);
      let loss = 0;
      const taken = await measured(async () => {
        loss = await training!.runEpoch(Number(rest[0]), async () => undefined);
      });
      return { ...taken, loss, tensors: tf.memory().numTensors, resident: process.memoryUsage().rss / 2 ** 20 };
    }
    case 'products':
      return products(Number(rest[0]));
    case 'export':
      await exportTask(task, rest[0]!, Number(rest[1]));
      return { steps: new DaeTraining(task).stepsPerEpoch };
    default:
      throw new Error(`no command ${command}`);
  }
});

/** Scores, and the gradients of decoder and code: all multiplications of the item layer. */
async function products(steps: number): Promise<object> {
  const { recipe, conditions, histories } = task;
  const batch = recipe['optimiser.batch'];
  const width = recipe['structure.width'] + conditions.width;
  const code = tf.randomUniform<tf.Rank.R2>([batch, width], -1, 1, 'float32', 1);
  const decoder = tf.randomUniform<tf.Rank.R2>([histories.columns, width], -1, 1, 'float32', 2);
  const scores = tf.randomUniform<tf.Rank.R2>([batch, histories.columns], -1, 1, 'float32', 3);
  const taken = await measured(async () => {
    for (let step = 0; step < steps; step++)
      tf.tidy(() => {
        tf.matMul(code, decoder, false, true);
        tf.matMul(scores, code, true, false);
        tf.matMul(scores, decoder);
      });
  });
  tf.dispose([code, decoder, scores]);
  return taken;
}
