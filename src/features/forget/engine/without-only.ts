/** Takes values and titles that only the forgotten profile had out of conditions on profiles and titles, and out of tunings. */
import * as z from 'zod';
import type { OnlyOfProfile } from '../../../engine/data/privacy/intention';

const conditionSchema = z.looseObject({
  attributes: z.record(z.string(), z.array(z.string().nullable())).optional(),
  ids: z.array(z.string()).optional(),
});

/**
 * The condition without them: the same object if it has none of them, null if it names nothing else.
 * @param condition of a rule, a check or a segment
 */
export function withoutOnly<Condition>(condition: Condition, only: OnlyOfProfile): Condition | null {
  const { data } = conditionSchema.safeParse(condition);
  if (data === undefined) return condition;
  let isChanged = false;
  const left = <Value>(values: readonly Value[], goes: (value: Value) => boolean): Value[] => {
    const kept = values.filter((value) => !goes(value));
    isChanged ||= kept.length < values.length;
    return kept;
  };
  const attributes = Object.entries(data.attributes ?? {}).map(([name, values]) => {
    const own = valuesOf(only, name);
    return [name, left(values, (value) => value !== null && own.includes(value))] as const;
  });
  const ids = data.ids && left(data.ids, (id) => only.unknownTitles.includes(id));
  if (!isChanged) return condition;
  if (ids?.length === 0 || attributes.some(([, values]) => values.length === 0)) return null;
  return {
    ...data,
    ...(data.attributes && { attributes: Object.fromEntries(attributes) }),
    ...(ids && { ids }),
  } as Condition;
}

/** Of an attribute, the values that only the profile has. */
export const valuesOf = ({ values }: OnlyOfProfile, name: string): readonly string[] =>
  Object.hasOwn(values, name) ? values[name]! : [];

const tuningSchema = z.looseObject({
  tuning: z.looseObject({
    attributes: z.record(z.string(), z.string().nullable()).optional(),
    removed: z.array(z.string()).optional(),
    added: z.array(z.string()).optional(),
  }),
});

/** A saved tuning without them; the same object if it has none of them. */
export function tuningWithoutOnly<Tuning>(kept: Tuning, only: OnlyOfProfile): Tuning {
  const { data } = tuningSchema.safeParse(kept);
  if (data === undefined) return kept;
  const { attributes = {}, removed = [], added = [] } = data.tuning;
  const isOwn = ([name, value]: [string, string | null]): boolean =>
    value !== null && valuesOf(only, name).some((own) => value === own || value.split(', ').includes(own));
  const isKnown = (id: string): boolean => !only.unknownTitles.includes(id);
  if (!Object.entries(attributes).some(isOwn) && [...removed, ...added].every(isKnown)) return kept;
  return {
    ...data,
    tuning: {
      ...data.tuning,
      attributes: Object.fromEntries(Object.entries(attributes).filter((entry) => !isOwn(entry))),
      removed: removed.filter(isKnown),
      added: added.filter(isKnown),
    },
  } as Tuning;
}
