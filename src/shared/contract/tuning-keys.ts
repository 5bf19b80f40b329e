/**
 * What can be tuned on an open profile without training, one row each. The schema, the neutral tuning, comparison of
 * tunings, what a run can apply, and Reset all follow from this table.
 */
import * as z from 'zod';
import type { Text } from '../words/templates';
import { MOST_DIRECTIONS, MOST_NEIGHBOURS } from '../limits';

interface Row<Value> {
  /**
   * The request in a canonical form, equal for equal requests; null for none.
   * @param others other keys that the value depends on
   */
  asks(value: Value, others: { readonly mask: number }): unknown;
  /** What a run's model needs to apply it; absent if any model can. */
  readonly needs?: 'condition' | 'latent';
  /** It refers to one profile and is dropped for the next. */
  readonly ofOneProfile?: true;
  /** It refers to one run and means something else on another. */
  readonly ofOneRun?: true;
  /** Meaning of its value, for authors of tuning files. */
  readonly help: string;
  /** Its name within a sentence of the window. */
  readonly words: Text;
}

/** @param schema has the neutral value as default, or may be absent */
const key = <Schema extends z.ZodType>(schema: Schema, row: Row<z.output<Schema>>) => ({
  schema: schema.describe(row.help),
  ...row,
});

const titles = z.array(z.string()).max(1000).default([]);
const orNull = <Value>(values: readonly Value[]): readonly Value[] | null => (values.length === 0 ? null : values);

export const TUNING_ROWS = {
  hidden: key(z.number().min(0).max(1).default(0), {
    asks: (share, { mask }) => (share === 0 ? null : [share, mask]),
    help: 'share of the history that is hidden, 0 to 1',
    words: { en: 'the hidden share', ko: '숨김 비율' },
  }),
  mask: key(z.int().min(0).max(0xffffffff).default(0), {
    asks: () => null,
    help: 'which of the seeded masks hides it; changes nothing by itself',
    words: { en: 'which titles are hidden', ko: '숨길 작품' },
  }),
  condition: key(z.number().min(0).max(2).default(1), {
    asks: (strength) => (strength === 1 ? null : strength),
    needs: 'condition',
    help: 'strength of the attributes: 0 without them, 1 as trained, 2 twice',
    words: { en: 'the strength of the attributes', ko: '속성 반영 강도' },
  }),
  attributes: key(z.record(z.string(), z.string().nullable()).default({}), {
    asks: (values) => orNull(Object.entries(values).sort(([one], [other]) => (one < other ? -1 : 1))),
    needs: 'condition',
    ofOneProfile: true,
    help: 'other values for attributes, by name; null for missing, a set with its values separated by ", "',
    words: { en: 'changed attributes', ko: '바꾼 속성' },
  }),
  removed: key(titles, {
    asks: orNull,
    ofOneProfile: true,
    help: 'titles taken out of the history, by ID',
    words: { en: 'titles taken out', ko: '제외한 작품' },
  }),
  added: key(titles, {
    asks: orNull,
    ofOneProfile: true,
    help: 'titles put into the history, by ID',
    words: { en: 'titles added', ko: '추가한 작품' },
  }),
  neighbours: key(
    z
      .strictObject({ count: z.int().min(1).max(MOST_NEIGHBOURS), share: z.number().min(0).max(1) })
      .default({ count: 20, share: 0 }),
    {
      asks: ({ count, share }) => (share === 0 ? null : [count, share]),
      needs: 'latent',
      help: 'mixes the latent code with the mean of the nearest profiles: how many, and how much (0 to 1)',
      words: { en: 'the nearest children', ko: '비슷한 아이' },
    },
  ),
  directions: key(
    z
      .array(z.strictObject({ direction: z.int().min(0), amount: z.number().min(-5).max(5) }))
      .max(MOST_DIRECTIONS)
      .default([]),
    {
      asks: (pushes) =>
        orNull(pushes.filter(({ amount }) => amount !== 0).map(({ direction, amount }) => [direction, amount])),
      needs: 'latent',
      ofOneRun: true,
      help: 'pushes along single latent directions, in deviations of that direction over the profiles',
      words: { en: 'directions of taste', ko: '취향 방향' },
    },
  ),
  watched: key(z.enum(['exclude', 'include']).optional(), {
    asks: (watched) => watched ?? null,
    help: 'whether titles already watched may be in the list; as the recipe says where absent',
    words: { en: 'titles already watched', ko: '이미 시청한 작품' },
  }),
};

export type TuningKey = keyof typeof TUNING_ROWS;
export const TUNING_KEYS = Object.keys(TUNING_ROWS) as TuningKey[];
