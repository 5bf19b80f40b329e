/** The run that the open one is compared with (A): for its data set, as long as this window lives. */
import type { Origin } from '../../../renderer/components/origin';
import { createOfDataset } from '../../../renderer/stores/of-dataset';

interface SecondRun {
  runId: string | null;
  /** Where the profile must have been opened from; null for anywhere. */
  from: Origin['kind'] | null;
}

export const useSecondRun = createOfDataset<SecondRun>(() => ({ runId: null, from: null }), {
  name: 'shelfwise.second-run',
  version: 1,
});

/** @param from only for profiles that are opened from there; other lists stand alone again */
export const compareWith = (runId: string | null, from: SecondRun['from'] = null): void =>
  useSecondRun.setState({ runId, from });
