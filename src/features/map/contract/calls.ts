/** Maps of a run: its profiles or titles in two dimensions. */
import { eventIterator, oc } from '@orpc/contract';
import * as z from 'zod';
import { madeMapSchema, makeMapSchema } from '../../../shared/contract/make-map';
import {
  mapColourRequestSchema,
  mapColoursSchema,
  mapRequestSchema,
  runMapSchema,
  savedMapSchema,
  saveMapSchema,
} from './map';
import { progressSchema } from '../../../shared/contract/progress';

export const mapCalls = {
  /** The map that is kept with the run; until there is one, a quick one by principal components. @throws `not-found` for a run without a model */
  get: oc.input(mapRequestSchema).output(runMapSchema),
  /**
   * Makes the layout in a process of its own and keeps it with the run. Leaving the iterator stops nothing: whoever asks again meanwhile watches
   * the same work. Made again from the same parent, it has the same bytes.
   */
  make: oc.input(makeMapSchema).output(eventIterator(progressSchema, madeMapSchema)),
  /** Stops what `make` began in this program; those who watch it get `stopped`. */
  stop: oc.input(mapRequestSchema).output(z.object({ stopped: z.boolean() })),
  /** Writes the map that is kept to a file. @throws `not-found` where it is not made yet, `usage` for another ending of the file */
  save: oc.input(saveMapSchema).output(savedMapSchema),
  /** @throws `usage` for what points of such a map cannot be coloured by */
  colour: oc.input(mapColourRequestSchema).output(mapColoursSchema),
};
