/** A short run of the fuzzer, the same each time; the long one is `npm run fuzz`. */
import { expect, test } from 'vitest';
import { tryOnce } from './fuzz/attempt';
import { TARGETS } from './fuzz/targets';
import { setStage, theStage } from './support/cases';
import { everyNth, triedRuns } from '../support/tried';

setStage();

const SEED = 1;
const ATTEMPTS = triedRuns(6);

test.each(everyNth(Object.keys(TARGETS), 2))(
  '%s: whatever is changed, it ends in a refusal or in right work',
  async (target) => {
    for (let at = 0; at < ATTEMPTS; at++)
      // It throws what must never happen, and returns the outcome as a word.
      await expect(tryOnce(theStage(), { target, seed: SEED, at })).resolves.toBeTypeOf('string');
  },
);
