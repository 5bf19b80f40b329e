/** Rows of the grid of titles, and one title. */
import * as z from 'zod';
import { titleConditionSchema } from '../../../shared/contract/rules';
import { titleFigureShape } from './figures';

/** By attribute of numbers; one that is missing is left out. */
export const titleNumbersSchema = z.record(z.string(), z.number());

export const titleRowSchema = z.object({
  item: z.string(),
  title: z.string().nullable(),
  group: z.string().nullable(),
  numbers: titleNumbersSchema,
  ...titleFigureShape,
});
export type TitleRow = z.infer<typeof titleRowSchema>;

export const titleFilterSchema = z.strictObject({
  text: z.string().max(200).optional(),
  recommended: z.boolean().optional(),
  /** Whether any profile watched it. */
  watched: z.boolean().optional(),
  /** As in a condition of a rule. */
  numbers: titleConditionSchema.shape.numbers,
});
export type TitleFilter = z.infer<typeof titleFilterSchema>;

export const titleViewSchema = z.object({
  item: z.string(),
  title: z.string().nullable(),
  attributes: z.array(z.object({ name: z.string(), value: z.string().nullable() })),
  ...titleFigureShape,
  similar: z.array(z.object({ item: z.string(), title: z.string().nullable(), similarity: z.number() })),
  /** Profiles that get it, best ranks first, at most 50. */
  receivers: z.array(z.object({ profile: z.string(), rank: z.int() })),
});
export type TitleView = z.infer<typeof titleViewSchema>;
