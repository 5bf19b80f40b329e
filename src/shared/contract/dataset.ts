import * as z from 'zod';
import { ERROR_CODES } from '../errors';
import { saidSchema } from '../words/sentence';
import { LONGEST_PATH, LONGEST_SHEET_NAME } from '../limits';
import { givenLabelsSchema } from './labels';

/** A column of the user's files: its header, or in files without one its number from 1. */
const column = z.string().min(1).max(LONGEST_PATH);

/** More than a mapping by hand needs, and few enough for the SQL that merges the rows of an ID. */
const MOST_ATTRIBUTES = 200;

const attributeMappingSchema = z.union([
  column,
  z.strictObject({
    name: column,
    kind: z.enum(['categorical', 'numeric', 'set']),
    /** One column; a `set` may use several (ch_interest_keyword_cd_1..3). */
    columns: z.array(column).min(1).max(MOST_ATTRIBUTES),
  }),
]);

/** A name or a pattern. */
const fileName = z.string().max(LONGEST_PATH);

/** Names and patterns per table of a mapping; the number of files they match is limited elsewhere. */
const MOST_NAMES = 1000;

/** The files of a table: one by name, or parts by pattern (`2026-*` with `*.csv` behind a slash) or a list of both. */
const filesOfTable = {
  file: z.union([fileName, z.array(fileName).min(1).max(MOST_NAMES)]),
  /** Folders named key=value are columns of the table. */
  partitions: z.boolean().optional(),
};

/** The sheet of a workbook, if not the first. Excel limits names to 31 characters. */
const sheetOfTable = { sheet: z.string().min(1).max(LONGEST_SHEET_NAME).optional() };

/** How to read a folder of any service: the file passed with --map, stored with the data set. */
export const mappingSchema = z.strictObject({
  events: z.strictObject({
    ...filesOfTable,
    profile: column,
    item: column,
    time: column.optional(),
    weight: column.optional(),
  }),
  profiles: z
    .strictObject({
      ...filesOfTable,
      ...sheetOfTable,
      profile: column,
      attributes: z.array(attributeMappingSchema).max(MOST_ATTRIBUTES),
    })
    .optional(),
  items: z
    .strictObject({
      ...filesOfTable,
      ...sheetOfTable,
      item: column,
      title: column.optional(),
      attributes: z.array(attributeMappingSchema).max(MOST_ATTRIBUTES),
    })
    .optional(),
});
export type Mapping = z.infer<typeof mappingSchema>;

/** A mapping as users write it; it may also set labels. */
export const mappingFileSchema = mappingSchema.extend({ labels: givenLabelsSchema.optional() });
export type MappingFile = z.infer<typeof mappingFileSchema>;

/** The engine's proposal for a folder with unknown names, for the user to check. */
const mappingProposalSchema = z.object({
  /** Null if no file looks like a history. */
  mapping: mappingSchema.nullable(),
  /** Its fields (such as `events.profile`) that were guessed from values, not names. */
  guessed: z.array(z.string()),
});
export type MappingProposal = z.infer<typeof mappingProposalSchema>;

export const FILE_ROLES = [
  'history',
  'profiles',
  'items',
  'item-keywords',
  'watch',
  'purchase',
  'search',
  'submission',
  'ignored',
] as const;

/** How a folder is read: by file names, or by a mapping. */
const LAYOUTS = ['contest', 'movielens-100k', 'movielens-csv', 'mapped'] as const;

/** The contents of a folder before it is read. */
export const folderViewSchema = z.object({
  folder: z.string(),
  /** Null if the file names match no layout. */
  layout: z.enum(LAYOUTS).nullable(),
  /** Why the layout that the names suggest cannot be read; otherwise null. */
  problem: z.object({ message: z.string(), said: saidSchema.optional() }).nullable(),
  /** The files that would be read come first; at most 40. */
  files: z.array(
    z.object({
      file: z.string(),
      /** For a workbook: the sheet. */
      sheet: z.object({ name: z.string(), isFirst: z.boolean() }).optional(),
      /** Null if unreadable. */
      bytes: z.int().nullable(),
      /** Null without a recognised layout. */
      role: z.enum(FILE_ROLES).nullable(),
      /** Whether a file that would be read holds no table: it is damaged, or of another kind. */
      isDamaged: z.boolean().optional(),
      /** Header names, or numbers from 1 without a header; empty if not a table. */
      columns: z.array(z.string()),
      /** The first rows, one text per column. */
      rows: z.array(z.array(z.string())),
    }),
  ),
  allFiles: z.int(),
  ...mappingProposalSchema.shape,
});
export type FolderView = z.infer<typeof folderViewSchema>;

const reasonCountSchema = z.object({ reason: z.string(), rows: z.int() });

const fileReportSchema = z.object({
  /** Path in the folder, with `/` as separator. */
  file: z.string(),
  /** Name of the table, if this is one of its parts. */
  table: z.string().optional(),
  /** Set if it came from an added folder; `file` then begins with that folder's name. */
  place: z.object({ folder: z.string(), file: z.string() }).optional(),
  /** For a workbook: the sheet that was read; lines are its rows. */
  sheet: z.string().optional(),
  role: z.enum(FILE_ROLES),
  encoding: z.string(),
  delimiter: z.string(),
  lineEnds: z.enum(['LF', 'CRLF', 'CR', 'mixed', 'none']),
  bytes: z.int(),
  sha256: z.string(),
  /** Last modification or change in milliseconds since 1970: recognises an unchanged file at once. */
  modifiedMs: z.number().optional(),
  changedMs: z.number().optional(),
  /** accepted + repaired + rejected = rows, always. */
  rows: z.int(),
  accepted: z.int(),
  repaired: z.int(),
  rejected: z.int(),
  reasons: z.object({ repaired: z.array(reasonCountSchema), rejected: z.array(reasonCountSchema) }),
});
export type FileReport = z.infer<typeof fileReportSchema>;

/** A remark about accepted rows: codes out of range, unknown albums, profiles without a row. */
const findingSchema = z.object({
  severity: z.enum(['information', 'warning']),
  code: z.string(),
  file: z.string().nullable(),
  rows: z.int(),
  message: z.string(),
  /** The message as sentences; absent in data sets imported before sentences existed. */
  said: saidSchema.optional(),
  examples: z.array(z.string()),
});
export type Finding = z.infer<typeof findingSchema>;

const attributeSchema = z.object({
  name: z.string(),
  kind: z.enum(['categorical', 'numeric', 'set']),
  /** Categories in the order of their codes; empty for numeric attributes. */
  categories: z.array(z.string()),
});
export type AttributeDescription = z.infer<typeof attributeSchema>;

/**
 * Files of a snapshot with the accepted data, in hashing order. dataset.json may name no others: names in a record are
 * joined to a folder, and a bundle's record comes from outside.
 */
export const CONTENT_FILES = [
  'profiles.parquet',
  'items.parquet',
  'events.parquet',
  'keywords.parquet',
  'submission.parquet',
] as const;
export type ContentFile = (typeof CONTENT_FILES)[number];

/**
 * Files of a snapshot that only adding needs: a number per event that tells it from others of the same profile, title
 * and time, and the rows that profiles and titles were merged from.
 */
export const ADDING_FILES = ['event-marks.parquet', 'profile-rows.parquet', 'item-rows.parquet'] as const;
export type AddingFile = (typeof ADDING_FILES)[number];

/** Names of files of repaired and rejected rows; the digits are a hash of the input. */
export const ROW_ISSUES_FILE = /^row-issues-[0-9a-f]{12}\.parquet$/;

/** A content address, also used as a folder name. */
export const fingerprintSchema = z.string().regex(/^[0-9a-f]{16,128}$/);

/** dataset.json of a snapshot, and the result of an import. */
export const datasetSchema = z.object({
  formatVersion: z.literal(1),
  fingerprint: fingerprintSchema,
  name: z.string(),
  folder: z.string(),
  importedAt: z.iso.datetime(),
  profiles: z.int(),
  items: z.int(),
  /** Accepted and repaired events of the history table. */
  interactions: z.int(),
  /** First and last time of the history, ISO 8601 in UTC; null without times. */
  period: z.object({ from: z.iso.datetime(), to: z.iso.datetime() }).nullable(),
  mapping: mappingSchema.nullable(),
  layout: z.enum(LAYOUTS),
  files: z.array(fileReportSchema),
  findings: z.array(findingSchema),
  profileAttributes: z.array(attributeSchema),
  itemAttributes: z.array(attributeSchema),
  /** Attributes that Shelfwise 1.0 did not read and this import looked for, whether or not a row has a value. Absent in data sets of 1.0. */
  newerAttributes: z.array(z.string()).optional(),
  /** The fingerprint of the same data without its newer attributes, as Shelfwise 1.0 gives it; absent if it has none. */
  earlierFingerprint: fingerprintSchema.optional(),
  /** Number of profiles in sample_submission.csv; null without that file. */
  submissionProfiles: z.int().nullable(),
  /** Version of the rules for repairing and rejecting rows; part of the fingerprint. */
  importerVersion: z.int().optional(),
  /**
   * Files of the snapshot with the accepted data, their hashes, and the digest of each column, of which the fingerprint is made. Data sets of 1.0.0
   * and earlier have no digests.
   */
  snapshotFiles: z
    .array(z.object({ file: z.enum(CONTENT_FILES), sha256: z.string(), columns: z.array(z.string()).optional() }))
    .optional(),
  /** The key whose pseudonyms replace profile IDs; absent if IDs are those of the files. */
  pseudonyms: z.object({ key: z.string() }).optional(),
  /** The snapshot's file of repaired and rejected rows, from the latest import of this data. */
  rowIssuesFile: z.string().regex(ROW_ISSUES_FILE).optional(),
  /** Absent in data sets of earlier versions and of bundles, which compare additions with what they keep. */
  adding: z
    .object({
      files: z.array(z.object({ file: z.enum(ADDING_FILES), sha256: z.string() })),
      /** Whether times of 8 digits were read as dates, which depends on all rows of the history. */
      dates: z.boolean(),
    })
    .optional(),
  /** Folders added to `folder`, in order. */
  added: z.array(z.object({ folder: z.string(), at: z.iso.datetime() })).optional(),
});
export type Dataset = z.infer<typeof datasetSchema>;

/** A data set that cannot be opened: damaged (`bad-data`), or imported by a newer version (`newer-version`). */
export const unreadableDatasetSchema = z.object({
  fingerprint: z.string(),
  code: z.enum(ERROR_CODES),
  message: z.string(),
  said: saidSchema.optional(),
});
export type UnreadableDataset = z.infer<typeof unreadableDatasetSchema>;

export const sourceStateSchema = z.object({
  state: z.enum(['unchanged', 'changed', 'missing']),
  /** One sentence per changed, added or missing file. */
  changes: z.array(z.string()),
  /** The same, as sentences. */
  said: z.array(saidSchema).optional(),
});
export type SourceState = z.infer<typeof sourceStateSchema>;

export const rowIssueSchema = z.object({
  file: z.string(),
  line: z.int(),
  column: z.string().nullable(),
  outcome: z.enum(['repaired', 'rejected']),
  reason: z.string(),
  raw: z.string(),
});
export type RowIssue = z.infer<typeof rowIssueSchema>;

/** The result of an import. */
export const importAnswerSchema = datasetSchema.extend({
  /** False if this data was imported before. */
  imported: z.boolean(),
  /** The data set of Shelfwise 1.0 with the same data but the newer attributes, of which what people wrote goes along. Absent without one. */
  earlier: fingerprintSchema.optional(),
});
export type ImportAnswer = z.infer<typeof importAnswerSchema>;
