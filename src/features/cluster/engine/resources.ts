/** Cores and memory of a unit, from which Ray decides what runs where. */
import type { Dataset } from '../../../shared/contract/dataset';
import type { Unit } from '../../work-schemas';
import { ShelfwiseError } from '../../../shared/errors';
import { say } from '../../../shared/words/sentence';
import type { Recipe } from '../../../shared/recipe/table';
import { memoryOf } from '../../../engine/training/train/run-memory';
import { CORES } from '../../../engine/training/train/trainers-beside';
import type { RayNode } from './jobs-api';

/** More cores help one trainer little. */
const MOST_CORES = 8;
/** Factor by which an estimate of memory may be off. */
const MARGIN = 1.25;

export interface Resources {
  readonly cores: number;
  /** In bytes. */
  readonly memory: number;
}

/**
 * The same for all units of a plan: the cores that nodes have per unit, and the memory of the largest unit.
 * @throws ShelfwiseError `too-large` if no node has the memory, `not-found` if none has a core
 */
export function resourcesFor(
  units: readonly Unit[],
  { dataset, recipes, nodes }: { dataset: Dataset; recipes: readonly Recipe[]; nodes: readonly RayNode[] },
): Resources {
  const cores = nodes.map(({ resources_total }) => Math.floor(resources_total.CPU));
  const largest = Math.max(0, ...cores);
  if (largest === 0) throw new ShelfwiseError('not-found', say('cluster.no-cores'));
  const memory = Math.ceil(MARGIN * Math.max(...recipes.map((recipe) => memoryOf(dataset, recipe))));
  const most = Math.max(...nodes.map(({ resources_total }) => resources_total.memory));
  if (memory > most)
    throw new ShelfwiseError(
      'too-large',
      say('cluster.no-memory', { needed: megabytes(memory), most: megabytes(most) }),
    );
  const share = Math.floor(cores.reduce((sum, own) => sum + own, 0) / units.length);
  const wanted = Math.max(share, largest < 2 * CORES ? 1 : CORES);
  return { cores: Math.min(largest, MOST_CORES, wanted), memory };
}

const megabytes = (bytes: number): number => Math.ceil(bytes / 1e6);
