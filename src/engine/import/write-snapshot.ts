/** Writes the files of a snapshot: what was accepted, over vocabularies in ID order, each file in an order given by its own content. */
import * as path from 'node:path';
import type { AddingFile, ContentFile } from '../../shared/contract/dataset';
import { writeFileWith } from '../storage/files';
import { sha256OfFile } from '../storage/read-files';
import type { Database } from '../storage/database/database';
import { identifier, type Sql, sql } from '../storage/database/sql';
import { keptColumns } from './clean/clean-attributes';
import type { CleanEntities } from './clean/clean-tables';
import { idTable, type IdKind } from './clean/ids';
import { following } from './read/source-table';
import { columnDigests } from '../data/fingerprint';

interface SnapshotParts {
  /** Accepted events in order, each with its mark. */
  readonly events: Pick<Content, 'rows' | 'columns'>;
  readonly profiles: CleanEntities | null;
  readonly items: CleanEntities | null;
  readonly hasKeywords: boolean;
  readonly hasSubmission: boolean;
}

interface WrittenSnapshot {
  /** Files in `folder`, with their hashes and digests. */
  readonly files: { file: ContentFile; sha256: string; columns: string[] }[];
  readonly digests: Map<ContentFile, string[]>;
}

/** Writes what was accepted, and computes its digests at the same time. */
export async function writeSnapshot(
  database: Database,
  folder: string,
  { events, profiles, items, hasKeywords, hasSubmission }: SnapshotParts,
): Promise<WrittenSnapshot> {
  return writeContents(database, folder, {
    'profiles.parquet': { rows: entitiesSql('profile', profiles, []) },
    'items.parquet': { rows: entitiesSql('item', items, ['title', 'subtitle']) },
    'events.parquet': {
      ...events,
      beside: { file: 'event-marks.parquet', columns: sql`mark` },
    },
    ...(hasKeywords && {
      'keywords.parquet': {
        rows: sql`SELECT canonical AS item, type, name, value FROM keywords JOIN item_codes USING (code) ORDER BY ALL`,
      },
    }),
    ...(hasSubmission && {
      'submission.parquet': {
        rows: sql`SELECT place, canonical AS profile FROM submission JOIN profile_codes USING (code) ORDER BY place`,
      },
    }),
  });
}

/** The content of a file of the snapshot. */
export interface Content {
  /** In order: a query, or the name of a table with the rows, which is dropped once written. */
  readonly rows: Sql | string;
  /** The columns to write; all where absent. */
  readonly columns?: Sql;
  /** Another file of the same rows in the same order. */
  readonly beside?: { readonly file: AddingFile; readonly columns: Sql };
}

/** Writes the files of a snapshot, and computes their digests at the same time. */
export async function writeContents(
  database: Database,
  folder: string,
  contents: Partial<Record<ContentFile, Content>>,
): Promise<WrittenSnapshot> {
  const names = Object.keys(contents) as ContentFile[];
  const written = await database.together(
    ...names.map(
      (file, index) => async (other: Database) =>
        writeContent(other, folder, file, contents[file]!, `content_${index}`),
    ),
  );
  return {
    files: names.map((file, index) => ({ file, sha256: written[index]!.sha256, columns: written[index]!.digests })),
    digests: new Map(names.map((file, index) => [file, written[index]!.digests])),
  };
}

/** @param table holds its rows while it is being written, if it has no table of its own */
async function writeContent(
  database: Database,
  folder: string,
  file: ContentFile,
  { rows, columns, beside }: Content,
  table: string,
): Promise<{ digests: string[]; sha256: string }> {
  const target = path.join(folder, file);
  const kept = typeof rows === 'string' ? rows : table;
  if (typeof rows !== 'string') await database.run(sql`CREATE TABLE ${identifier(kept)} AS ${rows}`);
  const viewOf = async (other: Database, selected: Sql, name: string): Promise<string> => {
    const view = `${table}_${name}`;
    await other.run(sql`CREATE VIEW ${identifier(view)} AS SELECT ${selected} FROM ${identifier(kept)}`);
    return view;
  };
  const written = columns === undefined ? kept : await viewOf(database, columns, 'written');
  const writeBeside = async (other: Database): Promise<void> => {
    if (beside === undefined) return;
    await writeParquet(other, path.join(folder, beside.file), await viewOf(other, beside.columns, 'beside'));
  };
  // Hashing keeps this thread busy, and writing DuckDB's.
  const [digests] = await database.together(
    (other) => columnDigests(other, identifier(written)),
    (other) => writeParquet(other, target, written),
    writeBeside,
  );
  await database.run(sql`DROP TABLE ${identifier(kept)}`);
  return { digests, sha256: await sha256OfFile(target) };
}

/** @param table a table or view of the database, written as it is */
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
