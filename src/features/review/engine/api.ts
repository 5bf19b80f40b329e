import { logged } from '../../../engine/kept/audit/logged';
import { api } from '../../calls';
import { ofRun } from '../../../engine/calls/handlers';
import { datasetOf } from '../../../engine/calls/dataset-of';

const { checks, review } = api;

/** The checks over all lists of a run. */
export const checksApi = {
  run: checks.run.handler(
    ofRun(async (session, request, { workspace }) =>
      (await import('./checks/check-lists')).checkLists(workspace, session, request),
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

/** Decisions about lists, and approvals. */
export const reviewApi = {
  queue: review.queue.handler(
    ofRun(async (session, request, { workspace }) =>
      (await import('./checks/review-queue')).reviewQueue(workspace, session, request),
    ),
  ),
  decide: review.decide.handler(
    ofRun(async (session, input, { workspace }) => {
      const { profile, runId: _, ...change } = input;
      const { decide } = await import('./decisions');
      await session.profileRow(profile);
      const { runId, dataset } = session.record;
      return logged(workspace, dataset.fingerprint, (intend) =>
        decide(workspace, dataset.fingerprint, profile, session.record, change, ({ decision, owner }) =>
          intend([{ what: 'decision', runId: change.about ?? runId, profile, decision, owner }]),
        ),
      );
    }),
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
