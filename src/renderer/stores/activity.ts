/**
 * Long calls started by this window: imports, verifications, leaderboards, bundles. They belong to no screen, so that
 * leaving one neither stops nor hides them; a result stays until the next of its kind. (Training is not here: its state
 * is the run's.)
 */
import { create } from 'zustand';
import type { AddAnswer } from '../../shared/contract/data-change';
import type { ImportAnswer } from '../../shared/contract/dataset';
import type { Progress } from '../../shared/contract/progress';
import { toShelfwiseError, type ShelfwiseError } from '../../shared/errors';
import { finalValue } from '../../shared/values/final-value';

export interface WorkResults {
  import: ImportAnswer;
  /** Keyed by the data set that is added to. */
  add: AddAnswer;
  // Each feature adds its own kinds (its window/work.ts).
}
export type WorkKind = keyof WorkResults;

export interface Work<Kind extends WorkKind = WorkKind> {
  kind: Kind;
  /** A folder, a run ID or a fingerprint. */
  subject: string;
  /** Its name for the user. */
  name: string;
  startedAt: number;
  progress: Progress | null;
  state:
    | { kind: 'running'; stopping: boolean }
    | { kind: 'done'; result: WorkResults[Kind] }
    | { kind: 'failed'; error: ShelfwiseError }
    | { kind: 'stopped' };
  stop: () => void;
}

type Key = string;
export const workKey = (kind: WorkKind, subject: string): Key => `${kind} ${subject}`;

export const useActivity = create<{ works: Record<Key, Work> }>()(() => ({ works: {} }));

const change = (key: Key, changes: (work: Work) => Partial<Work>): void =>
  useActivity.setState(({ works }) => {
    const work = works[key];
    return work === undefined ? { works } : { works: { ...works, [key]: { ...work, ...changes(work) } } };
  });

type Call<Result> = (options: { signal: AbortSignal }) => Promise<AsyncIterator<Progress, Result>>;

/** Whether this window is doing such work. */
export const isBusy = (kind: WorkKind, subject: string): boolean =>
  useActivity.getState().works[workKey(kind, subject)]?.state.kind === 'running';

/** Does one piece of work; calling it again meanwhile does nothing. Resolves to null if it was stopped or failed. */
export async function runWork<Kind extends WorkKind>(
  { kind, subject, name }: { kind: Kind; subject: string; name: string },
  call: Call<WorkResults[Kind]>,
): Promise<WorkResults[Kind] | null> {
  const key = workKey(kind, subject);
  if (isBusy(kind, subject)) return null;
  const controller = new AbortController();
  const stop = (): void => {
    change(key, () => ({ state: { kind: 'running', stopping: true } }));
    controller.abort();
  };
  const work: Work = {
    kind,
    subject,
    name,
    startedAt: Date.now(),
    progress: null,
    state: { kind: 'running', stopping: false },
    stop,
  };
  useActivity.setState(({ works }) => ({ works: { ...works, [key]: work } }));
  try {
    const iterator = await call({ signal: controller.signal });
    const result = await finalValue(iterator, (progress) => change(key, () => ({ progress })));
    change(key, () => ({ state: { kind: 'done', result } }));
    return result;
  } catch (thrown) {
    const error = toShelfwiseError(thrown);
    // Work was not stopped if the cluster missed the request or continues without this program.
    const stopped = error.code === 'stopped' || (controller.signal.aborted && error.code !== 'busy');
    change(key, () => ({ state: stopped ? { kind: 'stopped' } : { kind: 'failed', error } }));
    return null;
  }
}

/** For work that no screen shows: the caller reports failure. */
export function throwIfFailed(kind: WorkKind, subject: string): void {
  const state = useActivity.getState().works[workKey(kind, subject)]?.state;
  if (state?.kind === 'failed') throw state.error;
}

export function useWork<Kind extends WorkKind>(kind: Kind, subject: string | null): Work<Kind> | null {
  return useActivity(({ works }) =>
    subject === null ? null : ((works[workKey(kind, subject)] as Work<Kind> | undefined) ?? null),
  );
}

export const forgetWork = (kind: WorkKind, subject: string): void =>
  useActivity.setState(({ works }) => {
    const { [workKey(kind, subject)]: _, ...others } = works;
    return { works: others };
  });
