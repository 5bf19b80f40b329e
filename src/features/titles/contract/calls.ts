import { oc } from '@orpc/contract';
import * as z from 'zod';
import { audienceRequestSchema, audienceSchema, audienceWhySchema, reachRequestSchema, reachSchema } from './audience';
import { completionSchema } from './completion';
import { pageRequest } from '../../../shared/contract/profiles';
import { rulesChoiceSchema } from '../../../shared/contract/rules';
import { seriesPageSchema, seriesRequestSchema } from './series';
import { titleFilterSchema, titleRowSchema, titleViewSchema } from './title';

export const titlesCalls = {
  page: oc
    .input(
      z.strictObject({
        data: z.string(),
        runId: z.string().optional(),
        ...pageRequest,
        filter: titleFilterSchema.optional(),
        /** The lists that figures are counted in. */
        rules: rulesChoiceSchema.optional(),
      }),
    )
    .output(z.object({ all: z.int(), total: z.int(), rows: z.array(titleRowSchema) })),
  /** The same, two or more titles of a series as one row, unless it is open. */
  series: oc.input(seriesRequestSchema).output(seriesPageSchema),
  open: oc
    .input(z.strictObject({ runId: z.string(), item: z.string(), rules: rulesChoiceSchema.optional() }))
    .output(titleViewSchema),
  /** To whom titles are recommended, asked about as one. @throws `not-found` for an ID or a series that the data does not have */
  audience: oc.input(audienceRequestSchema).output(audienceSchema),
  /** All who get them, best places first, as many as a filter of profiles can name. */
  receivers: oc.input(audienceRequestSchema).output(z.array(z.string())),
  /** The parts of their scores that weigh most with those who get them. */
  audienceWhy: oc.input(audienceRequestSchema).output(audienceWhySchema),
  /** What it would take for more profiles to get them, and what that costs. @throws `usage` for more profiles than there are */
  reach: oc.input(reachRequestSchema).output(reachSchema),
  /** How much of a title its viewers watch; null if the data does not tell. */
  completion: oc.input(z.strictObject({ data: z.string(), item: z.string() })).output(completionSchema.nullable()),
};
