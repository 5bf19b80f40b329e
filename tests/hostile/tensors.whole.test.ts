/**
 * The weights, lists and figures of a bundle: safetensors that lie, and tensors, lists and vocabulary that do not
 * match.
 */
import { bundleParts, type Model, type Parts } from './support/originals';
import { bundleCase, type Case, type Expected, setStage, testCases } from './support/cases';
import { put, sealed } from './support/seal';
import { openTensors, tensorsFile, tensorsOf, wellFormed } from './support/tensors';

setStage();

const FILES = ['model.safetensors', 'lists.safetensors', 'test-profiles.safetensors'] as const;

function partsCase(model: Model, name: string, expected: Expected, edit: (parts: Parts) => void): Case {
  return bundleCase(`${model}: ${name}`, expected, async () => {
    const parts = await bundleParts(model);
    edit(parts);
    return sealed(parts, { fingerprint: false });
  });
}

type Edit = (header: Record<string, Record<string, unknown>>, first: string, body: Buffer) => Buffer | string | void;

/** A changed header of a file; the edit's result replaces it. */
const headerCase = (file: string, name: string, expected: Expected, edit: Edit): Case =>
  partsCase('popularity', `${file}: ${name}`, expected, (parts) => {
    const { header, body } = openTensors(parts[file]!);
    const loose = header as unknown as Record<string, Record<string, unknown>>;
    const answer = edit(loose, Object.keys(header)[0]!, body);
    parts[file] = tensorsFile(answer ?? header, body);
  });

const rawCase = (file: string, name: string, make: (whole: Buffer) => Buffer): Case =>
  partsCase('popularity', `${file}: ${name}`, 'bad-data', (parts) => {
    parts[file] = make(parts[file]!);
  });

const withLength = (whole: Buffer, length: bigint): Buffer => {
  const copy = Buffer.from(whole);
  copy.writeBigUInt64LE(length, 0);
  return copy;
};

const formCases = FILES.flatMap((file): Case[] => [
  rawCase(file, 'nothing', () => Buffer.alloc(0)),
  rawCase(file, '7 bytes', (whole) => whole.subarray(0, 7)),
  rawCase(file, 'half of it', (whole) => whole.subarray(0, whole.length / 2)),
  rawCase(file, 'one byte less', (whole) => whole.subarray(0, -1)),
  rawCase(file, 'a header length of 0', (whole) => withLength(whole, 0n)),
  rawCase(file, 'a header length of 2^53', (whole) => withLength(whole, 2n ** 53n)),
  rawCase(file, 'a header length of 2^64 - 1', (whole) => withLength(whole, 2n ** 64n - 1n)),
  rawCase(file, 'a header as long as the file', (whole) => withLength(whole, BigInt(whole.length - 8))),
  ...(
    [
      ['no JSON', 'x'.repeat(64)],
      ['null', 'null'],
      ['a list', '[]'],
      ['a number', '8'],
      ['a text', '"popularity"'],
      ['lists in lists', '['.repeat(50_000)],
      ['a tensor that is null', '{"popularity": null}'],
      ['a tensor that is a number', '{"popularity": 5}'],
      ['a tensor without anything', '{"popularity": {}}'],
      ['no tensor', '{}'],
      ['only __proto__', '{"__proto__": {"dtype": "F32", "shape": [1], "data_offsets": [0, 4]}}'],
    ] as const
  ).map(([name, header]) => rawCase(file, `a header of ${name}`, () => tensorsFile(header, Buffer.alloc(64)))),
  ...(
    [
      ['dtype F64', 'dtype', 'F64'],
      ['dtype BF16', 'dtype', 'BF16'],
      ['dtype I64', 'dtype', 'I64'],
      ['dtype lower case', 'dtype', 'f32'],
      ['dtype a number', 'dtype', 32],
      ['dtype a list', 'dtype', ['F32']],
      ['no shape', 'shape', undefined],
      ['shape null', 'shape', null],
      ['shape a number', 'shape', 60],
      ['shape a text', 'shape', '60'],
      ['shape empty', 'shape', []],
      ['shape of 2^53', 'shape', [2 ** 53]],
      ['shape of 2^32 times 2^32', 'shape', [2 ** 32, 2 ** 32]],
      ['shape of 0', 'shape', [0]],
      ['shape of 0 and 2^53', 'shape', [0, 2 ** 53]],
      ['shape negative', 'shape', [-60]],
      ['shape twice negative', 'shape', [-1, -60]],
      ['shape of a half', 'shape', [0.5, 120]],
      ['shape of texts', 'shape', ['60']],
      ['shape of null', 'shape', [null]],
      ['shape of 10,000 ones', 'shape', Array.from({ length: 10_000 }, () => 1)],
      ['offsets null', 'data_offsets', null],
      ['no offsets', 'data_offsets', undefined],
      ['one offset', 'data_offsets', [0]],
      ['offsets backwards', 'data_offsets', [240, 0]],
      ['offsets negative', 'data_offsets', [-240, 0]],
      ['offsets in the header', 'data_offsets', [-8, 232]],
      ['offsets beyond', 'data_offsets', [1e9, 1e9 + 240]],
      ['offsets at 2^53', 'data_offsets', [2 ** 53 - 240, 2 ** 53]],
      ['offsets of halves', 'data_offsets', [0.5, 240.5]],
      ['offsets of texts', 'data_offsets', ['0', '240']],
      ['offsets not at a multiple of 4', 'data_offsets', [1, 241]],
      ['offsets of three', 'data_offsets', [0, 240, 480]],
      ['offsets of 1e308', 'data_offsets', [0, 1e308]],
    ] as const
  ).map(([name, field, value]) =>
    headerCase(file, name, 'bad-data', (header, first) => {
      if (value === undefined) delete header[first]![field];
      else header[first]![field] = value;
    }),
  ),
  headerCase(file, 'a tensor more', 'bad-data', (header, first) => {
    header['more'] = header[first]!;
  }),
  headerCase(file, 'tensors that share their bytes', 'bad-data', (header, first) => {
    header['twin'] = { ...header[first] };
  }),
  headerCase(file, '10,000 tensors that share their bytes', 'bad-data', (header, first) => {
    for (let at = 0; at < 10_000; at++) header[`twin${at}`] = { ...header[first] };
  }),
  headerCase(file, 'a name twice', 'bad-data', (header, first) => {
    const text = JSON.stringify(header);
    return `${text.slice(0, -1)}, ${JSON.stringify(first)}: {"dtype":"F32","shape":[1],"data_offsets":[0,4]}}`;
  }),
  headerCase(file, 'another name', 'bad-data', (header, first) => {
    header['other'] = header[first]!;
    delete header[first];
  }),
  headerCase(file, 'metadata that is a number', ['bad-data', 'works', 'opens'], (header) => {
    header['__metadata__'] = 7 as never;
  }),
  headerCase(file, 'metadata of a million bytes', ['bad-data', 'works', 'opens'], (header) => {
    header['__metadata__'] = { more: 'x'.repeat(1_000_000) };
  }),
  headerCase(file, 'the other type', 'bad-data', (header, first) => {
    header[first]!['dtype'] = header[first]!['dtype'] === 'F32' ? 'I32' : 'F32';
  }),
]);

/** Numbers of a tensor, changed. */
const valueCase = (
  model: Model,
  tensor: string,
  name: string,
  expected: Expected,
  edit: (values: Float32Array | Int32Array) => void,
): Case =>
  partsCase(model, `${tensor} with ${name}`, expected, (parts) => {
    const tensors = tensorsOf(parts['model.safetensors']!);
    edit(tensors[tensor]!.values);
    parts['model.safetensors'] = wellFormed(tensors);
  });

/** A tensor of another shape, filled with ones. */
const shapeCase = (model: Model, tensor: string, name: string, shape: (is: number[]) => number[]): Case =>
  partsCase(model, `${tensor} ${name}`, 'bad-data', (parts) => {
    const tensors = tensorsOf(parts['model.safetensors']!);
    const old = tensors[tensor]!;
    const sides = shape(old.shape);
    const length = sides.reduce((product, side) => product * side, 1);
    const values =
      old.values instanceof Float32Array ? new Float32Array(length).fill(1) : new Int32Array(length).fill(1);
    tensors[tensor] = { shape: sides, values };
    parts['model.safetensors'] = wellFormed(tensors);
  });

const TENSORS: Partial<Record<Model, readonly string[]>> = {
  popularity: ['scores'],
  'item-knn': ['offsets', 'candidates', 'similarities', 'popularity', 'profiles'],
  als: ['items', 'popularity'],
  ease: ['offsets', 'links', 'multipliers', 'popularity'],
  dae: ['encoder', 'encoder.bias', 'decoder', 'decoder.bias'],
};

const FLOATS: readonly [string, number][] = [
  ['NaN', NaN],
  ['infinity', Infinity],
  ['-infinity', -Infinity],
  ['the largest number', 3.4e38],
  ['the smallest number', 1e-45],
  ['-0', -0],
];

const modelCases: Case[] = [
  ...Object.entries(TENSORS).flatMap(([model, tensors]) =>
    tensors.flatMap((tensor): Case[] => [
      partsCase(model as Model, `without ${tensor}`, 'bad-data', (parts) => {
        const { [tensor]: _, ...rest } = tensorsOf(parts['model.safetensors']!);
        parts['model.safetensors'] = wellFormed(rest);
      }),
      shapeCase(model as Model, tensor, 'without numbers', () => [0]),
      shapeCase(model as Model, tensor, 'of one number', () => [1, 1, 1]),
      shapeCase(model as Model, tensor, 'a row less', ([rows, ...sides]) => [rows! - 1, ...sides]),
      shapeCase(model as Model, tensor, 'a row more', ([rows, ...sides]) => [rows! + 1, ...sides]),
      shapeCase(model as Model, tensor, 'of 1000 times the rows', ([rows, ...sides]) => [rows! * 1000, ...sides]),
      shapeCase(model as Model, tensor, 'a side more', (sides) => [...sides, 2]),
    ]),
  ),
  ...(['popularity', 'als', 'dae', 'ease', 'trend'] as const).flatMap((model) =>
    FLOATS.map(([name, value]) =>
      partsCase(model, `every weight ${name}`, ['bad-data', 'works', 'opens'], (parts) => {
        const tensors = tensorsOf(parts['model.safetensors']!);
        for (const { values } of Object.values(tensors)) if (values instanceof Float32Array) values.fill(value);
        parts['model.safetensors'] = wellFormed(tensors);
      }),
    ),
  ),
  valueCase('item-knn', 'offsets', 'a row of 2^31 - 1', 'bad-data', (values) => values.set([0, 2 ** 31 - 1])),
  valueCase('item-knn', 'offsets', 'all 2^31 - 1 but the first', 'bad-data', (values) => values.fill(2 ** 31 - 1, 1)),
  valueCase('item-knn', 'offsets', 'negative numbers', 'bad-data', (values) => values.fill(-(2 ** 31))),
  valueCase('item-knn', 'offsets', 'numbers that fall', 'bad-data', (values) => values.reverse()),
  valueCase('item-knn', 'offsets', 'nothing but zeros', 'bad-data', (values) => values.fill(0)),
  valueCase('item-knn', 'candidates', 'a title that is not there', 'bad-data', (values) => values.fill(10 ** 9)),
  valueCase('item-knn', 'candidates', 'negative titles', 'bad-data', (values) => values.fill(-1)),
  valueCase('item-knn', 'similarities', 'NaN', 'bad-data', (values) => values.fill(NaN)),
  valueCase('item-knn', 'profiles', '-1', 'bad-data', (values) => values.fill(-1)),
  valueCase('item-knn', 'profiles', '0', ['bad-data', 'works'], (values) => values.fill(0)),
  valueCase('item-knn', 'popularity', 'negative numbers', ['bad-data', 'works'], (values) => values.fill(-5)),
  valueCase('ease', 'offsets', 'a row of 2^31 - 1', 'bad-data', (values) => values.set([0, 2 ** 31 - 1])),
  valueCase('ease', 'offsets', 'all 2^31 - 1 but the first', 'bad-data', (values) => values.fill(2 ** 31 - 1, 1)),
  valueCase('ease', 'offsets', 'negative numbers', 'bad-data', (values) => values.fill(-(2 ** 31))),
  valueCase('ease', 'offsets', 'numbers that fall', 'bad-data', (values) => values.reverse()),
  valueCase('ease', 'offsets', 'nothing but zeros', 'bad-data', (values) => values.fill(0)),
  valueCase('ease', 'offsets', 'all links in the last row', 'bad-data', (values) =>
    values.fill(0, 1, values.length - 1),
  ),
  valueCase('ease', 'links', 'steps of 65,535', 'bad-data', (values) => values.fill(-1 << 16)),
  valueCase('ease', 'links', 'one step of 65,535', 'bad-data', (values) => values.set([-1 << 16])),
  valueCase('ease', 'links', 'steps of 0', 'bad-data', (values) => values.fill(0x3f80)),
  valueCase('ease', 'links', 'a first step of 0', 'bad-data', (values) => values.set([0x3f80])),
  valueCase('ease', 'links', 'a step behind the last title', 'bad-data', (values) => values.set([(61 << 16) | 0x3f80])),
  valueCase('ease', 'links', 'NaN', 'bad-data', (values) => values.forEach((link, at) => (values[at] = link | 0x7fff))),
  valueCase('ease', 'links', 'infinity', 'bad-data', (values) => values.set([(values[0]! & ~0xffff) | 0x7f80])),
  valueCase('ease', 'links', 'the largest number', ['bad-data', 'works', 'opens'], (values) =>
    values.forEach((link, at) => (values[at] = (link & ~0xffff) | 0x7f7f)),
  ),
  valueCase('ease', 'links', 'no value anywhere', ['works'], (values) =>
    values.forEach((link, at) => (values[at] = link & ~0xffff)),
  ),
  valueCase('ease', 'multipliers', 'NaN', 'bad-data', (values) => values.fill(NaN)),
  valueCase('ease', 'multipliers', 'negative numbers', ['works'], (values) => values.fill(-5)),
  partsCase('als', 'items of one row', 'bad-data', (parts) => {
    const tensors = tensorsOf(parts['model.safetensors']!);
    tensors['items'] = { shape: [1, 240], values: new Float32Array(240) };
    parts['model.safetensors'] = wellFormed(tensors);
  }),
  partsCase('als', 'items of no factor', 'bad-data', (parts) => {
    const tensors = tensorsOf(parts['model.safetensors']!);
    tensors['items'] = { shape: [60, 0], values: new Float32Array(0) };
    parts['model.safetensors'] = wellFormed(tensors);
  }),
  partsCase('dae', 'a code of another width', 'bad-data', (parts) => {
    const tensors = tensorsOf(parts['model.safetensors']!);
    const [items, width] = tensors['encoder']!.shape;
    tensors['encoder'] = { shape: [items!, width! + 1], values: new Float32Array(items! * (width! + 1)) };
    parts['model.safetensors'] = wellFormed(tensors);
  }),
  // Those of `trend` have the same shape as those of `popularity`.
  ...(['item-knn', 'als', 'ease', 'dae'] as const).map((model) =>
    bundleCase(`${model}: with the weights of popularity`, 'bad-data', async () => {
      const parts = await bundleParts(model);
      parts['model.safetensors'] = (await bundleParts('popularity'))['model.safetensors']!;
      return sealed(parts);
    }),
  ),
  ...(['als', 'dae'] as const).map((model) =>
    bundleCase(`popularity: said to be ${model}`, 'bad-data', async () => {
      const parts = await bundleParts('popularity');
      put(parts, 'run.json', 'model', model);
      put(parts, 'run.json', ['recipe', 'model'], model);
      put(parts, 'recipe.json', 'model', model);
      return sealed(parts);
    }),
  ),
];

/** Lists rebuilt from the numbers of the old ones. */
const listsCase = (
  name: string,
  expected: Expected,
  edit: (lists: Record<string, { shape: number[]; values: Float32Array | Int32Array }>) => void,
): Case =>
  partsCase('popularity', `lists: ${name}`, expected, (parts) => {
    const lists = tensorsOf(parts['lists.safetensors']!);
    edit(lists);
    parts['lists.safetensors'] = wellFormed(lists);
  });

const listsCases: Case[] = [
  listsCase('a title of 10^9', 'bad-data', ({ items }) => items!.values.set([10 ** 9])),
  listsCase('every title 10^9', 'bad-data', ({ items }) => items!.values.fill(10 ** 9)),
  listsCase('the title behind the last', 'bad-data', ({ items }) => items!.values.set([60])),
  listsCase('a title of -2', 'bad-data', ({ items }) => items!.values.set([-2])),
  listsCase('one title 25 times', ['bad-data'], ({ items }) => items!.values.fill(3)),
  listsCase('an end in the middle of a list', ['bad-data', 'works'], ({ items }) => items!.values.set([-1], 3)),
  listsCase('nothing but ends', ['bad-data', 'works', 'opens'], ({ items }) => items!.values.fill(-1)),
  listsCase('scores of NaN', 'bad-data', ({ scores }) => scores!.values.fill(NaN)),
  listsCase('scores that rise', ['bad-data', 'works'], ({ scores }) => scores!.values.reverse()),
  listsCase('scores of infinity', 'bad-data', ({ scores }) => scores!.values.fill(Infinity)),
  // Older runs have none for the unknown profile.
  listsCase('a row less', ['bad-data', 'works'], ({ items, scores }) => {
    const [rows, count] = items!.shape as [number, number];
    for (const tensor of [items!, scores!]) {
      tensor.values = tensor.values.slice(0, (rows - 1) * count) as never;
      tensor.shape = [rows - 1, count];
    }
  }),
  listsCase('a thousand rows more', 'bad-data', ({ items, scores }) => {
    const [rows, count] = items!.shape as [number, number];
    items!.values = new Int32Array((rows + 1000) * count);
    scores!.values = new Float32Array((rows + 1000) * count);
    items!.shape = scores!.shape = [rows + 1000, count];
  }),
  listsCase('no place', ['bad-data'], ({ items, scores }) => {
    items!.values = new Int32Array(0);
    scores!.values = new Float32Array(0);
    items!.shape = scores!.shape = [17, 0];
  }),
  listsCase('one place', ['bad-data', 'works', 'opens'], ({ items, scores }) => {
    items!.values = items!.values.slice(0, 17) as never;
    scores!.values = scores!.values.slice(0, 17) as never;
    items!.shape = scores!.shape = [17, 1];
  }),
  listsCase('rows and places the other way round', 'bad-data', ({ items, scores }) => {
    items!.shape.reverse();
    scores!.shape.reverse();
  }),
  listsCase('scores of another shape', 'bad-data', ({ scores }) => {
    scores!.shape = [scores!.values.length];
  }),
  listsCase('items and scores in each other’s place', 'bad-data', (lists) => {
    const { items } = lists;
    lists['items'] = lists['scores']!;
    lists['scores'] = items!;
  }),
];

const vocabularyCase = (
  name: string,
  expected: Expected,
  edit: (vocabulary: { profiles: unknown[]; items: unknown[] }) => unknown,
): Case =>
  partsCase('popularity', `vocabulary: ${name}`, expected, (parts) => {
    const vocabulary = JSON.parse(parts['vocabulary.json']!.toString()) as { profiles: unknown[]; items: unknown[] };
    const answer = edit(vocabulary);
    parts['vocabulary.json'] = Buffer.from(`${JSON.stringify(answer ?? vocabulary)}\n`);
  });

const vocabularyCases: Case[] = [
  vocabularyCase('no items', 'bad-data', (vocabulary) => void (vocabulary.items = [])),
  vocabularyCase('no profiles', 'bad-data', (vocabulary) => void (vocabulary.profiles = [])),
  vocabularyCase('an item less', 'bad-data', ({ items }) => void items.pop()),
  vocabularyCase('an item more', 'bad-data', ({ items }) => void items.push('more')),
  vocabularyCase('a profile less', 'bad-data', ({ profiles }) => void profiles.pop()),
  vocabularyCase('a profile more', 'bad-data', ({ profiles }) => void profiles.push('99')),
  vocabularyCase('one item twice', 'bad-data', ({ items }) => void (items[1] = items[0])),
  vocabularyCase('one profile twice', 'bad-data', ({ profiles }) => void (profiles[1] = profiles[0])),
  vocabularyCase('items in another order', 'bad-data', ({ items }) => void items.reverse()),
  vocabularyCase('profiles in another order', 'bad-data', ({ profiles }) => void profiles.reverse()),
  vocabularyCase('items that the data set has not', 'bad-data', ({ items }) => void items.fill('nobody')),
  vocabularyCase('an item that is a number', 'bad-data', ({ items }) => void (items[0] = 101)),
  vocabularyCase('an item that is null', 'bad-data', ({ items }) => void (items[0] = null)),
  vocabularyCase('an item called __proto__', 'bad-data', ({ items }) => void (items[0] = '__proto__')),
  vocabularyCase('an item of a million bytes', 'bad-data', ({ items }) => void (items[0] = 'x'.repeat(1_000_000))),
  vocabularyCase('an item with a newline and a comma', 'bad-data', ({ items }) => void (items[0] = '1\n2:3,4')),
  vocabularyCase(
    'a million items',
    'bad-data',
    (vocabulary) => void (vocabulary.items = Array.from({ length: 1_000_000 }, (_, at) => `${at}`)),
  ),
  vocabularyCase('items as an object', 'bad-data', ({ profiles }) => ({ profiles, items: { length: 60 } })),
  vocabularyCase('keys of its own', ['bad-data', 'works'], (vocabulary) => ({ ...vocabulary, more: [] })),
];

const testProfilesCase = (
  name: string,
  expected: Expected,
  edit: (tensors: ReturnType<typeof tensorsOf>) => void,
): Case =>
  partsCase('popularity', `test profiles: ${name}`, expected, (parts) => {
    const tensors = tensorsOf(parts['test-profiles.safetensors']!);
    edit(tensors);
    parts['test-profiles.safetensors'] = wellFormed(tensors);
  });

const testProfilesCases: Case[] = [
  testProfilesCase('a profile of 10^9', 'bad-data', ({ profile }) => profile!.values.fill(10 ** 9)),
  testProfilesCase('a profile of -1', 'bad-data', ({ profile }) => profile!.values.fill(-1)),
  testProfilesCase('one profile again and again', 'bad-data', ({ profile }) => profile!.values.fill(0)),
  testProfilesCase('scores of NaN', 'bad-data', ({ score }) => score!.values.fill(NaN)),
  testProfilesCase('scores of 7', 'bad-data', ({ score }) => score!.values.fill(7)),
  testProfilesCase('fewer scores than profiles', 'bad-data', ({ score }) => {
    score!.values = score!.values.slice(0, 1) as never;
    score!.shape = [1];
  }),
  testProfilesCase('no recall', 'bad-data', (tensors) => {
    delete tensors['recall'];
  }),
  testProfilesCase('a list that names a title of 10^9', 'bad-data', ({ lists }) => void (lists!.values[0] = 10 ** 9)),
  testProfilesCase('a list that names a title twice', 'bad-data', ({ lists }) => {
    lists!.values[1] = lists!.values[0]!;
  }),
  testProfilesCase('lists of one place', 'bad-data', ({ lists }) => {
    const [profiles] = lists!.shape;
    lists!.values = lists!.values.slice(0, profiles) as never;
    lists!.shape = [profiles!, 1];
  }),
  testProfilesCase('lists without their number of targets', 'bad-data', (tensors) => {
    delete tensors['targets'];
  }),
  testProfilesCase('figures alone, as of version 0.2.0', ['works', 'opens'], (tensors) => {
    delete tensors['targets'];
    delete tensors['lists'];
  }),
  testProfilesCase('profiles as fractions', 'bad-data', (tensors) => {
    tensors['profile'] = { shape: tensors['profile']!.shape, values: Float32Array.from(tensors['profile']!.values) };
  }),
];

testCases(formCases, modelCases, listsCases, vocabularyCases, testProfilesCases);
