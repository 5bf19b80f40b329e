/**
 * The work of features that this computer or a cluster does, one line each; loaded when it is begun. Window, command line and jobs all begin it
 * by `doWork`.
 */
import type { TrainingHost } from '../engine/training/train/start-run';
import type { WorkOptions } from '../engine/training/units/work-many';

const WORK = {
  leaderboard: async () => (await import('./leaderboard/engine/make-leaderboard')).makeLeaderboard,
  lists: async () => (await import('./export/engine/lists-in-parts')).listsInParts,
  seeds: async () => (await import('./sweep/engine/seeds')).repeatSeeds,
  sweep: async () => (await import('./sweep/engine/sweep')).runSweep,
  unit: async () => (await import('../engine/training/units/one-unit')).oneUnit,
};

type Kind = keyof typeof WORK;
type Work<K extends Kind> = Awaited<ReturnType<(typeof WORK)[K]>>;
type Request<K extends Kind> = Parameters<Work<K>>[1];
type Result<K extends Kind> = Awaited<ReturnType<Work<K>>>;
type Told<K extends Kind> = Parameters<Parameters<Work<K>>[2]['onProgress']>[0];

interface Asked<K extends Kind> {
  readonly kind: K;
  readonly request: Request<K>;
  /** The name of a cluster; this computer where absent. */
  readonly on?: string | undefined;
}

interface Options<K extends Kind> extends Omit<WorkOptions<Told<K>>, 'workers'> {
  /** Whether an earlier program asked a cluster for it. */
  readonly isTakenUp?: boolean;
}

/** @throws ShelfwiseError as the work does; of a cluster, as findCluster and workersOn (features/cluster) do too */
export async function doWork<K extends Kind>(
  host: TrainingHost,
  { on, kind, request }: Asked<K>,
  { onProgress, signal, ...how }: Options<K>,
): Promise<Result<K>> {
  const work = (await WORK[kind]()) as unknown as (
    ...given: [TrainingHost, Request<K>, WorkOptions<Told<K>>]
  ) => Promise<Result<K>>;
  const workers = on === undefined ? undefined : await clusterNamed(on, how);
  return work(host, request, { onProgress, signal, workers });
}

async function clusterNamed(name: string, how: { isTakenUp?: boolean }): Promise<WorkOptions['workers']> {
  const { findCluster } = await import('./cluster/engine/address-book');
  const { workersOn } = await import('./cluster/engine/work-on-cluster');
  return workersOn(await findCluster(name), how);
}
