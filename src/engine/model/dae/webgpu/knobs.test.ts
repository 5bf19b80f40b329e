/** A knob that training reads is read by both trainers, or refused on a GPU: one that the twin forgets would train something else there. */
import { readdirSync, readFileSync } from 'node:fs';
import * as path from 'node:path';
import { expect, it } from 'vitest';
import { inputOf, smallRecipe } from '../../../../../tests/gpu/webgpu/support/made-up';
import type { Recipe } from '../../../../shared/recipe/table';
import { KNOBS_OF_EPOCHS, ON_GPU } from '../../../machine/devices/webgpu-recipes';
import { loadBackend } from '../../backend';
import { DaeTraining } from '../dae-training';

const WORLD = { profiles: 40, titles: 30, events: 300 };
const TABLE = 'src/engine/machine/devices/webgpu-recipes.ts';
const textOf = (...files: readonly string[]): string =>
  files.map((file) => readFileSync(path.join(import.meta.dirname, file), 'utf8')).join('\n');

/** Only the code of one trainer. The check of a GPU names knobs of its small step. */
const OF_PROCESSOR = textOf('../dae-training.ts', '../network.ts');
const OF_GPU = textOf(
  ...readdirSync(import.meta.dirname).filter((file) => file.endsWith('.ts') && !/^check|\.test\./.test(file)),
);
const namedIn = (text: string): string[] => KNOBS_OF_EPOCHS.filter((knob) => text.includes(`'${knob}'`));
const withRow = (isRow: (row: unknown) => boolean): string[] => KNOBS_OF_EPOCHS.filter((knob) => isRow(ON_GPU[knob]));

it('every knob that an epoch reads stands in the table of what a GPU does', async () => {
  const read = new Set<string | symbol>();
  const recipe = new Proxy(smallRecipe({ 'noise.wholeHistory': 0.2, 'noise.profile': 0.2, 'loss.visible': 0.5 }), {
    get(target, knob) {
      read.add(knob);
      return target[knob as keyof Recipe];
    },
  });
  const training = new DaeTraining(inputOf((await loadBackend()).kernels, recipe, WORLD));
  await training.runEpoch(1, async () => undefined);
  training.dispose();
  expect(read.size).toBeGreaterThan(10);
  const known = new Set<string | symbol>(KNOBS_OF_EPOCHS);
  expect(
    [...read].filter((knob) => !known.has(knob)),
    `Training reads these knobs. Name their groups in ${TABLE}, and say there what a GPU does.`,
  ).toEqual([]);
});

it("the code of the GPU's trainer names the knobs that both read, and no others", () => {
  expect(
    namedIn(OF_GPU),
    `A knob that is read in webgpu/ is "both" in ${TABLE}; one that is "both" there has to be read in webgpu/ as well.`,
  ).toEqual(withRow((row) => row === 'both'));
});

it("the code of the processor's trainer names none that a GPU would not know of", () => {
  expect(
    namedIn(OF_PROCESSOR).filter((knob) => withRow((row) => row === 'shared').includes(knob)),
    `They are read in dae-training.ts or network.ts, which a GPU does not run: read them in webgpu/ as well, and call them "both" in ${TABLE}; or give the one value that a GPU trains ("only").`,
  ).toEqual([]);
});
