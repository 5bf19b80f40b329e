import { api } from '../../calls';
import { profileStateOf } from '../../../engine/sessions/profile-rows';
import { ofData, ofRun } from '../../../engine/calls/handlers';
import { refuseOtherData } from '../../../engine/calls/same-data';
import { refuseUnknown } from '../../../engine/sessions/refuse-unknown';

const profiles = api.profiles;

export const profilesApi = {
  page: profiles.page.handler(async ({ input, context }) => {
    const { profilePage } = await import('./profile-grid');
    const sessions = await context.sessions();
    return sessions.withDataset(input.data, async (session) => {
      const state =
        input.runId === undefined
          ? await profileStateOf(context.workspace, session, null)
          : await sessions.withRun(input.runId, (run) => {
              refuseOtherData(run, session.snapshot.dataset.fingerprint);
              return profileStateOf(context.workspace, session, run);
            });
      return profilePage(session, state, input);
    });
  }),

  facets: profiles.facets.handler(
    ofData(async (session) => {
      const { facetsOf } = await import('./profile-grid');
      return session.keep('facets', () => facetsOf(session));
    }),
  ),

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
