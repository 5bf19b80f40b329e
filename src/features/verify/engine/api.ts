import { findAnyRun } from '../../../engine/runs/store';
import type { Verification } from '../../../shared/contract/run';
import { originOf } from '../../../shared/values/certificate-origin';
import { api } from '../../calls';

const runs = api.runs;

export const verifyRunApi = {
  verify: runs.verify.handler(async function* ({ input, context, signal }) {
    const { verifyRun } = await import('./verify');
    return yield* verifyRun({ ...context, runId: input.runId, signal });
  }),

  certificates: runs.certificates.handler(async ({ input, context }) => {
    const { readCertificates } = await import('../../../engine/runs/certificates');
    const { folder } = await findAnyRun(context.workspace, input.runId);
    const certificates = (await readCertificates(folder)).toReversed();
    const isDated = (certificate: Verification): boolean => originOf(certificate) !== 'unknown';
    // A date that is yet to come says nothing of when: it is told last.
    return [...certificates.filter(isDated), ...certificates.filter((one) => !isDated(one))];
  }),

  saveCertificate: runs.saveCertificate.handler(async ({ input, context }) => {
    const { saveCertificate } = await import('../../../engine/runs/certificates');
    const { folder } = await findAnyRun(context.workspace, input.runId);
    return saveCertificate(context.workspace, folder, input.verifiedAt, input.out);
  }),
};
