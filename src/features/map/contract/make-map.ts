import * as z from 'zod';
import type { TrainerWork } from '../../../shared/contract/trainer-work';

export const MAP_SUBJECTS = ['profiles', 'titles'] as const;
export type MapSubject = (typeof MAP_SUBJECTS)[number];

const mapRequest = { runId: z.string(), of: z.enum(MAP_SUBJECTS) };

/** The map that one started from, and the hash of its file then. */
export const mapParentSchema = z.object({ runId: z.string(), sha256: z.string() });

export const makeMapSchema = z.strictObject({
  ...mapRequest,
  /**
   * The run whose map this one starts from; null for none. If absent: the parent of the existing map, so that the
   * result is the same; otherwise the run's own parent, otherwise the latest earlier run on the same data that has a
   * map.
   */
  parent: z.string().nullable().optional(),
});
export type MakeMap = z.infer<typeof makeMapSchema>;

export const madeMapSchema = z.object({
  ...mapRequest,
  sha256: z.string(),
  parent: mapParentSchema.nullable(),
  total: z.int(),
  placed: z.int(),
  clusters: z.int(),
});
export type MadeMap = z.infer<typeof madeMapSchema>;

/** For a trainer process that makes the map of a run and stores it in the run's folder. */
export const MAP_WORK = { kind: 'map', request: makeMapSchema, answer: madeMapSchema } as const satisfies TrainerWork;
