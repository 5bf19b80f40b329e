/** A format's content for the lists, checked before it is written. */
import type { ExportRecord } from '../../../shared/contract/run';
import type { TextForm } from '../../../shared/values/csv';
import { type Sentence, type TextId, textOf } from '../../../shared/words/sentence';
import { writeRecords } from '../../../engine/storage/write-records';
import type { ExportedLists } from './lists';

export type Check = ExportRecord['checks'][number];

interface Content {
  /** The requirements of the format, and whether each is met; empty for a format without requirements. */
  readonly checks: readonly Check[];
  /** Writes the file. */
  fill(file: string): Promise<void>;
  /** Its first lines, without their ends; for a file that is not text, its first rows as lines of CSV. */
  head(lines: number): readonly string[];
}

/**
 * The content of a text file, which is never held as a whole: for a million profiles it is longer than any string may be.
 * @param records creates its records anew on each call: each a line, or with line ends in quotes several, ended by LF
 */
export const textContent = (records: () => Iterable<string>, checks: readonly Check[] = []): Content => ({
  checks,
  fill: async (file) => {
    await writeRecords(file, records());
  },
  head(lines) {
    let [text, count] = ['', 0];
    for (const record of records()) {
      text += record;
      if (++count === lines) break;
    }
    return text.replace(/\n$/, '').split('\n', lines);
  },
});

/**
 * The same lists give the same content.
 * @param form of texts, for a format that guards them
 * @throws ShelfwiseError `bad-data` if the format cannot hold the lists
 */
export type FormatWriter = (exported: ExportedLists, form: TextForm) => Promise<Content>;

/** A check that this version makes, each of which the window has a name for. */
type CheckName = TextId extends infer Id ? (Id extends `exporting.check.${infer Name}` ? Name : never) : never;

export const checkOf = (check: CheckName, passed: boolean, sentence: Sentence): Check => ({
  check,
  passed,
  detail: textOf([sentence]),
  said: [sentence],
});
