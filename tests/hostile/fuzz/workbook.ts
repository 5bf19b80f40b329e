/** Workbooks: their XML nested, repeated and changed by its parts, and any byte of the file. */
import type { RandomStream } from '../../../src/engine/model/random';
import type { Mapping } from '../../../src/shared/contract/dataset';
import { importAndUse } from '../support/use';
import { type Cell, STYLE, workbookParts, zipped } from '../../support/workbook';
import { mutateBytes, pick } from './mutate';
import type { Draws, Input } from './draws';

const MAPPING: Mapping = {
  events: { file: 'plays.csv', profile: 'child', item: 'show' },
  items: { file: 'shows.xlsx', item: 'show', title: 'name', attributes: ['day'] },
};
const PLAYS = Buffer.from('child,show\na,1\nb,2\na,2\n');
const ROWS: Cell[][] = [
  ['show', 'name', 'day'],
  [1, 'One', { days: 46_000, style: STYLE.date }],
  [2, 'Two', { days: 46_001.5, style: STYLE.own }],
  [3, { xml: '<c r="B4" t="inlineStr"><is><r><t>Th</t></r><r><t>ree</t></r></is></c>' }],
];
const PARTS = [
  'xl/sharedStrings.xml',
  'xl/styles.xml',
  'xl/worksheets/sheet1.xml',
  'xl/workbook.xml',
  'xl/_rels/workbook.xml.rels',
];

const ELEMENT = /<([A-Za-z:]+)((?:\s[^<>]*)?)(\/?)>/g;
const VALUES = [
  '',
  '0',
  '-1',
  '1',
  '1e9',
  '99999999999',
  'XFD1048576',
  'A0',
  's',
  'inlineStr',
  'n',
  'yyyy',
  '[h]',
  '&#x1F600;',
  '&x;',
];
const CHARACTERS = ['[', '"', 'm', 'x', '_x000D_', '&amp;', '<a/>', '한', ']'];
/** Much, but what a file of some kilobytes may unfold to. */
const COUNTS = [2, 9, 90, 101, 300, 5000, 60_000];

const wrapped = (text: string, name: string, levels: number): string =>
  `<${name}>`.repeat(levels) + text + `</${name}>`.repeat(levels);

/** Characters of a part that grows no further: the fuzzer must not run out of memory itself. */
const LONGEST = 4_000_000;

function mutateXml(random: RandomStream, xml: string): string {
  if (xml.length > LONGEST) return xml;
  const elements = [...xml.matchAll(ELEMENT)];
  if (elements.length === 0) return xml;
  const element = pick(random, elements);
  const [whole, name = '', attributes = ''] = element;
  const [at, count] = [element.index, pick(random, COUNTS)];
  const end = xml.indexOf(`</${name}>`, at);
  const inner = end < 0 ? whole : xml.slice(at, end + name.length + 3);
  const rest = xml.slice(at + inner.length);
  switch (random.below(7)) {
    case 0:
      return xml.slice(0, at) + wrapped(inner, name, Math.min(count, 300)) + rest;
    case 1:
      return xml.slice(0, at) + wrapped(inner, pick(random, elements)[1]!, Math.min(count, 300)) + rest;
    case 2:
      return xml.slice(0, at) + inner.repeat(inner.length > 1000 ? 2 : count) + rest;
    case 3: {
      const changed = attributes.replaceAll(/="[^"]*"/g, (old) =>
        random.below(2) === 0
          ? old
          : `="${pick(random, [pick(random, VALUES), pick(random, CHARACTERS).repeat(count)]).replaceAll(/["<]/g, '')}"`,
      );
      return xml.slice(0, at) + whole.replace(attributes, () => changed) + xml.slice(at + whole.length);
    }
    case 4:
      return xml.slice(0, at + whole.length) + pick(random, CHARACTERS).repeat(count) + xml.slice(at + whole.length);
    case 5:
      return xml.slice(0, at) + rest;
    default:
      return mutateBytes(random, Buffer.from(xml)).toString();
  }
}

export async function workbook({ beginning, steps }: Draws): Promise<Input> {
  const parts: Record<string, string | Uint8Array> = { ...workbookParts({ Titles: ROWS }) };
  for (const random of steps) {
    const part = pick(random, PARTS);
    parts[part] = mutateXml(random, String(parts[part]));
  }
  const whole = await zipped(parts);
  const bytes = beginning.below(6) === 0 ? mutateBytes(beginning, whole) : whole;
  return {
    files: { 'plays.csv': PLAYS, 'shows.xlsx': bytes },
    use: async (stage) => importAndUse(stage, stage.given, MAPPING),
  };
}
