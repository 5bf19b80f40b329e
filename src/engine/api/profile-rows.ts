/** Which profiles a filter leaves: what it asks for lies in the data set, in a run, and in what people keep. */
import type { ProfileFilter } from '../../shared/contract';
import type { ProfileState } from '../profiles/page';
import type { DatasetSession } from '../sessions/dataset-session';
import type { RunSession } from '../sessions/run-session';
import type { EngineContext } from './context';

/** What changes beside the data set itself. @param run whose figures count; null without one */
export async function profileStateOf(
  { workspace }: EngineContext,
  session: DatasetSession,
  run: RunSession | null,
): Promise<ProfileState> {
  const { figuresOf, stabilityOf } = await import('../profiles/page');
  const { notedProfiles } = await import('../kept/notes');
  const { reviewedProfiles } = await import('../kept/reviews');
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
  const { filteredRows } = await import('../profiles/page');
  return filteredRows(run.dataset, await profileStateOf(context, run.dataset, run), filter);
}
