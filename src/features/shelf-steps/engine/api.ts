import { ofRun } from '../../../engine/calls/handlers';
import { api } from '../../calls';

export const shelfApi = {
  steps: api.shelf.steps.handler(
    ofRun(async (session, asked, { workspace }) =>
      (await import('./shelf-steps')).shelfSteps(workspace, session, asked),
    ),
  ),
  empty: api.shelf.empty.handler(
    ofRun(async (session, asked, { workspace }) =>
      (await import('./empty-shelves')).emptyShelves(workspace, session, asked),
    ),
  ),
};
