/**
 * The golden runs on emulated processors of other years, each kind of kernel on each processor (version 2 has the kernels of version 3).
 * A run takes half a minute on a quiet machine.
 *
 * @module-tag rare
 */
import { expect, test, vi } from 'vitest';
import type { ModelName } from '../../src/shared/recipe/models';
import { RECIPE_VERSION, RECIPE_VERSIONS, type Recipe } from '../../src/shared/recipe/table';
import { testTools } from '../support/test-tools';
import { expectGolden } from './expect-golden';
import { type GoldenKnobs, trainGolden } from './golden-run';

vi.setConfig({ testTimeout: 300_000 });

type Emulated = [
  version: Recipe['version'],
  model: ModelName,
  processor: 'Haswell' | 'EPYC-Milan',
  knobs?: GoldenKnobs,
];

const ALL: Emulated[] = [
  [RECIPE_VERSION, 'dae', 'Haswell'],
  [RECIPE_VERSION, 'dae', 'EPYC-Milan'],
  ...RECIPE_VERSIONS.filter((version) => version !== RECIPE_VERSION).flatMap((version): Emulated[] => [
    [version, 'dae', 'Haswell'],
    [version, 'dae', 'EPYC-Milan'],
  ]),
  // Without the instructions it is meant for.
  [RECIPE_VERSION, 'dae', 'Haswell', 'bfloat16'],
  ...(['als', 'item-knn', 'ease', 'filter'] as const).map((model): Emulated => [RECIPE_VERSION, model, 'Haswell']),
];

const { qemu } = testTools();

test.skipIf(qemu.path === null).each(ALL)(
  'the golden run of version %i (%s) comes out the same on an emulated %s',
  async (version, model, processor, knobs) => {
    const program = [qemu.path!, '-cpu', processor, process.execPath];
    const outcome = await trainGolden(version, 'portable', program, model, knobs);
    await expectGolden(outcome, () => expect.unreachable());
  },
);
