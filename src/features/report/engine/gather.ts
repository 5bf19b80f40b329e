/** Collects the content of a report, as far as it exists: a bundle may have come without its data. */
import { hasLists, type Run } from '../../../shared/contract/run-life';
import { isMadeHere } from '../../../shared/values/certificate-origin';
import { ifThere, toShelfwiseError } from '../../../shared/errors';
import { changedLists } from '../../changes/engine/public';
import { activity } from '../../data-folder/engine/public';
import { fairnessOf } from '../../fairness/engine/public';
import { openSnapshot } from '../../../engine/data/snapshot';
import { earlierExports } from '../../../engine/runs/earlier-exports';
import { listRefreshes } from '../../refresh/engine/public';
import { refreshOfRun } from '../../../shared/values/refresh-of-run';
import { readMarks, withMarks } from '../../../engine/kept/marks';
import { findRun } from '../../../engine/runs/store';
import { shelfSteps } from '../../shelf-steps/engine/public';
import { runFigures, verdictOf } from '../../quality/engine/public';
import { headIfTold } from '../../../engine/kept/audit/head';
import { rulesThatCount } from '../../../engine/kept/rules-that-count';
import { readLabels } from '../../../engine/kept/labels';
import { readApprovals } from '../../../engine/runs/approvals';
import type { RunSession } from '../../../engine/sessions/run-session';
import type { Sessions } from '../../../engine/sessions/sessions';
import { runFolder, type Workspace } from '../../../engine/storage/workspace';
import { readCertificates } from '../../../engine/runs/certificates';
import { knownZone } from './wording';
import { deliveredNow } from './delivered-lists';
import { drawExamples } from './examples';
import type { ReportData } from './report-data';

export interface ReportSources {
  readonly workspace: Workspace;
  readonly sessions: Sessions;
}

interface Asked {
  /** Number of profiles to show. */
  readonly examples: number;
  readonly since?: string | null | undefined;
}

/** @throws ShelfwiseError as changedLists, for a run that `since` names */
export async function gatherReport(
  { workspace, sessions }: ReportSources,
  run: Run,
  { examples, since }: Asked,
): Promise<ReportData> {
  const folder = runFolder(workspace, run.runId);
  const { fingerprint } = run.dataset;
  const [snapshot, labels, exports, certificates, approvals] = await Promise.all([
    ifThere(() => openSnapshot(workspace, fingerprint)),
    readLabels(workspace, fingerprint),
    earlierExports(folder),
    readCertificates(folder),
    readApprovals(folder, run),
  ]);
  // Checks first whether its lists can be read: a run without data or lists still has a record to sign.
  const ofLists = async <Part>(of: (session: RunSession) => Promise<Part>): Promise<Part | null> =>
    snapshot === null || !hasLists(run) ? null : sessions.withRun(run.runId, of);
  return {
    run,
    madeAt: new Date().toISOString(),
    dataset: snapshot?.dataset ?? null,
    labels,
    activity:
      snapshot === null || snapshot.dataset.period === null
        ? null
        : await activity(snapshot, knownZone(labels.timeZone)),
    verdict: await ofLists((session) => verdictOf(workspace, session)),
    refreshed: await refreshedFrom(workspace, run.runId),
    figures: await ofLists(runFigures),
    shelf: await ofLists((session) => shelfSteps(workspace, session, { runId: run.runId })).catch(nullIfRefused),
    fairness: await ofLists((session) => fairnessOf(workspace, session, { runId: run.runId })).catch(nullIfRefused),
    examples:
      examples === 0
        ? null
        : await ofLists(async (session) =>
            drawExamples(session, examples, await rulesThatCount(workspace, fingerprint)),
          ),
    exported: exports[0] ?? null,
    verified: certificates.findLast(isMadeHere) ?? null,
    verifiedElsewhere: certificates.findLast(({ origin }) => origin !== undefined) ?? null,
    approvals,
    // A key that is damaged is told where something is approved or exported.
    head: await headIfTold(workspace, fingerprint).catch(() => null),
    delivered: await ofLists((session) => deliveredNow(workspace, session)),
    changes: await ofLists(() => changesSince({ workspace, sessions }, run, since)),
  };
}

/** The name of the run before stays in one place, where people can change it. Damaged records of refreshes are told where those are shown. */
async function refreshedFrom(workspace: Workspace, runId: string): Promise<ReportData['refreshed']> {
  const found = refreshOfRun(await listRefreshes(workspace).catch(() => []), runId);
  if (found === null) return null;
  const { compared } = found;
  const before = await ifThere(() => findRun(workspace, compared.with));
  return {
    compared,
    before: before === null ? compared.with : withMarks(before.record, await readMarks(workspace)).name,
  };
}

/** Of a run that is not named but the one before: null if it is gone, or its lists do not compare. */
async function changesSince(
  { workspace, sessions }: ReportSources,
  { runId, parent }: Run,
  since: string | null | undefined,
): Promise<ReportData['changes']> {
  const before = since === undefined ? parent : since;
  if (before === null) return null;
  const changed = changedLists(workspace, sessions, { before: { runId: before }, after: { runId } });
  return since === undefined ? changed.catch(nullIfRefused) : changed;
}

/** What is gone, does not compare, or cannot be said of so few has no part of its own. */
function nullIfRefused(thrown: unknown): null {
  if (['not-found', 'usage'].includes(toShelfwiseError(thrown).code)) return null;
  throw thrown;
}
