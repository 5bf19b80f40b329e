/** The files of a snapshot: what was accepted, over vocabularies in id order, each file in an order of its own content. */
import * as path from 'node:path';
import { sha256OfFile, writeFileWith } from '../../files';
import { type Database, literal } from '../database';
import type { CleanAttribute } from './clean-attributes';
import { acceptedEventsSql, type CleanEvents } from './clean-events';
import type { CleanEntities } from './clean-tables';

export interface SnapshotParts {
  readonly events: readonly CleanEvents[];
  readonly profiles: CleanEntities | null;
  readonly items: CleanEntities | null;
  readonly hasKeywords: boolean;
  readonly hasSubmission: boolean;
}

/** @returns the files that were written, in `folder`, with their hashes */
export async function writeSnapshot(
  database: Database,
  folder: string,
  parts: SnapshotParts,
): Promise<{ file: string; sha256: string }[]> {
  const queries: Record<string, string> = {
    'profiles.parquet': entitiesSql('profile', parts.profiles, []),
    'items.parquet': entitiesSql('item', parts.items, ['title', 'subtitle']),
    'events.parquet': eventsSql(parts.events),
    ...(parts.hasKeywords && {
      'keywords.parquet': `SELECT canonical AS item, type, name, value FROM keywords JOIN item_codes USING (code) ORDER BY ALL`,
    }),
    ...(parts.hasSubmission && {
      'submission.parquet': `SELECT place, canonical AS profile FROM submission JOIN profile_codes USING (code) ORDER BY place`,
    }),
  };
  const files: { file: string; sha256: string }[] = [];
  for (const [file, query] of Object.entries(queries)) {
    await writeParquet(database, path.join(folder, file), query);
    files.push({ file, sha256: await sha256OfFile(path.join(folder, file)) });
  }
  return files;
}

export async function writeParquet(database: Database, target: string, query: string): Promise<void> {
  await writeFileWith(target, (temporary) => database.run(`COPY (${query}) TO ${literal(temporary)} (FORMAT parquet)`));
}

function entitiesSql(kind: 'profile' | 'item', entities: CleanEntities | null, texts: readonly string[]): string {
  const columns = [...texts, ...(entities?.attributes ?? []).map((attribute: CleanAttribute) => attribute.column)];
  if (entities === null) {
    const nothing = texts.map((text) => `, NULL::VARCHAR AS ${text}`).join('');
    return `SELECT id, false AS in_file ${nothing} FROM ${kind}_vocabulary ORDER BY position`;
  }
  return (
    `SELECT id, merged.code IS NOT NULL AS in_file ${columns.map((column) => `, merged.${column}`).join('')} ` +
    `FROM ${kind}_vocabulary LEFT JOIN ${entities.merged} merged USING (code) ORDER BY position`
  );
}

/** In order of time, profile, item, and then of all that an event says: events that tie are the same in everything. */
function eventsSql(events: readonly CleanEvents[]): string {
  return `
    SELECT profile, item, time, role, weight, trailer, continuous, payment, completion
    FROM (${acceptedEventsSql(events)})
    ORDER BY time, profile, item, role, weight, trailer, continuous, payment, completion`;
}
