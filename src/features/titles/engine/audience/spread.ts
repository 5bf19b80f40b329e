/** How some profiles are spread over the values of attributes, the saved segments, and the groups of similar taste. */
import type { Breakdown } from '../../contract/audience';
import { MOST_AUDIENCE_VALUES } from '../../contract/limits';
import { tasteGroups } from '../../../map/engine/public';
import { valuesOfRow } from '../../../../engine/data/display/attributes';
import type { Attribute } from '../../../../engine/data/tables';
import { rowsOfSegments } from '../../../../engine/sessions/profile-rows';
import type { RunSession } from '../../../../engine/sessions/run-session';
import type { Workspace } from '../../../../engine/storage/workspace';

/** @param isIn for each profile of the run, 1 if it is one of them */
export async function spreadOf(workspace: Workspace, session: RunSession, isIn: Uint8Array): Promise<Breakdown> {
  const { profiles } = await session.data();
  return {
    attributes: profiles.attributes.map((attribute) => ofAttribute(attribute, isIn)),
    segments: await ofSegments(workspace, session, isIn),
    taste: await ofTaste(session, isIn),
  };
}

function ofAttribute(attribute: Attribute, isIn: Uint8Array): Breakdown['attributes'][number] {
  const counts = new Map<string | null, { profiles: number; of: number }>();
  if (attribute.kind !== 'numeric')
    for (const category of attribute.categories) counts.set(category, { profiles: 0, of: 0 });
  for (let row = 0; row < isIn.length; row++)
    for (const value of valuesOfRow(attribute, row)) {
      const counted = counts.get(value) ?? { profiles: 0, of: 0 };
      counts.set(value, counted);
      counted.of++;
      counted.profiles += isIn[row]!;
    }
  const all = Array.from(counts, ([value, counted]) => ({ value, ...counted })).filter(({ of }) => of > 0);
  if (attribute.kind === 'numeric') all.sort((left, right) => Number(left.value) - Number(right.value));
  all.sort((left, right) => Number(left.value === null) - Number(right.value === null));
  const kept = new Set(all.toSorted((left, right) => right.profiles - left.profiles).slice(0, MOST_AUDIENCE_VALUES));
  return { name: attribute.name, values: all.filter((one) => kept.has(one)), others: all.length - kept.size };
}

async function ofSegments(workspace: Workspace, session: RunSession, isIn: Uint8Array): Promise<Breakdown['segments']> {
  return (await rowsOfSegments(workspace, session)).map(({ id, name, rows }) => ({
    id,
    name,
    profiles: rows.reduce((sum, row) => sum + isIn[row]!, 0),
    of: rows.length,
  }));
}

async function ofTaste(session: RunSession, isIn: Uint8Array): Promise<Breakdown['taste']> {
  const groups = await tasteGroups(session);
  if (groups === null) return null;
  const counts = new Int32Array(groups.clusters.length);
  groups.cluster.forEach((own, row) => (counts[own]! += isIn[row]!));
  return groups.clusters.map((cluster, own) => ({ ...cluster, profiles: counts[own]! }));
}
