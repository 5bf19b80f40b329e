/** Lists of a run under rules or a tuning, ready for export. */
import type { DeliveredLists as Delivery } from '../../../engine/delivery/deliver';
import type { BrokenReason } from '../../../shared/contract/unmet-reasons';
import type { GoneOfRule, NotedRules } from '../../../shared/contract/rules';
import type { DeliveredHashes } from '../../../engine/runs/approvals';
import type { ExportedTuning } from '../../../shared/contract/applied-tuning';
import type { Snapshot } from '../../../engine/data/snapshot-tables';
import type { Histories, ItemTable } from '../../../engine/data/tables';
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

/** Lists under rules, with remarks. */
export interface RuledExport {
  readonly lists: Lists;
  /** IDs of all titles that they may name; some without viewings may follow those of the run. */
  readonly items: readonly string[];
  readonly rulesSha256: string;
  /** The day for which the rules were applied. */
  readonly date: string;
  readonly noted: NotedRules;
  /** Whether these saved rules never counted in an export before. */
  readonly isFirst: boolean;
  /** The names of rules that are on and wait for their days. */
  readonly waiting: readonly string[];
  readonly gone: readonly GoneOfRule[];
  /** Number of rules that applied on that day. */
  readonly rules: number;
  /** Rows of the lists that changed. */
  readonly changed: ReadonlySet<number>;
  /** Rules that could not be kept: the name of the rule, and the row of the lists. */
  readonly broken: readonly { readonly row: number; readonly name: string; readonly reason: BrokenReason }[];
}

/** Lists under a tuning, with remarks. */
export interface TunedExport {
  readonly lists: Lists;
  /** IDs of the items that they name. */
  readonly items: readonly string[];
  readonly tuning: ExportedTuning;
  /** Keys that concern one profile, and were left out. */
  readonly left: readonly string[];
  readonly includesWatched: boolean;
  /** Rows of the delivered lists that would differ without the tuning. */
  readonly changed: ReadonlySet<number>;
}

/** The lists as they leave the program, and what an approval of them holds for. */
interface DeliveredLists extends DeliveredHashes {
  readonly lists: Lists;
  /** The titles that they may name. */
  readonly items: ItemTable;
  /** What rules did to them; null without any. */
  readonly under: Delivery['under'];
}

/** What is exported instead of the lists of the run; both if rules follow a tuning. */
export interface MadeOfLists {
  /** The lists under rules; without it there are none. */
  ruled?: RuledExport | undefined;
  /** The lists under a tuning, before any rules. */
  tuned?: TunedExport | undefined;
  /** What the session holds in which they were made; read for the export where absent. */
  listed?: ListedRun | undefined;
  /** Absent for the run's own lists, and for a preview. */
  delivered?: DeliveredLists | undefined;
}
