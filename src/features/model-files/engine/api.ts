import { ofRun } from '../../../engine/calls/handlers';
import { refuseUnfollowing } from '../../../engine/training/train/check-brought';
import { api } from '../../calls';

export const modelFilesRunApi = {
  saveModel: api.runs.saveModel.handler(
    ofRun(async (session, { out }, context) => {
      await refuseUnfollowing(context, session);
      return (await import('./model-folder')).writeModelFolder(context.workspace, session, out);
    }),
  ),
};
