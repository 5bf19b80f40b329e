/** Removes labels of values that no profile has any more: a value that only the forgotten profile had may identify it. */
import * as z from 'zod';
import { loadProfiles } from '../../../engine/data/snapshot';
import type { Snapshot } from '../../../engine/data/snapshot-tables';
import type { Attribute } from '../../../engine/data/tables';
import type { RecordContent } from '../../../engine/storage/record-file';

type Content = RecordContent<unknown>;

/** Whether a label stays. */
type IsKnown = (label: { attribute: string; code?: string | undefined }) => boolean;

/** Recognises labels of the data set's attributes, their values, and numbers that one of its profiles has. */
export async function knownLabels({ dataset, folder }: Snapshot): Promise<IsKnown> {
  const { attributes } = await loadProfiles({ dataset, folder });
  const ofProfiles = new Map(attributes.map((attribute) => [attribute.name, valuesOf(attribute)]));
  const ofTitles = new Map(dataset.itemAttributes.map((attribute) => [attribute.name, attribute]));
  return ({ attribute, code }) => {
    const title = ofTitles.get(attribute);
    if (code === undefined) return title !== undefined || ofProfiles.has(attribute);
    if (ofProfiles.get(attribute)?.has(code) === true) return true;
    return title !== undefined && (title.kind === 'numeric' || title.categories.includes(code));
  };
}

const valuesOf = (attribute: Attribute): ReadonlySet<string> =>
  new Set(attribute.kind === 'numeric' ? Array.from(attribute.values, String) : attribute.categories);

const stateSchema = z.looseObject({
  entries: z.array(z.looseObject({ attribute: z.string(), code: z.string().optional() })),
});

/** In all states; returns the same object if nothing is removed. */
export function pruneLabels(content: Content, isKnown: IsKnown): Content {
  let removed = 0;
  const pruned = (state: unknown): unknown => {
    const { data } = stateSchema.safeParse(state);
    if (data === undefined) return state;
    const entries = data.entries.filter(isKnown);
    removed += data.entries.length - entries.length;
    return { ...data, entries };
  };
  const records = new Map(Array.from(content.records, ([key, state]) => [key, pruned(state)]));
  const earlier = new Map(Array.from(content.earlier, ([key, states]) => [key, states.map(pruned)]));
  return removed === 0 ? content : { records, earlier };
}
