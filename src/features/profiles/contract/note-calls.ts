import { oc } from '@orpc/contract';
import * as z from 'zod';
import { noteHistorySchema, noteSchema } from '../../../shared/contract/kept';

export const notesProfileCalls = {
  note: oc.input(z.strictObject({ data: z.string(), profile: z.string() })).output(noteSchema),
  /** Refused as `busy` where `revision` is not that of the note that is there. An empty text takes it away. */
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
  /** What the note was before, the latest first. */
  noteHistory: oc.input(z.strictObject({ data: z.string(), profile: z.string() })).output(noteHistorySchema),
  /** Makes the note what it was at revision `to`, as a new revision. Refused as `busy` as `setNote` is. */
  restoreNote: oc
    .input(z.strictObject({ data: z.string(), profile: z.string(), revision: z.int(), to: z.int() }))
    .output(noteSchema),
};
