/** Sweeps that this window has begun: one at a time for each data set, in the background. What is kept of a sweep is in the workspace. */
import { create } from 'zustand';
import type { Dataset } from '../../../shared/contract/dataset';
import type { Progress } from '../../../shared/contract/progress';
import type { RepeatedSeeds, SeedsRequest } from '../../../shared/contract/seeds';
import type { SweepProgress, SweepRequest } from '../../../shared/contract/sweep';
import type { EngineClient } from '../../../renderer/connection/connect';
import { runWork, useActivity, workKey } from '../../../renderer/stores/activity';
import { progressOfSweep, type TellSweep, workOn } from '../../../renderer/stores/jobs';
import { showSweep } from './sweep-form';

/** The cluster that does it; this computer where absent. */
export interface OnCluster {
  readonly on?: string;
}

/** What each was last told to have come to, by the fingerprint of its data set. */
const useTold = create<Readonly<Record<string, SweepProgress>>>()(() => ({}));

const isAtWork = (works: ReturnType<typeof useActivity.getState>['works'], data: string): boolean =>
  works[workKey('sweep', data)]?.state.kind === 'running';

/** Null where none is at work on the data set. */
export function useSweepAtWork(data: string): SweepProgress | null {
  const isRunning = useActivity(({ works }) => isAtWork(works, data));
  const told = useTold((all) => all[data]);
  return isRunning ? (told ?? null) : null;
}

const NONE: ReadonlySet<string> = new Set();

/** IDs of runs that are trials of a sweep of this window, which is at work. */
export function useTrialsAtWork(): ReadonlySet<string> {
  const works = useActivity((state) => state.works);
  const told = useTold();
  const ids = Object.entries(told).flatMap(([data, { trials }]) =>
    isAtWork(works, data) ? trials.map(({ runId }) => runId) : [],
  );
  return ids.length === 0 ? NONE : new Set(ids);
}

/**
 * Begins a sweep, or goes on with it. Whether it was stopped or failed is told by its work in the activity store.
 * @param refresh called when the sweep is kept, and when it has ended
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

/** Takes what a sweep tells. @param refresh called when it is kept */
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
