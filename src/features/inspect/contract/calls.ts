/** Lists of single profiles, tuned ones, and how the models compare. */
import { oc } from '@orpc/contract';
import * as z from 'zod';
import { recommendationSchema } from '../../../shared/contract/recommendation';
import { TUNING_ROWS } from '../../../shared/contract/tuning-keys';
import { LIST_LENGTH, MOST_PLACES } from '../../../shared/limits';

export const recommendCalls = oc
  .input(
    z.strictObject({
      runId: z.string(),
      profile: z.string(),
      count: z.int().min(1).max(MOST_PLACES).default(LIST_LENGTH),
      /** As the recipe of the run says where absent. */
      watched: TUNING_ROWS.watched.schema,
    }),
  )
  .output(recommendationSchema);
