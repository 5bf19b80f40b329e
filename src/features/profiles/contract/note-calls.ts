import { oc } from '@orpc/contract';
import * as z from 'zod';
import { noteHistorySchema, noteSchema } from '../../../shared/contract/kept';

export const notesProfileCalls = {
  note: oc.input(z.strictObject({ data: z.string(), profile: z.string() })).output(noteSchema),
  /** Refused as `busy` if `revision` is not that of the current note. An empty text removes it. */
  setNote: oc
    .input(
      z.strictObject({
        data: z.string(),
        profile: z.string(),
        text: noteSchema.shape.text,
        revision: z.int().min(0),
      }),
    )
    .output(noteSchema),
  /** The earlier notes, latest first. */
  noteHistory: oc.input(z.strictObject({ data: z.string(), profile: z.string() })).output(noteHistorySchema),
  /** Restores the note at revision `to`, as a new revision. Refused as `busy` as `setNote` is. */
  restoreNote: oc
    .input(z.strictObject({ data: z.string(), profile: z.string(), revision: z.int(), to: z.int() }))
    .output(noteSchema),
};
