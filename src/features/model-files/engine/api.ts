import { ofRun } from '../../../engine/calls/handlers';
import { api } from '../../calls';

export const modelFilesRunApi = {
  saveModel: api.runs.saveModel.handler(
    ofRun(async (session, { out }, { workspace }) =>
      (await import('./model-folder')).writeModelFolder(workspace, session, out),
    ),
  ),
};
