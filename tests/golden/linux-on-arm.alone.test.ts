/**
 * Golden runs on Linux for ARM, by qemu.
 *
 * @module-tag rare
 */
import { testTools } from '../support/test-tools';
import { GOLDEN_ROWS, type GoldenRow } from './golden-run';
import { testOnSystem } from './on-other-system';

/** An emulated row takes half a minute of a processor: those whose weights the row `mixture` holds too are left out. */
const IN_MIXTURE: readonly GoldenRow[] = ['dae', 'als', 'item-knn'];

testOnSystem(
  'linux-arm64',
  testTools().linuxOnArm.reason,
  GOLDEN_ROWS.filter((row) => !IN_MIXTURE.includes(row)),
);
