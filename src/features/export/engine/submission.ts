/** The submission in the contest's schema (docs/data-format.md): written as text, and checked by reading that text again, record by record. */
import { csvField, csvRows } from '../../../shared/values/csv';
import { ShelfwiseError } from '../../../shared/errors';
import { EXPORT_FORMATS } from '../../../shared/values/export-formats';
import { say } from '../../../shared/words/sentence';
import { LIST_LENGTH } from '../../../shared/limits';
import { type Check, checkOf, type FormatWriter, textContent } from './content';

const HEADER = 'profile_id,predicted_list';

export const submission: FormatWriter = async (exported) => {
  const records = (): Generator<string> => submissionRecords(exported);
  return textContent(records, checkSubmission(records(), exported.profiles, exported.items));
};

/** @throws ShelfwiseError `bad-data` if there are not enough titles to fill a list */
export function* submissionRecords(exported: {
  readonly profiles: readonly string[];
  readonly items: readonly string[];
  list(profile: number): Int32Array;
}): Generator<string, void, void> {
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
  yield `${HEADER}\n`;
  for (const [index, profile] of profiles.entries()) {
    const list = Array.from(exported.list(index), (column) => printed[column]!);
    yield `${csvField(profile)},"[${list.join(', ').replaceAll('"', '""')}]"\n`;
  }
}

/** IDs in the form of a Python list, since Python reads such files: bare if all are numbers, otherwise all in single quotes. */
function printedIds(ids: readonly string[]): string[] {
  if (ids.every((id) => /^-?\d+$/.test(id))) return [...ids];
  return ids.map((id) => `'${id.replace(/[\\']/g, '\\$&').replaceAll('\n', '\\n').replaceAll('\r', '\\r')}'`);
}

/**
 * Reads a submission again and says for each requirement of the format whether it is met; runs before anything is written.
 * @param records its text, split at row ends
 */
export function checkSubmission(
  records: Iterable<string>,
  profiles: readonly string[],
  items: readonly string[],
): Check[] {
  const known = new Set(printedIds(items));
  const found = new Set<string>();
  let [header, rows, fields]: [string[] | null, number, boolean] = [null, 0, true];
  let wrongRow: { readonly row: number; readonly found: string; readonly wanted: string } | null = null;
  let wrongList: { readonly profile: string; readonly ids: number; readonly different: number } | null = null;
  let stranger: string | undefined;
  for (const row of rowsOf(records)) {
    if (header === null) {
      header = row;
      continue;
    }
    const [profile = '', text = ''] = row;
    const wanted = profiles[rows];
    rows++;
    found.add(profile);
    fields &&= row.length === 2;
    if (wanted !== undefined && wanted !== profile) wrongRow ??= { row: rows, found: profile, wanted };
    const list = listIn(text);
    const different = new Set(list).size;
    if (list.length !== LIST_LENGTH || different !== LIST_LENGTH)
      wrongList ??= { profile, ids: list.length, different };
    stranger ??= list.find((id) => !known.has(id));
  }
  if (rows < profiles.length) wrongRow ??= { row: rows + 1, found: '', wanted: profiles[rows]! };
  const headerText = header?.join(',') ?? '';
  return [
    checkOf('header', headerText === HEADER && fields, say('export.check.header', { header: headerText })),
    checkOf(
      'every profile once, in order',
      wrongRow === null && rows === profiles.length && found.size === rows,
      wrongRow === null
        ? say('export.check.rows', { rows, profiles: profiles.length })
        : say('export.check.wrong-row', wrongRow),
    ),
    checkOf(
      `exactly ${LIST_LENGTH} different ids`,
      wrongList === null,
      wrongList === null
        ? say('export.check.lengths', { length: LIST_LENGTH })
        : say('export.check.wrong-length', wrongList),
    ),
    checkOf(
      'known ids',
      stranger === undefined,
      stranger === undefined ? say('export.check.known-ids') : say('export.check.strange-id', { id: stranger }),
    ),
  ];
}

function* rowsOf(records: Iterable<string>): Generator<string[]> {
  for (const record of records) yield* csvRows(record);
}

function listIn(field: string): string[] {
  if (!field.startsWith('[') || !field.endsWith(']')) return [];
  return field.slice(1, -1).match(/'(?:[^'\\]|\\.)*'|[^,\s][^,]*/g) ?? [];
}
