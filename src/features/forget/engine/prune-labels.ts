/** Removes labels of values that no profile has any more: a value that only the forgotten profile had may identify it. */
import * as z from 'zod';
import { mentions } from '../../../engine/data/privacy/mentions';
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

interface Label {
  readonly attribute: string;
  readonly code?: string | undefined;
  readonly label?: string | undefined;
}

const stateSchema = z.looseObject({
  entries: z.array(z.looseObject({ attribute: z.string(), code: z.string().optional(), label: z.string().optional() })),
});

/**
 * In all states; in earlier ones, which nobody can change, labels that have the ID of the profile as well. Returns the same object if nothing is
 * removed.
 */
export function pruneLabels(content: Content, isKnown: IsKnown, profile: string): Content {
  let removed = 0;
  const pruned = (state: unknown, stays: (entry: Label) => boolean): unknown => {
    const { data } = stateSchema.safeParse(state);
    if (data === undefined) return state;
    const entries = data.entries.filter(stays);
    removed += data.entries.length - entries.length;
    return { ...data, entries };
  };
  const isPast = (entry: Label): boolean => isKnown(entry) && !mentions(entry.label ?? '', profile);
  const records = new Map(Array.from(content.records, ([key, state]) => [key, pruned(state, isKnown)]));
  const earlier = new Map(
    Array.from(content.earlier, ([key, states]) => [key, states.map((state) => pruned(state, isPast))]),
  );
  return removed === 0 ? content : { records, earlier };
}
