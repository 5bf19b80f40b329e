/** Figures that the window shows as pictures: counted by the engine, never longer than a picture has room for. */
import * as z from 'zod';

const share = z.number().min(0);

/** One group of titles, such as a genre. */
const groupSharesSchema = z.object({
  /** Null for titles without a group, and for the groups that are put together. */
  value: z.string().nullable(),
  /** All groups that are not named. */
  isRest: z.boolean(),
  /** Mean over the profiles of its share of what a profile watched, and of a list. */
  watched: share,
  recommended: share,
});
export type GroupShares = z.infer<typeof groupSharesSchema>;

/** Titles `from` to `to` by popularity, counted from 1, the most watched first. */
const tailBinSchema = z.object({
  from: z.int(),
  to: z.int(),
  /** Share of all that was watched, each title once a profile. */
  watched: share,
  /** Share of all places of lists. */
  recommended: share,
});
export type TailBin = z.infer<typeof tailBinSchema>;

/** How many lists have which value. */
const spreadSchema = z.object({
  mean: z.number(),
  /** One after another, none left out; at most 30. */
  bins: z.array(z.object({ from: z.number(), to: z.number(), lists: z.int() })),
});
export type Spread = z.infer<typeof spreadSchema>;

export const runFiguresSchema = z.object({
  /** Held-out titles by their place in the lists that the run was judged by; null for a run that kept no such lists. */
  hits: z
    .object({
      /** Test profiles. */
      lists: z.int(),
      /** All titles that were held out of them. */
      targets: z.int(),
      /** Places 1 to 25. */
      ranks: z.array(z.object({ rank: z.int(), hits: z.int() })),
    })
    .nullable(),
  /** At most 20 parts of as many titles each. */
  tail: z.array(tailBinSchema),
  /** Null where no profile has a list. */
  diversity: z.object({
    /** Different groups of titles in a list; null where no title has a group. */
    groups: spreadSchema.nullable(),
    /** Share of a list that is from the rarer half of the titles, in tenths. */
    rarer: spreadSchema.nullable(),
  }),
  /** Watched against recommended by group of titles; null where no title has a group. */
  shares: z
    .object({
      /** By which titles are grouped. */
      attribute: z.string(),
      /** All profiles that watched something first, then up to four bands of age. */
      bands: z.array(
        z.object({
          /** Youngest and oldest, both inclusive; null for all. */
          from: z.number().nullable(),
          to: z.number().nullable(),
          profiles: z.int(),
          /** The most watched first; at most 14. */
          groups: z.array(groupSharesSchema),
        }),
      ),
    })
    .nullable(),
});
export type RunFigures = z.infer<typeof runFiguresSchema>;
