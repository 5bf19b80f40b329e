/** How to show a data set. A change needs the revision that was read, and is refused as `busy` if there is a later one. */
import { oc } from '@orpc/contract';
import * as z from 'zod';
import {
  changedLabelsSchema,
  labelFileSchema,
  labelHistorySchema,
  labelsSchema,
  posterFolderSchema,
  posterSchema,
} from '../../../shared/contract/labels';

const data = z.string();

export const labelsCalls = {
  get: oc.input(z.strictObject({ data })).output(labelsSchema),
  /** Replaces the given parts, and keeps the others. */
  set: oc.input(changedLabelsSchema.extend({ data, revision: z.int().min(0) })).output(labelsSchema),
  history: oc.input(z.strictObject({ data })).output(labelHistorySchema),
  /** Restores the labels at revision `to`, as a new revision. */
  restore: oc.input(z.strictObject({ data, revision: z.int(), to: z.int() })).output(labelsSchema),
  /** Reads a file of labels (attribute, code, label) against the attributes of the data set; saves nothing. `file` is absolute. */
  readFile: oc.input(z.strictObject({ data, file: z.string().min(1) })).output(labelFileSchema),
  /** The picture of a title, from the folder that the labels name; null if there is none that can be shown. */
  poster: oc.input(z.strictObject({ data, item: z.string() })).output(posterSchema.nullable()),
  /** Finds which titles have a picture in a folder, absolute; saves nothing. */
  posterFolder: oc.input(z.strictObject({ data, folder: z.string().min(1) })).output(posterFolderSchema),
};
