/** The submission of the contest's schema (docs/data-format.md): made as text, and checked by reading that text again. */
import { csvField, csvRows } from '../../shared/csv';
import { ShelfwiseError } from '../../shared/errors';
import { EXPORT_FORMATS } from '../../shared/export-formats';
import { say } from '../../shared/sentences/sentence';
import { LIST_LENGTH } from '../../shared/limits';
import { type Check, checkOf, type FormatWriter, textContent } from './content';

const HEADER = 'profile_id,predicted_list';

export const submission: FormatWriter = async (exported) => {
  const text = submissionText(exported);
  return textContent(text, checkSubmission(text, exported.profiles, exported.items));
};

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
      say('export.too-few-titles', {
        needed: LIST_LENGTH,
        known: items.length,
        others: EXPORT_FORMATS.filter((format) => format !== 'submission'),
      }),
    );
  const printed = printedIds(items);
  const rows = profiles.map((profile, index) => {
    const list = Array.from(exported.list(index), (column) => printed[column]!);
    return `${csvField(profile)},"[${list.join(', ').replaceAll('"', '""')}]"\n`;
  });
  return `${HEADER}\n${rows.join('')}`;
}

/** IDs as a list prints them in Python, which reads such files: numbers bare, and where any ID is none, all of them in single quotes. */
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
    checkOf(
      'header',
      header.join(',') === HEADER && rows.every((row) => row.length === 2),
      say('export.check.header', { header: header.join(',') }),
    ),
    checkOf(
      'every profile once, in order',
      wrongPlace < 0 && found.length === profiles.length && new Set(found).size === found.length,
      wrongPlace < 0
        ? say('export.check.rows', { rows: found.length, profiles: profiles.length })
        : say('export.check.wrong-row', {
            row: wrongPlace + 1,
            found: found[wrongPlace] ?? '',
            wanted: profiles[wrongPlace]!,
          }),
    ),
    checkOf(
      `exactly ${LIST_LENGTH} different ids`,
      wrongLength < 0,
      wrongLength < 0
        ? say('export.check.lengths', { length: LIST_LENGTH })
        : say('export.check.wrong-length', {
            profile: found[wrongLength] ?? '',
            ids: lists[wrongLength]!.length,
            different: new Set(lists[wrongLength]).size,
          }),
    ),
    checkOf(
      'known ids',
      stranger === undefined,
      stranger === undefined ? say('export.check.known-ids') : say('export.check.strange-id', { id: stranger }),
    ),
  ];
}

function listIn(field: string): string[] {
  if (!field.startsWith('[') || !field.endsWith(']')) return [];
  return field.slice(1, -1).match(/'(?:[^'\\]|\\.)*'|[^,\s][^,]*/g) ?? [];
}
