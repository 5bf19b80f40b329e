import * as z from 'zod';
import { ERROR_CODES } from '../errors';
import { saidSchema } from '../words/sentence';
import { LONGEST_PATH, LONGEST_SHEET_NAME } from '../limits';
import { givenLabelsSchema } from './labels';

/** A column of the user's files, by its header name (or, in files without one, its number from 1). */
const column = z.string().min(1).max(LONGEST_PATH);

/** More than a mapping by hand needs, and few enough for the expressions that merge the rows of one ID. */
const MOST_ATTRIBUTES = 200;

export const attributeMappingSchema = z.union([
  column,
  z.strictObject({
    name: column,
    kind: z.enum(['categorical', 'numeric', 'set']),
    /** One column; a `set` may be spread over several (ch_interest_keyword_cd_1..3). */
    columns: z.array(column).min(1).max(MOST_ATTRIBUTES),
  }),
]);

/** Or a pattern of names. */
const fileName = z.string().max(LONGEST_PATH);

/** Patterns and names that a mapping gives for one table; files that they find are limited elsewhere. */
const MOST_NAMES = 1000;

/**
 * Which files of the folder make a table: one by its name, or parts by a pattern (`2026-*` with `*.csv` behind a slash) or a list of both.
 */
const filesOfTable = {
  file: z.union([fileName, z.array(fileName).min(1).max(MOST_NAMES)]),
  /** Folders called key=value are columns of the table. */
  partitions: z.boolean().optional(),
};

/** Which sheet of a workbook is the table, where it is not the first. No name of a sheet is longer than 31 characters in Excel. */
const sheetOfTable = { sheet: z.string().min(1).max(LONGEST_SHEET_NAME).optional() };

/** How a folder of any service is read: the file a user passes with --map, stored with the data set. */
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

/** A mapping as a user writes it: it may also say how what is read is shown. */
export const mappingFileSchema = mappingSchema.extend({ labels: givenLabelsSchema.optional() });
export type MappingFile = z.infer<typeof mappingFileSchema>;

/** The engine's proposal for a folder with other names, which the user checks. */
const mappingProposalSchema = z.object({
  /** Null where no file looks like a history. */
  mapping: mappingSchema.nullable(),
  /** Fields of it (`events.profile`) that were guessed from values, not from names. */
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

/** How a folder is read: by the names of its files, or as a mapping says. */
const LAYOUTS = ['contest', 'movielens-100k', 'movielens-csv', 'mapped'] as const;

/** What is in a folder before it is read. */
export const folderViewSchema = z.object({
  folder: z.string(),
  /** Null where the names of its files say nothing. */
  layout: z.enum(LAYOUTS).nullable(),
  /** Why a layout that the names of its files tell of cannot be read; null where they tell of none. */
  problem: z.object({ message: z.string(), said: saidSchema.optional() }).nullable(),
  /** Those that would be read first; at most 40. */
  files: z.array(
    z.object({
      file: z.string(),
      /** Of a workbook: the sheet that this is. */
      sheet: z.object({ name: z.string(), isFirst: z.boolean() }).optional(),
      /** Null where it cannot be read. */
      bytes: z.int().nullable(),
      /** Null where no layout was recognised. */
      role: z.enum(FILE_ROLES).nullable(),
      /** Names of the header, or numbers from 1 in a file without one; empty for what is no table. */
      columns: z.array(z.string()),
      /** The first rows, a text per column. */
      rows: z.array(z.array(z.string())),
    }),
  ),
  allFiles: z.int(),
  ...mappingProposalSchema.shape,
});
export type FolderView = z.infer<typeof folderViewSchema>;

export const reasonCountSchema = z.object({ reason: z.string(), rows: z.int() });

export const fileReportSchema = z.object({
  /** As it is called in the folder; with `/` where it lies deeper. */
  file: z.string(),
  /** What the table is called, where this is one of its parts. */
  table: z.string().optional(),
  /** Where it lies, if it was added from another folder than that of the data set: `file` begins with the name of that folder then. */
  place: z.object({ folder: z.string(), file: z.string() }).optional(),
  /** Of a workbook: which of its sheets was read; lines are rows of it. */
  sheet: z.string().optional(),
  role: z.enum(FILE_ROLES),
  encoding: z.string(),
  delimiter: z.string(),
  lineEnds: z.enum(['LF', 'CRLF', 'CR', 'mixed', 'none']),
  bytes: z.int(),
  sha256: z.string(),
  /** When the file was last written and last changed in any way, in milliseconds since 1970: tells an unchanged file at once. */
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

/** Something worth knowing about accepted rows: codes outside their range, unknown albums, profiles without a row. */
export const findingSchema = z.object({
  severity: z.enum(['information', 'warning']),
  code: z.string(),
  file: z.string().nullable(),
  rows: z.int(),
  message: z.string(),
  /** The message as its sentences; absent in data sets that were imported before there were any. */
  said: saidSchema.optional(),
  examples: z.array(z.string()),
});
export type Finding = z.infer<typeof findingSchema>;

export const attributeSchema = z.object({
  name: z.string(),
  kind: z.enum(['categorical', 'numeric', 'set']),
  /** Categories in the order of their codes; empty for numeric attributes. */
  categories: z.array(z.string()),
});
export type AttributeDescription = z.infer<typeof attributeSchema>;

/**
 * Files of a snapshot that hold what was accepted, in the order in which they are hashed. dataset.json can name no others: what a
 * record names is joined to a folder, and a bundle's record comes from elsewhere.
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
 * Files of a snapshot that only adding to it needs, beside what was accepted: of each event a number that tells it from others of the same profile, title
 * and time; the rows that profiles and titles were merged from.
 */
export const ADDING_FILES = ['event-marks.parquet', 'profile-rows.parquet', 'item-rows.parquet'] as const;
export type AddingFile = (typeof ADDING_FILES)[number];

/** Names of files of repaired and rejected rows: the digits are a hash of what was read. */
export const ROW_ISSUES_FILE = /^row-issues-[0-9a-f]{12}\.parquet$/;

/** A content address, which is also the name of a folder. */
export const fingerprintSchema = z.string().regex(/^[0-9a-f]{16,128}$/);

/** dataset.json of a snapshot, and what import answers. */
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
  /** First and last time of the history, ISO 8601 in UTC; null where the folder has no times. */
  period: z.object({ from: z.iso.datetime(), to: z.iso.datetime() }).nullable(),
  mapping: mappingSchema.nullable(),
  layout: z.enum(LAYOUTS),
  files: z.array(fileReportSchema),
  findings: z.array(findingSchema),
  profileAttributes: z.array(attributeSchema),
  itemAttributes: z.array(attributeSchema),
  /** Profiles that sample_submission.csv asks for, in its order; null where there is none. */
  submissionProfiles: z.int().nullable(),
  /** Version of the rules by which rows are repaired and rejected; part of the fingerprint. */
  importerVersion: z.int().optional(),
  /** The files of the snapshot that hold what was accepted, and their hashes. */
  snapshotFiles: z.array(z.object({ file: z.enum(CONTENT_FILES), sha256: z.string() })).optional(),
  /** Which key made the pseudonyms that stand in the place of IDs of profiles; absent where the IDs are those of the files. */
  pseudonyms: z.object({ key: z.string() }).optional(),
  /** Name of the snapshot's file of repaired and rejected rows: that of the latest import of this data. */
  rowIssuesFile: z.string().regex(ROW_ISSUES_FILE).optional(),
  /** Absent in data sets of earlier versions and of bundles; what is added to those is compared with what they keep. */
  adding: z
    .object({
      files: z.array(z.object({ file: z.enum(ADDING_FILES), sha256: z.string() })),
      /** Times of 8 digits were read as dates: a question about all rows of the history. */
      dates: z.boolean(),
    })
    .optional(),
  /** Folders that were added to what `folder` had, in that order. */
  added: z.array(z.object({ folder: z.string(), at: z.iso.datetime() })).optional(),
});
export type Dataset = z.infer<typeof datasetSchema>;

/** A data set that is there and cannot be opened: damaged (`bad-data`), or imported by a newer version (`newer-version`). */
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

/** The answer of an import. */
export const importAnswerSchema = datasetSchema.extend({
  /** False where this data was imported before. */
  imported: z.boolean(),
});
export type ImportAnswer = z.infer<typeof importAnswerSchema>;
