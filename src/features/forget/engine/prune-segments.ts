/** Removes the forgotten profile, and values that only it had, from segments. */
import * as z from 'zod';
import { canonicalId } from '../../../engine/data/privacy/keyed-ids';
import type { RecordContent } from '../../../engine/storage/record-file';
import type { OnlyOfProfile } from '../../../engine/data/privacy/intention';
import { withoutOnly } from './prune-conditions';

type Content = RecordContent<unknown>;

const chosenSchema = z.looseObject({ filter: z.looseObject({ profiles: z.array(z.string()) }) });
const filterSchema = z.looseObject({ filter: z.looseObject({}) });

/** Whether a segment consists of this profile alone, or of a value that only it had: without it, it would match all profiles. */
export const isOnlyOf = (value: unknown, profile: string, only: OnlyOfProfile): boolean =>
  chosenSchema.safeParse(value).data?.filter.profiles.every((id) => canonicalId(id) === profile) === true ||
  withoutOnly(filterSchema.safeParse(value).data?.filter, only) === null;

/** In all states; returns the same object if nothing is removed. Segments of this profile alone are left for removal as a whole. */
export function pruneChosen(content: Content, profile: string, only: OnlyOfProfile): Content {
  let isChanged = false;
  const prune = (state: unknown): unknown => {
    const { data } = filterSchema.safeParse(state);
    if (data === undefined || isOnlyOf(state, profile, only)) return state;
    const chosen = chosenSchema.safeParse(state).data?.filter.profiles;
    const profiles = chosen?.filter((id) => canonicalId(id) !== profile);
    const filter = withoutOnly(data.filter, only)!;
    if (filter === data.filter && profiles?.length === chosen?.length) return state;
    isChanged = true;
    return { ...data, filter: { ...filter, ...(profiles && { profiles }) } };
  };
  const records = new Map(Array.from(content.records, ([key, state]) => [key, prune(state)]));
  const earlier = new Map(Array.from(content.earlier, ([key, states]) => [key, states.map(prune)]));
  return isChanged ? { records, earlier } : content;
}
