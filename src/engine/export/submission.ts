/** The submission of the contest's schema (docs/data-format.md): made as text, and checked by reading that text again. */
import type { ExportRecord } from '../../shared/contract';
import { ShelfwiseError } from '../../shared/errors';
import { LIST_LENGTH } from '../runs/lists-file';
import { csvField, csvRows } from './csv';

export type Check = ExportRecord['checks'][number];

const HEADER = 'profile_id,predicted_list';

/** @throws ShelfwiseError `bad-data` where there are not enough titles to fill one list */
export function submissionText(exported: {
  readonly profiles: readonly string[];
  readonly items: readonly string[];
  list(profile: number): Int32Array;
}): string {
  const { profiles, items } = exported;
  if (items.length < LIST_LENGTH)
    throw new ShelfwiseError(
      'bad-data',
      `A submission needs ${LIST_LENGTH} different titles a profile, and this run knows ${items.length} in all. Nothing was written. Train on more data, or export as csv or parquet.`,
    );
  const printed = printedIds(items);
  const rows = profiles.map((profile, index) => {
    const list = Array.from(exported.list(index), (column) => printed[column]!);
    return `${csvField(profile)},"[${list.join(', ').replaceAll('"', '""')}]"\n`;
  });
  return `${HEADER}\n${rows.join('')}`;
}

/** Ids as a list prints them in Python, which reads such files: numbers bare, and where any id is none, all of them in single quotes. */
function printedIds(ids: readonly string[]): string[] {
  if (ids.every((id) => /^-?\d+$/.test(id))) return [...ids];
  return ids.map((id) => `'${id.replace(/[\\']/g, '\\$&').replaceAll('\n', '\\n').replaceAll('\r', '\\r')}'`);
}

/** Reads a submission again and says of each demand of the format whether it is met; all of them before anything is written. */
export function checkSubmission(text: string, profiles: readonly string[], items: readonly string[]): Check[] {
  const [header = [], ...rows] = [...csvRows(text)];
  const known = new Set(printedIds(items));
  const lists = rows.map(([, list = '']) => listIn(list));
  const found = rows.map(([profile]) => profile);
  const wrongPlace = profiles.findIndex((profile, index) => found[index] !== profile);
  const wrongLength = lists.findIndex((list) => list.length !== LIST_LENGTH || new Set(list).size !== LIST_LENGTH);
  const stranger = lists.flatMap((list) => list.filter((id) => !known.has(id)))[0];
  return [
    {
      check: 'header',
      passed: header.join(',') === HEADER && rows.every((row) => row.length === 2),
      detail: `The header is ${header.join(',')}; every row has two fields.`,
    },
    {
      check: 'every profile once, in order',
      passed: wrongPlace < 0 && found.length === profiles.length && new Set(found).size === found.length,
      detail:
        wrongPlace < 0
          ? `${found.length} rows for ${profiles.length} profiles.`
          : `Row ${wrongPlace + 1} is of profile ${found[wrongPlace]}, not ${profiles[wrongPlace]}.`,
    },
    {
      check: `exactly ${LIST_LENGTH} different ids`,
      passed: wrongLength < 0,
      detail:
        wrongLength < 0
          ? `Every list has ${LIST_LENGTH} different ids.`
          : `The list of profile ${found[wrongLength]} has ${lists[wrongLength]!.length} ids, ${new Set(lists[wrongLength]).size} of them different.`,
    },
    {
      check: 'known ids',
      passed: stranger === undefined,
      detail: stranger === undefined ? 'Every id is one of the run.' : `${stranger} is no id of this run.`,
    },
  ];
}

function listIn(field: string): string[] {
  if (!field.startsWith('[') || !field.endsWith(']')) return [];
  return field.slice(1, -1).match(/'(?:[^'\\]|\\.)*'|[^,\s][^,]*/g) ?? [];
}
