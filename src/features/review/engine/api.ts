import type * as z from 'zod';
import { logged } from '../../../engine/kept/audit/logged';
import type { RunSession } from '../../../engine/sessions/run-session';
import type { Workspace } from '../../../engine/storage/workspace';
import type { Decision, decideSchema } from '../contract/checks';
import { api } from '../../calls';
import { ofRun } from '../../../engine/calls/handlers';
import { findRun } from '../../../engine/runs/store';
import { datasetOf } from '../../../engine/calls/dataset-of';

const { checks, review } = api;

/** The checks over all lists of a run. */
export const checksApi = {
  run: checks.run.handler(
    ofRun(async (session, request, context) =>
      (await import('./checks/check-report')).checkLists(context, session, request),
    ),
  ),
  settings: checks.settings.handler(async ({ input, context }) => {
    const { readCheckSettings } = await import('./check-settings');
    return readCheckSettings(context.workspace, (await datasetOf(context, input.data)).fingerprint);
  }),
  set: checks.set.handler(async ({ input: { data, ...given }, context }) => {
    const { setCheckSettings } = await import('./check-settings');
    return setCheckSettings(context.workspace, (await datasetOf(context, data)).fingerprint, given);
  }),
};

/** Decides, and notes each decision in the audit log. */
async function decideNoted(
  workspace: Workspace,
  session: RunSession,
  decisions: readonly Omit<z.infer<typeof decideSchema>, 'runId'>[],
): Promise<ReadonlyMap<string, Decision>> {
  const { decideAll } = await import('./decisions');
  const { record } = session;
  const { runId, dataset } = record;
  for (const { profile } of decisions) await session.profileRow(profile);
  const changes = new Map(decisions.map(({ profile, ...change }) => [profile, change]));
  return logged(workspace, dataset.fingerprint, (intend) =>
    decideAll(workspace, dataset.fingerprint, record, changes, (decided) =>
      intend(
        Array.from(decided, ([profile, { decision, owner }]) => ({
          what: 'decision' as const,
          runId: changes.get(profile)!.about ?? runId,
          profile,
          decision,
          owner,
        })),
      ),
    ),
  );
}

/** Decisions about lists, and approvals. */
export const reviewApi = {
  queue: review.queue.handler(
    ofRun(async (session, request, context) =>
      (await import('./checks/review-queue')).reviewQueue(context, session, request),
    ),
  ),
  causes: review.causes.handler(
    ofRun(async (session, request, context) => (await import('./checks/causes')).causesOf(context, session, request)),
  ),
  place: review.place.handler(
    ofRun(async (session, request, context) =>
      (await import('./checks/review-queue')).reviewPlace(context, session, request),
    ),
  ),
  decisions: review.decisions.handler(async ({ input, context: { workspace } }) => {
    const { readDecisions } = await import('./decisions');
    const { dataset } = (await findRun(workspace, input.runId)).record;
    return Array.from(await readDecisions(workspace, dataset.fingerprint), ([profile, decision]) => ({
      profile,
      decision,
    }));
  }),
  decide: review.decide.handler(
    ofRun(async (session, input, { workspace }) => {
      const { profile, runId: _, ...change } = input;
      return (await decideNoted(workspace, session, [{ profile, ...change }])).get(profile)!;
    }),
  ),
  decideAll: review.decideAll.handler(
    ofRun(async (session, { decisions }, { workspace }) =>
      Array.from(await decideNoted(workspace, session, decisions), ([profile, decision]) => ({ profile, decision })),
    ),
  ),
  approvals: review.approvals.handler(async ({ input, context }) =>
    (await import('./approving')).approvalsFor(context, input),
  ),
  approve: review.approve.handler(async ({ input, context }) => (await import('./approving')).approve(context, input)),
  withdraw: review.withdraw.handler(async ({ input, context }) =>
    (await import('./approving')).withdraw(context, input),
  ),
  saveKept: review.saveKept.handler(async ({ input: { data, out }, context }) => {
    const { saveExchange } = await import('./exchange');
    return saveExchange(context.workspace, (await datasetOf(context, data)).fingerprint, out);
  }),
  importKept: review.importKept.handler(async ({ input: { data, file, fileSha256: shown, theirs, save }, context }) => {
    const { importExchange, readExchange } = await import('./exchange');
    const sessions = await context.sessions();
    return sessions.withDataset(data, async ({ snapshot, profileRow }) => {
      const { fingerprint } = snapshot.dataset;
      const isKnown = (profile: string): boolean => profileRow.has(profile);
      const { exchange, fileSha256 } = await readExchange(file, fingerprint, shown);
      const choice = { isKnown, theirs, save };
      return { ...(await importExchange(context.workspace, fingerprint, exchange, choice)), fileSha256 };
    });
  }),
  audit: review.audit.handler(async ({ input, context }) => {
    return (await import('./audit-of-run')).auditOfRun(context.workspace, input.runId);
  }),
};
