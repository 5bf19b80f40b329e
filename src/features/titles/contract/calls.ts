import { oc } from '@orpc/contract';
import * as z from 'zod';
import { completionSchema } from './completion';
import { pageRequest, titleFilterSchema, titleRowSchema, titleViewSchema } from '../../../shared/contract/profiles';

export const titlesCalls = {
  page: oc
    .input(
      z.strictObject({
        data: z.string(),
        runId: z.string().optional(),
        ...pageRequest,
        filter: titleFilterSchema.optional(),
      }),
    )
    .output(z.object({ all: z.int(), total: z.int(), rows: z.array(titleRowSchema) })),
  open: oc.input(z.strictObject({ runId: z.string(), item: z.string() })).output(titleViewSchema),
  /** How much of a title its viewers watch; null if the data does not tell. */
  completion: oc.input(z.strictObject({ data: z.string(), item: z.string() })).output(completionSchema.nullable()),
};
