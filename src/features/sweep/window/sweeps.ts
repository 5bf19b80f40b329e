/** Sweeps started by this window: one at a time per data set, in the background. The workspace stores their results. */
import { create } from 'zustand';
import type { Dataset } from '../../../shared/contract/dataset';
import type { Progress } from '../../../shared/contract/progress';
import type { RepeatedSeeds, SeedsRequest } from '../contract/seeds';
import type { SweepProgress, SweepRequest } from '../contract/sweep';
import type { EngineClient } from '../../../renderer/connection/connect';
import { runWork, useActivity, workKey } from '../../../renderer/stores/activity';
import { progressOfSweep, type TellSweep, workOn } from '../../../renderer/stores/jobs';
import { showSweep } from './sweep-form';

/** The cluster that does the work; absent for this computer. */
export interface OnCluster {
  readonly on?: string;
}

/** The last reported progress per data set, by fingerprint. */
const useTold = create<Readonly<Record<string, SweepProgress>>>()(() => ({}));

const isAtWork = (works: ReturnType<typeof useActivity.getState>['works'], data: string): boolean =>
  works[workKey('sweep', data)]?.state.kind === 'running';

/** Null without a sweep at work on the data set. */
export function useSweepAtWork(data: string): SweepProgress | null {
  const isRunning = useActivity(({ works }) => isAtWork(works, data));
  const told = useTold((all) => all[data]);
  return isRunning ? (told ?? null) : null;
}

const NONE: ReadonlySet<string> = new Set();

/** IDs of runs that are trials of this window's current sweep. */
export function useTrialsAtWork(): ReadonlySet<string> {
  const works = useActivity((state) => state.works);
  const told = useTold();
  const ids = Object.entries(told).flatMap(([data, { trials }]) =>
    isAtWork(works, data) ? trials.map(({ runId }) => runId) : [],
  );
  return ids.length === 0 ? NONE : new Set(ids);
}

/**
 * Starts or continues a sweep. Its entry in the activity store shows if it was stopped or failed.
 * @param refresh called when the sweep is stored, and when it ends
 */
export async function startSweep(
  client: EngineClient,
  dataset: Dataset,
  request: SweepRequest & OnCluster,
  refresh: () => void,
): Promise<void> {
  const data = dataset.fingerprint;
  const { [data]: _, ...others } = useTold.getState();
  useTold.setState(others, true);
  const place = { kind: 'sweep', subject: data, name: dataset.name } as const;
  const tell = tellSweep(refresh);
  const { on, ...asked } = request;
  if (on !== undefined) await workOn(client, on, place, { kind: 'sweep', request: asked }, tell);
  else
    await runWork(place, async (options) =>
      asProgress(await client.units.sweep(asked, options), (progress) => tell(data, progress)),
    );
  refresh();
}

/** Receives a sweep's progress. @param refresh called when the sweep is stored */
export const tellSweep =
  (refresh: () => void): TellSweep =>
  (data, progress) => {
    const isNew = useTold.getState()[data]?.sweepId !== progress.sweepId;
    useTold.setState({ [data]: progress });
    if (!isNew) return;
    showSweep(data, progress.sweepId);
    refresh();
  };

/** Trains one recipe with several seeds. */
export function startSeeds(
  client: EngineClient,
  dataset: Dataset,
  request: SeedsRequest & OnCluster,
): Promise<RepeatedSeeds | null> {
  const place = { kind: 'seeds', subject: dataset.fingerprint, name: dataset.name } as const;
  const { on, ...asked } = request;
  if (on !== undefined) return workOn(client, on, place, { kind: 'seeds', request: asked });
  return runWork(place, (options) => client.units.seeds(asked, options));
}

async function* asProgress<Result>(
  iterator: AsyncIterator<SweepProgress, Result>,
  tell: (progress: SweepProgress) => void,
): AsyncGenerator<Progress, Result> {
  for (;;) {
    const { done, value } = await iterator.next();
    if (done === true) return value;
    tell(value);
    yield progressOfSweep(value);
  }
}
