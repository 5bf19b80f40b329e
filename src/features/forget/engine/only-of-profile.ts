/** Finds what a data set has of one profile alone. */
import type { OnlyOfProfile } from '../../../engine/data/privacy/intention';
import { loadItems, loadProfiles } from '../../../engine/data/snapshot';
import { type Snapshot, snapshotTable, withSnapshot } from '../../../engine/data/snapshot-tables';
import type { Attribute } from '../../../engine/data/tables';
import { EVENT_ROLES } from '../../../engine/import/layouts/import-plan';
import { sql } from '../../../engine/storage/database/sql';

/** Empty if the profile is not in the data set. */
export async function onlyOfProfile(snapshot: Snapshot, profile: string): Promise<OnlyOfProfile> {
  const [profiles, items] = await Promise.all([loadProfiles(snapshot), loadItems(snapshot)]);
  const row = profiles.ids.indexOf(profile);
  if (row < 0) return { titles: [], unknownTitles: [], values: {} };
  const history = EVENT_ROLES.indexOf('history');
  const found = await withSnapshot(snapshot, ['events.parquet', 'items.parquet'], async (database) => ({
    // A title that others only searched for counts as well: runs know the titles of the history.
    titles: await database.rows<{ item: number; everywhere: boolean }>(sql`
      SELECT item::INTEGER AS item, bool_and(profile = ${row}) AS everywhere
      FROM ${snapshotTable(snapshot, 'events.parquet')} GROUP BY item
      HAVING everywhere OR (bool_or(role = ${history}) AND bool_and(profile = ${row} OR role <> ${history}))`),
    unknown: await database.rows<{ id: string }>(
      sql`SELECT id FROM ${snapshotTable(snapshot, 'items.parquet')} WHERE NOT in_file`,
    ),
  }));
  const unknown = new Set(found.unknown.map(({ id }) => id));
  return {
    titles: found.titles.map(({ item }) => items.ids[item]!),
    unknownTitles: found.titles.flatMap(({ item, everywhere }) => {
      const id = items.ids[item]!;
      return everywhere && unknown.has(id) ? [id] : [];
    }),
    values: Object.fromEntries(
      profiles.attributes.flatMap((attribute) => {
        const own = ownValues(attribute, row);
        return own.length === 0 ? [] : [[attribute.name, own]];
      }),
    ),
  };
}

/** Values of a row that no other row has. */
function ownValues(attribute: Attribute, row: number): string[] {
  if (attribute.kind === 'numeric') {
    const own = attribute.values[row]!;
    const isShared = attribute.values.some((value, at) => at !== row && value === own);
    return Number.isNaN(own) || isShared ? [] : [String(own)];
  }
  const [from, to] = attribute.kind === 'set' ? [attribute.offsets[row]!, attribute.offsets[row + 1]!] : [row, row + 1];
  return Array.from(attribute.codes.subarray(from, to)).flatMap((code) =>
    code < 0 || attribute.codes.some((other, at) => other === code && (at < from || at >= to))
      ? []
      : [attribute.categories[code]!],
  );
}

/** What each of several data sets has of the profile alone, together. */
export function together(all: readonly OnlyOfProfile[]): OnlyOfProfile {
  const names = new Set(all.flatMap(({ values }) => Object.keys(values)));
  const joined = (lists: readonly (readonly string[])[]): string[] => [...new Set(lists.flat())];
  return {
    titles: joined(all.map(({ titles }) => titles)),
    unknownTitles: joined(all.map(({ unknownTitles }) => unknownTitles)),
    values: Object.fromEntries(
      Array.from(names, (name) => [name, joined(all.map(({ values }) => values[name] ?? []))]),
    ),
  };
}
