/** The grid of titles by series: a series stands for its titles until it is opened. */
import * as z from 'zod';
import { pageRequest } from '../../../shared/contract/profiles';
import { rulesChoiceSchema } from '../../../shared/contract/rules';
import { titleFigureShape } from './figures';
import { MOST_OPEN_SERIES } from './limits';
import { titleFilterSchema, titleNumbersSchema, titleRowSchema } from './title';

/** Index of a series in the data set. */
const seriesId = z.int().min(0);

export const seriesRequestSchema = z.strictObject({
  data: z.string(),
  runId: z.string().optional(),
  ...pageRequest,
  filter: titleFilterSchema.optional(),
  /** The lists that figures are counted in. */
  rules: rulesChoiceSchema.optional(),
  /** The series whose titles stand below them. */
  open: z.array(seriesId).max(MOST_OPEN_SERIES).default([]),
});

const rowSchema = z.discriminatedUnion('kind', [
  titleRowSchema.extend({
    kind: z.literal('title'),
    /** Whether it stands below its series. */
    isEpisode: z.boolean(),
  }),
  z.object({
    kind: z.literal('series'),
    series: seriesId,
    name: z.string(),
    /** The first of its titles, and that one's genre. */
    item: z.string(),
    group: z.string().nullable(),
    /** Number of its titles that match the filter, of all. */
    titles: z.int(),
    of: z.int(),
    /** The median of those that match, of each attribute: a film among episodes would shift a mean. */
    numbers: titleNumbersSchema,
    /** Of those that match, as one: a profile or a list counts once, by the best place. */
    ...titleFigureShape,
    isOpen: z.boolean(),
  }),
]);
export type SeriesGridRow = z.infer<typeof rowSchema>;

/** `all` titles of the data set, `found` those that match; `total` rows. */
export const seriesPageSchema = z.object({
  all: z.int(),
  found: z.int(),
  total: z.int(),
  rows: z.array(rowSchema),
});
export type SeriesPage = z.infer<typeof seriesPageSchema>;
