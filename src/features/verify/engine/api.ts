import { findRun } from '../../../engine/runs/store';
import { api } from '../../calls';

const runs = api.runs;

export const verifyRunApi = {
  verify: runs.verify.handler(async function* ({ input, context, signal }) {
    const { verifyRun } = await import('./verify');
    return yield* verifyRun({ ...context, runId: input.runId, signal });
  }),

  certificates: runs.certificates.handler(async ({ input, context }) => {
    const { readCertificates } = await import('../../../engine/runs/certificates');
    const { folder } = await findRun(context.workspace, input.runId);
    return (await readCertificates(folder)).toReversed();
  }),

  saveCertificate: runs.saveCertificate.handler(async ({ input, context }) => {
    const { saveCertificate } = await import('../../../engine/runs/certificates');
    const { folder } = await findRun(context.workspace, input.runId);
    return saveCertificate(context.workspace, folder, input.verifiedAt, input.out);
  }),
};
