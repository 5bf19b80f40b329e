/** What rules or a tuning made of the lists of a run, before they are exported. */
import type { ExportedTuning } from '../../../shared/contract/applied-tuning';
import type { Snapshot } from '../../../engine/data/snapshot-tables';
import type { Histories } from '../../../engine/data/tables';
import type { Lists } from '../../../engine/model/ranking/lists';

/** The lists of a run as trained, and what they are over. */
export interface ListedRun {
  readonly lists: Lists;
  /** IDs of the rows; the lists have one row more. */
  readonly profiles: readonly string[];
  /** IDs of the columns. */
  readonly items: readonly string[];
  readonly histories: Histories;
  readonly snapshot: Snapshot;
}

/** Lists under rules, and what is to be said of them. */
export interface RuledExport {
  readonly lists: Lists;
  /** IDs of all titles that they may name; behind those of the run may stand some without viewings. */
  readonly items: readonly string[];
  readonly rulesSha256: string;
  /** The day for which the rules were applied. */
  readonly date: string;
  /** Rules that counted on that day. */
  readonly rules: number;
  /** Rows of the lists that are not what they were. */
  readonly changed: ReadonlySet<number>;
  /** Promises that could not be kept: the name of the rule, and the row of the lists. */
  readonly broken: readonly { readonly row: number; readonly name: string }[];
}

/** Lists under a tuning, and what is to be said of them. */
export interface TunedExport {
  readonly lists: Lists;
  /** IDs of the items that they name. */
  readonly items: readonly string[];
  readonly tuning: ExportedTuning;
  /** Keys that are about one profile, and were left out. */
  readonly left: readonly string[];
  readonly includesWatched: boolean;
  /** Rows of the lists that are not as trained. */
  readonly changed: ReadonlySet<number>;
}

/** What is exported in the place of the lists of the run; both, where rules came after a tuning. */
export interface MadeOfLists {
  /** What rules made of the lists of the run; without it they are exported as they are. */
  ruled?: RuledExport | undefined;
  /** What a tuning made of them, before any rules. */
  tuned?: TunedExport | undefined;
  /** What the session holds in which they were made; read for the export where absent. */
  listed?: ListedRun | undefined;
}
