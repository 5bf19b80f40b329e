/**
 * The golden runs on processors of other years, emulated: half a minute each on a quiet machine. `npm test` runs each kind of kernel on
 * one of them at least (version 2 has the kernels of version 3); `npm run golden` runs all.
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

const EACH_KIND: Emulated[] = [
  [1, 'dae', 'Haswell'],
  [RECIPE_VERSION, 'dae', 'EPYC-Milan'],
  [RECIPE_VERSION, 'als', 'Haswell'],
];
const ALL: Emulated[] = [
  ...RECIPE_VERSIONS.flatMap((version): Emulated[] => [
    [version, 'dae', 'Haswell'],
    [version, 'dae', 'EPYC-Milan'],
  ]),
  // Without the instructions that it is for.
  [RECIPE_VERSION, 'dae', 'Haswell', 'bfloat16'],
  ...(['als', 'item-knn', 'ease', 'filter'] as const).map((model): Emulated => [RECIPE_VERSION, model, 'Haswell']),
];

const { qemu } = testTools();

test.skipIf(qemu.path === null).each(process.env['SHELFWISE_GOLDEN'] === 'all' ? ALL : EACH_KIND)(
  'the golden run of version %i (%s) comes out the same on an emulated %s',
  async (version, model, processor, knobs) => {
    const program = [qemu.path!, '-cpu', processor, process.execPath];
    const outcome = await trainGolden(version, 'portable', program, model, knobs);
    await expectGolden(outcome, () => expect.unreachable());
  },
);
