import * as z from 'zod';
import { earlierExportSchema } from '../../../shared/contract/run-life';

/** An export, and the run whose lists it has. */
export const lastExportSchema = z.object({ runId: z.string(), record: earlierExportSchema });
export type LastExport = z.infer<typeof lastExportSchema>;
