/** Units of work that can be requested repeatedly. */
import { eventIterator, oc } from '@orpc/contract';
import * as z from 'zod';
import { progressSchema } from '../../../shared/contract/progress';
import { onSchema, unitAnswerSchema } from '../../../shared/contract/unit';
import { unitSchema } from '../../work-schemas';

export const unitsCalls = {
  /** Starts a unit, continues it, or finds it done. Leaving the iterator stops it; the same unit later continues. */
  work: oc
    .input(z.strictObject({ unit: unitSchema, on: onSchema }))
    .output(eventIterator(progressSchema, unitAnswerSchema)),
};
