/** Figures for the window's charts: counted by the engine, and never longer than a chart has room for. */
import * as z from 'zod';

const share = z.number().min(0);

/** One group of titles, such as a genre. */
const groupSharesSchema = z.object({
  /** Null for titles without a group, and for the combined groups. */
  value: z.string().nullable(),
  /** Whether it combines all groups without a name. */
  isRest: z.boolean(),
  /** Mean over the profiles of the group's share of a profile's viewings, and of its list. */
  watched: share,
  recommended: share,
});
export type GroupShares = z.infer<typeof groupSharesSchema>;

/** Titles `from` to `to` by popularity, counted from 1, most watched first. */
const tailBinSchema = z.object({
  from: z.int(),
  to: z.int(),
  /** Share of all viewings, each title once per profile. */
  watched: share,
  /** Share of all places of lists. */
  recommended: share,
});
export type TailBin = z.infer<typeof tailBinSchema>;

/** How many lists have which value. */
const spreadSchema = z.object({
  mean: z.number(),
  /** Consecutive, without gaps; at most 30. */
  bins: z.array(z.object({ from: z.number(), to: z.number(), lists: z.int() })),
});
export type Spread = z.infer<typeof spreadSchema>;

export const runFiguresSchema = z.object({
  /** Held-out titles by their place in the lists that the run was measured with; null for a run that kept no such lists. */
  hits: z
    .object({
      /** Test profiles. */
      lists: z.int(),
      /** All their held-out titles. */
      targets: z.int(),
      /** Places 1 to 25. */
      ranks: z.array(z.object({ rank: z.int(), hits: z.int() })),
    })
    .nullable(),
  /** At most 20 parts with equally many titles. */
  tail: z.array(tailBinSchema),
  /** Null if no profile has a list. */
  diversity: z.object({
    /** Number of different groups in a list; null if no title has a group. */
    groups: spreadSchema.nullable(),
    /** Share of a list from the rarer half of the titles, in tenths. */
    rarer: spreadSchema.nullable(),
  }),
  /** Watched against recommended by group of titles; null if no title has a group. */
  shares: z
    .object({
      /** The attribute that groups titles. */
      attribute: z.string(),
      /** All profiles with viewings first, then up to four bands of age. */
      bands: z.array(
        z.object({
          /** Youngest and oldest, both inclusive; null for all. */
          from: z.number().nullable(),
          to: z.number().nullable(),
          profiles: z.int(),
          /** Most watched first; at most 14. */
          groups: z.array(groupSharesSchema),
        }),
      ),
    })
    .nullable(),
});
export type RunFigures = z.infer<typeof runFiguresSchema>;
