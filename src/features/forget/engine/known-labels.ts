/** Recognises labels of values that no profile has any more: a value that only the forgotten profile had may identify it. */
import { loadProfiles, readDataset } from '../../../engine/data/snapshot';
import type { Attribute } from '../../../engine/data/tables';
import { datasetFolder, type Workspace } from '../../../engine/storage/workspace';

/** Whether a label stays. */
export type IsKnownLabel = (label: { readonly attribute: string; readonly code?: string | undefined }) => boolean;

/**
 * Knows labels of the data set's attributes, their values, and numbers that one of its profiles has.
 * @param fingerprint null for data that is gone: then the owners of a value are unknown, so only the names of attributes stay, as for data in the trash
 */
export async function knownLabels(workspace: Workspace, fingerprint: string | null): Promise<IsKnownLabel> {
  const folder = fingerprint === null ? null : datasetFolder(workspace, fingerprint);
  const dataset = folder === null ? null : await readDataset(folder);
  if (folder === null || dataset === null) return ({ code }) => code === undefined;
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
