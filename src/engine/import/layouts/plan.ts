/** What is to be read, and how: the shape in which every layout (contest, MovieLens, mapping) reaches the importer. */
import type { Dataset, FileReport, Mapping } from '../../../shared/contract/dataset';

/** Roles of events; the position is the number that the snapshot keeps. */
export const EVENT_ROLES = ['history', 'watch', 'purchase', 'search'] as const;
export type EventRole = (typeof EVENT_ROLES)[number];

export type FileRole = FileReport['role'];

/** How the text of a file is cut into rows; what is null or absent is found out from the file. */
export type FileFormat =
  | { readonly kind: 'parquet' }
  /** A workbook, of which one sheet is read. */
  | { readonly kind: 'xlsx' }
  | {
      readonly kind: 'text';
      readonly delimiters: readonly string[];
      readonly quoting: boolean;
      /** Names of the columns of a file without header. */
      readonly names: readonly string[] | null;
    };

export const DELIMITED: FileFormat = { kind: 'text', delimiters: [',', '\t', ';', '|'], quoting: true, names: null };

/** One file of a table. */
export interface PartPlan {
  /** As it is called in the folder; with `/` where it lies deeper. */
  readonly file: string;
  readonly path: string;
  readonly format: FileFormat;
  /** Where it lies, if `file` is not its name in the folder of the data set. */
  readonly place?: { readonly folder: string; readonly file: string };
  /** What folders called key=value say of all its rows, by key; null for no value. */
  readonly partition?: Readonly<Record<string, string | null>>;
}

interface TablePlanBase {
  readonly role: FileRole;
  /** What the table is called: its file, or all of its parts together. */
  readonly file: string;
  /** In their order (`comparePaths`); at least one. */
  readonly parts: readonly PartPlan[];
  /** Its columns were named by the user's mapping. */
  readonly isMapped?: true;
  /** Which sheet of its workbooks is read; the first where it is absent. */
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
  /** Columns that are read where the header has them. */
  readonly trailer: string | null;
  readonly continuous: string | null;
  readonly payment: string | null;
  readonly watchTime: string | null;
  readonly totalTime: string | null;
}

export interface AttributePlan {
  readonly name: string;
  /** guess: numeric where all values are numbers, else categorical. flags: a set of the columns that hold 1. */
  readonly kind: 'categorical' | 'numeric' | 'set' | 'guess' | 'flags';
  readonly columns: readonly string[];
  /** Values are codes: "3.0" is 3. */
  readonly codes?: boolean;
  /** Values beyond these are accepted and reported. */
  readonly allowed?: readonly string[];
  /** Columns that are missing from the header make the attribute missing instead of the file unreadable. */
  readonly optional?: boolean;
  /** An attribute of the data set only where a row has a value: to others it is as if it were not known. They come last. */
  readonly whereSaid?: boolean;
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

/** A table as one of its files has it: `file` is that file. */
export type FilePlan = TablePlan & PartPlan;

export const filePlan = (table: TablePlan, part: PartPlan): FilePlan => ({ ...table, ...part });

export interface FolderPlan {
  readonly folder: string;
  readonly layout: Dataset['layout'];
  readonly mapping: Mapping | null;
  /** In the order in which they are read and reported. */
  readonly tables: readonly TablePlan[];
  /** Files of the folder that no role was found for. */
  readonly ignored: readonly string[];
  /** Folders in it that hold files of the layout and were not looked into, because it has such files itself. */
  readonly passedOver: readonly string[];
}

export function isEventsPlan(plan: TablePlan): plan is EventsPlan {
  return (EVENT_ROLES as readonly string[]).includes(plan.role);
}

/** Columns without which a file cannot be read. */
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

/** Optional columns of whose absence nothing is said: few files have them. */
export function rareColumns(plan: TablePlan): string[] {
  return plan.role === 'profiles' || plan.role === 'items'
    ? plan.attributes.flatMap(({ whereSaid, columns }) => (whereSaid === true ? columns : []))
    : [];
}

/** Columns that are read where the header has them. */
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

/** All files that are read, in order. */
export const partsOf = ({ tables }: Pick<FolderPlan, 'tables'>): PartPlan[] => tables.flatMap(({ parts }) => parts);
