import { oc } from '@orpc/contract';
import * as z from 'zod';
import { reportInputSchema, reportSchema } from './report';

export const reportRunCalls = {
  /** The run as one page to print and sign. @throws `usage` while it is being trained */
  report: oc.input(reportInputSchema).output(reportSchema),
  /** The same as a self-contained HTML file in UTF-8. @throws as `export` does where it writes no file of the run */
  saveReport: oc
    .input(reportInputSchema.extend({ out: z.string() }))
    .output(z.object({ path: z.string(), sha256: z.string(), profiles: z.array(z.string()) })),
};
