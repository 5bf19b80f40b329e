/** Maps of a run: its profiles or titles in two dimensions. */
import { eventIterator, oc } from '@orpc/contract';
import * as z from 'zod';
import { madeMapSchema, makeMapSchema } from './make-map';
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
  /** The map stored with the run; until there is one, a quick one by principal components. @throws `not-found` for a run without a model */
  get: oc.input(mapRequestSchema).output(runMapSchema),
  /**
   * Makes the layout in a separate process and stores it with the run. Leaving the iterator stops nothing: a later call joins the same work. Made
   * again from the same parent, it has the same bytes.
   */
  make: oc.input(makeMapSchema).output(eventIterator(progressSchema, madeMapSchema)),
  /** Stops what `make` started in this program; its watchers get `stopped`. */
  stop: oc.input(mapRequestSchema).output(z.object({ stopped: z.boolean() })),
  /** Writes the stored map to a file. @throws `not-found` if it is not made yet, `usage` for another ending of the file */
  save: oc.input(saveMapSchema).output(savedMapSchema),
  /** @throws `usage` if points of such a map cannot be coloured by this */
  colour: oc.input(mapColourRequestSchema).output(mapColoursSchema),
};
