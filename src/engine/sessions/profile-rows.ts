/** Finds the profiles that match a filter, from the data set, a run, and what people keep. */
import type { ProfileFilter } from '../../shared/contract/profiles';
import { toShelfwiseError } from '../../shared/errors';
import type { ProfileState } from './profile-filter';
import type { DatasetSession } from './dataset-session';
import type { RunSession } from './run-session';
import type { Workspace } from '../storage/workspace';

/** What changes besides the data set itself. @param run whose metrics count; null without one */
export async function profileStateOf(
  workspace: Workspace,
  session: DatasetSession,
  run: RunSession | null,
): Promise<ProfileState> {
  const { figuresOf, stabilityOf } = await import('./profile-filter');
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
export async function rowsOfFilter(workspace: Workspace, run: RunSession, filter: ProfileFilter): Promise<Int32Array> {
  const { filteredRows } = await import('./profile-filter');
  return filteredRows(run.dataset, await profileStateOf(workspace, run.dataset, run), filter);
}

/** The profiles of each saved segment, by name; leaves out segments by an attribute that the data does not have. */
export async function rowsOfSegments(
  workspace: Workspace,
  run: RunSession,
): Promise<{ id: string; name: string; rows: Int32Array }[]> {
  const { listNamed, SEGMENTS } = await import('../kept/segments-and-tunings');
  const { filteredRows } = await import('./profile-filter');
  const segments = await listNamed(SEGMENTS, workspace, run.record.dataset.fingerprint);
  if (segments.length === 0) return [];
  const state = await profileStateOf(workspace, run.dataset, run);
  return segments.flatMap(({ id, name, filter }) => {
    try {
      return [{ id, name, rows: filteredRows(run.dataset, state, filter) }];
    } catch (thrown) {
      if (toShelfwiseError(thrown).code === 'usage') return [];
      throw thrown;
    }
  });
}
