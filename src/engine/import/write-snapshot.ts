/** The files of a snapshot: what was accepted, over vocabularies in ID order, each file in an order of its own content. */
import * as path from 'node:path';
import type { AddingFile, ContentFile } from '../../shared/contract';
import { writeFileWith } from '../storage/files';
import { sha256OfFile } from '../storage/read-files';
import type { Database } from '../database/database';
import { identifier, type Sql, sql } from '../database/sql';
import { acceptedEventsSql, type AcceptedOptions } from './accepted-events';
import type { CleanEvents } from './clean/clean-events';
import { keptColumns } from './clean/clean-attributes';
import type { CleanEntities } from './clean/clean-tables';
import { idTable, type IdKind } from './clean/ids';
import { following } from './read/source-table';
import { columnDigests } from '../data/fingerprint';

export interface SnapshotParts {
  readonly events: readonly CleanEvents[];
  readonly profiles: CleanEntities | null;
  readonly items: CleanEntities | null;
  readonly hasKeywords: boolean;
  readonly hasSubmission: boolean;
  readonly accepted: AcceptedOptions;
}

export interface WrittenSnapshot {
  /** In `folder`, with their hashes. */
  readonly files: { file: ContentFile; sha256: string }[];
  readonly digests: Map<ContentFile, string[]>;
}

/** Sorts what was accepted, writes it, and takes the digests of it at the same time. */
export async function writeSnapshot(
  database: Database,
  folder: string,
  parts: SnapshotParts,
): Promise<WrittenSnapshot> {
  const events = acceptedEventsSql(parts.events, parts.accepted);
  const all = (query: Sql): ContentQuery => ({ query, columns: sql`*` });
  return writeContents(database, folder, {
    'profiles.parquet': all(entitiesSql('profile', parts.profiles, [])),
    'items.parquet': all(entitiesSql('item', parts.items, ['title', 'subtitle'])),
    'events.parquet': {
      query: events.sorted,
      columns: events.columns,
      ...(parts.accepted.hasMarks && { beside: { file: 'event-marks.parquet', columns: sql`mark` } }),
    },
    ...(parts.hasKeywords && {
      'keywords.parquet': all(
        sql`SELECT canonical AS item, type, name, value FROM keywords JOIN item_codes USING (code) ORDER BY ALL`,
      ),
    }),
    ...(parts.hasSubmission && {
      'submission.parquet': all(
        sql`SELECT place, canonical AS profile FROM submission JOIN profile_codes USING (code) ORDER BY place`,
      ),
    }),
  });
}

/** What a file of the snapshot holds, in which order, and what of it is written. */
export interface ContentQuery {
  readonly query: Sql;
  readonly columns: Sql;
  /** Another file of the same rows in the same order. */
  readonly beside?: { readonly file: AddingFile; readonly columns: Sql };
}

/** Writes the files of a snapshot and takes the digests of them at the same time. */
export async function writeContents(
  database: Database,
  folder: string,
  queries: Partial<Record<ContentFile, ContentQuery>>,
): Promise<WrittenSnapshot> {
  const names = Object.keys(queries) as ContentFile[];
  const written = await database.together(
    ...names.map(
      (file, index) => async (other: Database) =>
        writeContent(other, { ...queries[file]!, table: `content_${index}`, target: path.join(folder, file), folder }),
    ),
  );
  return {
    files: names.map((file, index) => ({ file, sha256: written[index]!.sha256 })),
    digests: new Map(names.map((file, index) => [file, written[index]!.digests])),
  };
}

interface Content extends ContentQuery {
  /** For as long as it is being written. */
  readonly table: string;
  readonly target: string;
  readonly folder: string;
}

async function writeContent(
  database: Database,
  { table, query, columns, beside, target, folder }: Content,
): Promise<{ digests: string[]; sha256: string }> {
  const [kept, written] = [identifier(table), identifier(`${table}_written`)];
  await database.run(sql`CREATE TABLE ${kept} AS ${query}`);
  await database.run(sql`CREATE VIEW ${written} AS SELECT ${columns} FROM ${kept}`);
  const writeBeside = async (other: Database): Promise<void> => {
    if (beside === undefined) return;
    const view = `${table}_beside`;
    await other.run(sql`CREATE VIEW ${identifier(view)} AS SELECT ${beside.columns} FROM ${kept}`);
    await writeParquet(other, path.join(folder, beside.file), view);
    await other.run(sql`DROP VIEW ${identifier(view)}`);
  };
  // Hashing keeps this thread busy and writing DuckDB's.
  const [digests] = await database.together(
    (other) => columnDigests(other, written),
    (other) => writeParquet(other, target, `${table}_written`),
    writeBeside,
  );
  await database.run(sql`DROP VIEW ${written}`);
  await database.run(sql`DROP TABLE ${kept}`);
  return { digests, sha256: await sha256OfFile(target) };
}

/** @param table a table or view of the database, which is written as it is */
export async function writeParquet(database: Database, target: string, table: string): Promise<void> {
  await writeFileWith(target, (temporary) => database.writeParquet(table, temporary, 'packed'));
}

function entitiesSql(kind: IdKind, entities: CleanEntities | null, texts: readonly string[]): Sql {
  const vocabulary = idTable(kind, 'vocabulary');
  if (entities === null) {
    const absent = texts.map((text) => sql`NULL::VARCHAR AS ${identifier(text)}`);
    return sql`SELECT id, false AS in_file ${following(absent)} FROM ${vocabulary} ORDER BY position`;
  }
  const of = (column: string): Sql => sql`merged.${identifier(column)}`;
  const merged = [...texts.map(of), ...keptColumns(entities.attributes.map(({ column }) => of(column)))];
  return sql`SELECT id, merged.code IS NOT NULL AS in_file ${following(merged)}
    FROM ${vocabulary} LEFT JOIN ${identifier(entities.merged)} merged USING (code) ORDER BY position`;
}
