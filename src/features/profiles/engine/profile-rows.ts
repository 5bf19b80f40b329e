/** Finds the profiles that match a filter, from the data set, a run, and what people keep. */
import type { ProfileFilter } from '../../../shared/contract/profiles';
import type { ProfileState } from './page';
import type { DatasetSession } from '../../../engine/sessions/dataset-session';
import type { RunSession } from '../../../engine/sessions/run-session';
import type { EngineContext } from '../../calls';

/** What changes besides the data set itself. @param run whose metrics count; null without one */
export async function profileStateOf(
  { workspace }: EngineContext,
  session: DatasetSession,
  run: RunSession | null,
): Promise<ProfileState> {
  const { figuresOf, stabilityOf } = await import('./page');
  const { notedProfiles } = await import('../../../engine/kept/notes');
  const { reviewedProfiles } = await import('../../../engine/kept/reviews');
  const { fingerprint } = session.snapshot.dataset;
  const [test, measured] = run === null ? [null, null] : await Promise.all([run.testProfiles(), run.stability()]);
  const reviewed = await reviewedProfiles(workspace, fingerprint);
  const noted = await notedProfiles(workspace, fingerprint);
  const count = session.profiles.ids.length;
  return { reviewed, noted, ...figuresOf(test, count), stability: stabilityOf(measured, count) };
}

/** Rows of a run, ascending. @throws ShelfwiseError `usage` for an attribute that the data does not have */
export async function rowsOfFilter(
  context: EngineContext,
  run: RunSession,
  filter: ProfileFilter,
): Promise<Int32Array> {
  const { filteredRows } = await import('./page');
  return filteredRows(run.dataset, await profileStateOf(context, run.dataset, run), filter);
}
