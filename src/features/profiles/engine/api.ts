import { api, type EngineContext } from '../../calls';
import type { DatasetSession } from '../../../engine/sessions/dataset-session';
import type { ProfileState } from '../../../engine/sessions/profile-filter';
import { profileStateOf } from '../../../engine/sessions/profile-rows';
import { ofData, ofRun } from '../../../engine/calls/handlers';
import { refuseOtherData } from '../../../engine/calls/same-data';
import { refuseUnknown } from '../../../engine/sessions/refuse-unknown';

const profiles = api.profiles;

/** With what people keep of the profiles, and their figures in the run where one is asked about. */
async function withState<Answer>(
  { workspace, sessions }: Pick<EngineContext, 'workspace' | 'sessions'>,
  { data, runId }: { readonly data: string; readonly runId?: string | undefined },
  answer: (session: DatasetSession, state: ProfileState) => Promise<Answer>,
): Promise<Answer> {
  const open = await sessions();
  return open.withDataset(data, async (session) => {
    const state =
      runId === undefined
        ? await profileStateOf(workspace, session, null)
        : await open.withRun(runId, (run) => {
            refuseOtherData(run, session.snapshot.dataset.fingerprint);
            return profileStateOf(workspace, session, run);
          });
    return answer(session, state);
  });
}

export const profilesApi = {
  page: profiles.page.handler(async ({ input, context }) => {
    const { profilePage } = await import('./profile-grid');
    return withState(context, input, async (session, state) => profilePage(session, state, input));
  }),

  facets: profiles.facets.handler(async ({ input, context }) => {
    const { facetsOf, facetsWithin } = await import('./profile-grid');
    return withState(context, input, async (session, state) => {
      const whole = session.keep('facets', () => facetsOf(session));
      return input.filter === undefined ? whole : facetsWithin(session, state, input.filter, whole);
    });
  }),

  open: profiles.open.handler(
    ofData(async (session, { profile }) => {
      const { displayAttributes } = await import('../../../engine/data/display/attributes');
      refuseUnknown(session, profile);
      const row = session.profileRow.get(profile)!;
      return {
        profile,
        attributes: displayAttributes(session.profiles.attributes, row),
        history: session.history(row),
      };
    }),
  ),

  neighbours: profiles.neighbours.handler(
    ofRun(async (session, { profile, count }) => (await import('./neighbours')).neighboursOf(session, profile, count)),
  ),

  review: profiles.review.handler(
    ofData(async (session, { profile, reviewed }, { workspace }) => {
      const { setReviewed } = await import('../../../engine/kept/reviews');
      refuseUnknown(session, profile);
      await setReviewed(workspace, session.snapshot.dataset.fingerprint, profile, reviewed);
      return { reviewed };
    }),
  ),
};
