/** Which cluster does what is started next, and runs that are on one. The choice is that of this window: after a reload it is this computer. */
import { create } from 'zustand';
import type { Progress, StartRun, UnitAnswer } from '../../shared/contract';
import { ShelfwiseError } from '../../shared/errors';
import type { EngineClient } from '../connection/connect';
import { runWork } from './activity';

/** Null for this computer. */
export const useChosenCluster = create<{ on: string | null }>()(() => ({ on: null }));

export const chooseCluster = (on: string | null): void => useChosenCluster.setState({ on });

/** Trains a run there and brings it home. Whether that failed or was stopped is told by its work in the activity store. */
export function trainOn(client: EngineClient, on: string, run: StartRun): Promise<UnitAnswer | null> {
  // A run has the same ID wherever it is made, and knows no parent.
  const { parent: _, ...unit } = run;
  return runWork({ kind: 'cluster', subject: run.data, name: run.name ?? run.recipe.model }, async (options) =>
    orThrown(await client.units.work({ unit: { kind: 'train', ...unit }, on }, options)),
  );
}

/** An answer that says why there is no run is a failure here. */
async function* orThrown(iterator: AsyncIterator<Progress, UnitAnswer>): AsyncGenerator<Progress, UnitAnswer> {
  for (;;) {
    const { done, value } = await iterator.next();
    if (done === true) {
      const { problem } = value;
      if (problem !== null) throw new ShelfwiseError(problem.code, problem.said ?? problem.message);
      return value;
    }
    yield value;
  }
}
