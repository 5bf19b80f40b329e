/** What to read, and how: the form in which every layout (contest, MovieLens, mapping) reaches the importer. */
import type { Dataset, FileReport, Mapping } from '../../../shared/contract/dataset';

/** Roles of events; the index is the number that the snapshot keeps. */
export const EVENT_ROLES = ['history', 'watch', 'purchase', 'search'] as const;
export type EventRole = (typeof EVENT_ROLES)[number];

export type FileRole = FileReport['role'];

/** How to cut the text of a file into rows; null or absent fields are detected. */
export type FileFormat =
  | { readonly kind: 'parquet' }
  /** A workbook, of which one sheet is read. */
  | { readonly kind: 'xlsx' }
  | {
      readonly kind: 'text';
      readonly delimiters: readonly string[];
      readonly quoting: boolean;
      /** Column names of a file without a header. */
      readonly names: readonly string[] | null;
    };

export const DELIMITED: FileFormat = { kind: 'text', delimiters: [',', '\t', ';', '|'], quoting: true, names: null };

/** One file of a table. */
export interface PartPlan {
  /** Its name in the folder; with `/` if it lies deeper. */
  readonly file: string;
  readonly path: string;
  readonly format: FileFormat;
  /** Its location, if `file` is not its name in the folder of the data set. */
  readonly place?: { readonly folder: string; readonly file: string };
  /** What key=value folders say of all its rows, by key; null for no value. */
  readonly partition?: Readonly<Record<string, string | null>>;
}

interface TablePlanBase {
  readonly role: FileRole;
  /** The table's name: its file, or all of its parts together. */
  readonly file: string;
  /** In order (`comparePaths`); at least one. */
  readonly parts: readonly PartPlan[];
  /** Set if the user's mapping named its columns. */
  readonly isMapped?: true;
  /** Which sheet of its workbooks to read; the first if absent. */
  readonly sheet?: string;
}

/** Columns are named as in the header; case and surrounding spaces do not matter. */
export interface EventsPlan extends TablePlanBase {
  readonly role: EventRole;
  readonly profile: string;
  readonly item: string;
  readonly time: string | null;
  /** compact: YYYYMMDDHHMMSS only. any: also epoch seconds and milliseconds, ISO 8601, YYYY-MM-DD. */
  readonly timeFormat: 'compact' | 'any';
  readonly weight: string | null;
  /** Columns that are read if the header has them. */
  readonly trailer: string | null;
  readonly continuous: string | null;
  readonly payment: string | null;
  readonly watchTime: string | null;
  readonly totalTime: string | null;
}

export interface AttributePlan {
  readonly name: string;
  /** guess: numeric if all values are numbers, else categorical. flags: a set of the columns that hold 1. */
  readonly kind: 'categorical' | 'numeric' | 'set' | 'guess' | 'flags';
  readonly columns: readonly string[];
  /** Whether values are codes: "3.0" is 3. */
  readonly codes?: boolean;
  /** Other values are accepted and reported. */
  readonly allowed?: readonly string[];
  /** Whether missing columns make the attribute missing instead of the file unreadable. */
  readonly optional?: boolean;
  /** Whether it becomes an attribute of the data set only if a row has a value. Such attributes come last. */
  readonly whereSaid?: boolean;
  /** With numeric: a lower number cannot be, and counts as missing. */
  readonly least?: number;
  /**
   * Set if Shelfwise 1.0 did not read it. It decides nothing but its own values, so that what 1.0 made of the same data can be told: it does not count
   * in the choice among several rows of an ID.
   */
  readonly isNewer?: true;
}

export interface ProfilesPlan extends TablePlanBase {
  readonly role: 'profiles';
  readonly profile: string;
  readonly attributes: readonly AttributePlan[];
}

export interface ItemsPlan extends TablePlanBase {
  readonly role: 'items';
  readonly item: string;
  readonly title: string | null;
  /** Whether a file without the title's column is refused: a column that a mapping names must exist. */
  readonly needsTitle: boolean;
  readonly subtitle: string | null;
  readonly attributes: readonly AttributePlan[];
}

export interface KeywordsPlan extends TablePlanBase {
  readonly role: 'item-keywords';
  readonly item: string;
  readonly keyword: readonly [type: string, name: string, value: string];
}

export interface SubmissionPlan extends TablePlanBase {
  readonly role: 'submission';
  readonly profile: string;
}

export type TablePlan = EventsPlan | ProfilesPlan | ItemsPlan | KeywordsPlan | SubmissionPlan;

/** A table with one of its files as `file`. */
export type FilePlan = TablePlan & PartPlan;

export const filePlan = (table: TablePlan, part: PartPlan): FilePlan => ({ ...table, ...part });

export interface FolderPlan {
  readonly folder: string;
  readonly layout: Dataset['layout'];
  readonly mapping: Mapping | null;
  /** In the order in which they are read and reported. */
  readonly tables: readonly TablePlan[];
  /** Files of the folder without a role. */
  readonly ignored: readonly string[];
  /** Its folders with files of the layout, which were not read because the folder itself has such files. */
  readonly passedOver: readonly string[];
}

export function isEventsPlan(plan: TablePlan): plan is EventsPlan {
  return (EVENT_ROLES as readonly string[]).includes(plan.role);
}

const attributesOf = (plan: TablePlan): readonly AttributePlan[] => ('attributes' in plan ? plan.attributes : []);

/** Names of the attributes that Shelfwise 1.0 did not read. */
export const newerAttributes = ({ tables }: Pick<FolderPlan, 'tables'>): string[] =>
  tables.flatMap((table) => attributesOf(table).flatMap(({ name, isNewer }) => (isNewer === true ? [name] : [])));

/** The plan with only those of the newer attributes that a data set looked for. */
export const withNewer = (plan: FolderPlan, sought: readonly string[] = []): FolderPlan => ({
  ...plan,
  tables: plan.tables.map((table) =>
    'attributes' in table
      ? {
          ...table,
          attributes: table.attributes.filter(({ name, isNewer }) => isNewer !== true || sought.includes(name)),
        }
      : table,
  ),
});

/** Columns that a file must have. */
export function neededColumns(plan: TablePlan): string[] {
  switch (plan.role) {
    case 'profiles':
      return [plan.profile, ...neededByAttributes(plan.attributes)];
    case 'items':
      return [
        plan.item,
        ...(plan.needsTitle && plan.title !== null ? [plan.title] : []),
        ...neededByAttributes(plan.attributes),
      ];
    case 'item-keywords':
      return [plan.item, ...plan.keyword];
    case 'submission':
      return [plan.profile];
    default:
      return [plan.profile, plan.item, plan.time, plan.weight].filter((name) => name !== null);
  }
}

function neededByAttributes(attributes: readonly AttributePlan[]): string[] {
  return attributes.filter((attribute) => !attribute.optional).flatMap((attribute) => attribute.columns);
}

/** Optional columns whose absence is not reported, as few files have them. */
export function rareColumns(plan: TablePlan): string[] {
  return plan.role === 'profiles' || plan.role === 'items'
    ? plan.attributes.flatMap(({ whereSaid, columns }) => (whereSaid === true ? columns : []))
    : [];
}

/** Columns that are read if the header has them. */
export function optionalColumns(plan: TablePlan): string[] {
  const names = ((): readonly (string | null)[] => {
    switch (plan.role) {
      case 'profiles':
        return plan.attributes.flatMap((attribute) => attribute.columns);
      case 'items':
        return [plan.title, plan.subtitle, ...plan.attributes.flatMap((attribute) => attribute.columns)];
      case 'item-keywords':
      case 'submission':
        return [];
      default:
        return [plan.trailer, plan.continuous, plan.payment, plan.watchTime, plan.totalTime];
    }
  })();
  const needed = neededColumns(plan);
  return [...new Set(names.filter((name) => name !== null))].filter((name) => !needed.includes(name));
}

export function usedColumns(plan: TablePlan): string[] {
  return [...new Set([...neededColumns(plan), ...optionalColumns(plan)])];
}

/** All files to read, in order. */
export const partsOf = ({ tables }: Pick<FolderPlan, 'tables'>): PartPlan[] => tables.flatMap(({ parts }) => parts);
