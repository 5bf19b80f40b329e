/** Removes the forgotten profile from segments of hand-picked profiles. */
import * as z from 'zod';
import { canonicalId } from '../../../engine/data/privacy/keyed-ids';
import type { RecordContent } from '../../../engine/storage/record-file';

type Content = RecordContent<unknown>;

const chosenSchema = z.looseObject({ filter: z.looseObject({ profiles: z.array(z.string()) }) });

/** Whether a segment consists of this profile alone: without it, it would match all profiles. */
export const isOnlyOf = (value: unknown, profile: string): boolean =>
  chosenSchema.safeParse(value).data?.filter.profiles.every((id) => canonicalId(id) === profile) === true;

/** In all states; returns the same object if nothing is removed. Segments of this profile alone are left for removal as a whole. */
export function pruneChosen(content: Content, profile: string): Content {
  let removed = 0;
  const prune = (state: unknown): unknown => {
    const { data } = chosenSchema.safeParse(state);
    if (data === undefined || isOnlyOf(state, profile)) return state;
    const profiles = data.filter.profiles.filter((id) => canonicalId(id) !== profile);
    removed += data.filter.profiles.length - profiles.length;
    return { ...data, filter: { ...data.filter, profiles } };
  };
  const records = new Map(Array.from(content.records, ([key, state]) => [key, prune(state)]));
  const earlier = new Map(Array.from(content.earlier, ([key, states]) => [key, states.map(prune)]));
  return removed === 0 ? content : { records, earlier };
}
