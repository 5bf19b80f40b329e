/** Pieces of work that can be asked for again and again. */
import { eventIterator, oc } from '@orpc/contract';
import * as z from 'zod';
import { progressSchema } from '../progress';
import { unitAnswerSchema, unitSchema } from '../unit';

export const unitsCalls = {
  /** Begins a unit, goes on with it, or finds that it is done. Leaving the iterator stops it; it then goes on where it was. */
  work: oc.input(z.strictObject({ unit: unitSchema })).output(eventIterator(progressSchema, unitAnswerSchema)),
};
