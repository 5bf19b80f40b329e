/** Labels of a data set: kept by revision beside it, copied with it, and never part of it. */
import * as fs from 'node:fs/promises';
import * as path from 'node:path';
import { describe, expect, it } from 'vitest';
import { openSnapshot, verifySnapshot } from '../../../engine/data/snapshot';
import { createEngine } from '../../engine';
import { givenLabelsSchema, type Label } from '../../../shared/contract/labels';
import type { MappingFile } from '../../../shared/contract/dataset';
import { stepFrom } from '../../../shared/contract/kept';
import { finalValue } from '../../../shared/values/final-value';
import { GENRE_COLOURS } from '../../../shared/labels/genre-colours';
import { knownNames } from '../../../shared/labels/known-names';
import { labelBook } from '../../../shared/labels/label-book';
import { textsIn } from '../../../shared/words/texts';
import { LONGEST_LABEL, MOST_LABELS } from '../../../shared/limits';
import { temporaryFolder } from '../../../../tests/support/finished-run';
import { otherService } from '../../../../tests/support/other-service';
import { writeTables } from '../../../../tests/support/small-folder';
import { importDistinctive } from '../../../../tests/support/trained-run';
import { trainersHere } from '../../../../tests/support/trainers-here';
import { forgetIn, importedFolder, PEOPLE } from '../../../../tests/support/forgetting';

async function twoEngines() {
  const { workspace, dataset, source } = await importDistinctive();
  const engines = await Promise.all(
    [0, 1].map(() => createEngine({ workspaceFolder: workspace.folder, launcher: trainersHere })),
  );
  const [mine, theirs] = engines.map(({ client }) => client);
  return { mine: mine!, theirs: theirs!, data: dataset.fingerprint, workspace, source };
}

const SEX: Label[] = [
  { attribute: 'sex', label: '성별' },
  { attribute: 'sex', code: 'F', label: '여아' },
];

describe('labels', () => {
  it('are kept by revision, and a change of an earlier revision is refused', async () => {
    const { mine, theirs, data } = await twoEngines();
    const nothing = { entries: [], colours: [], timeZone: 'UTC', genres: [], revision: 0, changedAt: null };
    expect(await mine.labels.get({ data })).toEqual(nothing);
    const first = await mine.labels.set({ data, revision: 0, entries: SEX });
    expect(first).toMatchObject({ entries: SEX, colours: [], timeZone: 'UTC', revision: 1 });
    expect(await theirs.labels.get({ data: data.slice(0, 8) })).toEqual(first);
    await expect(theirs.labels.set({ data, revision: 0, timeZone: 'Asia/Seoul' })).rejects.toMatchObject({
      code: 'busy',
      message: expect.stringContaining(data.slice(0, 12)),
    });
    // Fields that are not given stay.
    const colours = [{ genre: '공룡', colour: 'green' as const }];
    const second = await theirs.labels.set({ data, revision: 1, timeZone: 'Asia/Seoul', colours });
    expect(second).toMatchObject({ entries: SEX, colours, timeZone: 'Asia/Seoul', revision: 2 });
    expect(await mine.labels.set({ data, revision: 2, entries: [] })).toMatchObject({ entries: [], colours });
  });

  it('are undone and redone as a whole', async () => {
    const { mine, theirs, data } = await twoEngines();
    await mine.labels.set({ data, revision: 0, entries: SEX });
    await mine.labels.set({ data, revision: 1, entries: SEX.slice(0, 1), timeZone: 'Asia/Seoul' });
    const step = async (direction: 'back' | 'forward') => {
      const { revision, versions } = await theirs.labels.history({ data });
      return theirs.labels.restore({ data, revision, to: stepFrom(versions, direction)!.revision });
    };
    expect(await step('back')).toMatchObject({ entries: SEX, timeZone: 'UTC', revision: 3 });
    expect(await step('forward')).toMatchObject({ entries: SEX.slice(0, 1), timeZone: 'Asia/Seoul', revision: 4 });
    await expect(mine.labels.restore({ data, revision: 2, to: 1 })).rejects.toMatchObject({ code: 'busy' });
    await expect(mine.labels.restore({ data, revision: 4, to: 99 })).rejects.toMatchObject({ code: 'not-found' });
  });

  it('are visible in every window, and change nothing of the data set', async () => {
    const { mine, theirs, data, workspace, source } = await twoEngines();
    const before = await fs.readFile(path.join(workspace.datasets, data, 'dataset.json'));
    const changes = (await theirs.workspace.watch())[Symbol.asyncIterator]();
    const change = changes.next();
    await mine.labels.set({ data, revision: 0, entries: SEX, timeZone: 'Asia/Seoul' });
    expect((await change).value).toEqual({ kind: 'labels', id: data });
    await changes.return?.(undefined);
    expect(await fs.readFile(path.join(workspace.datasets, data, 'dataset.json'))).toEqual(before);
    expect(await verifySnapshot(await openSnapshot(workspace, data))).toEqual([]);
    const again = await finalValue(await mine.datasets.import({ folder: source }));
    expect(again).toMatchObject({ fingerprint: data, imported: false });
  });

  it.each([
    ['an empty label', { entries: [{ attribute: 'sex', label: ' ' }] }],
    ['a label that is too long', { entries: [{ attribute: 'sex', label: 'x'.repeat(LONGEST_LABEL + 1) }] }],
    ['a label of two lines', { entries: [{ attribute: 'sex', label: 'a\nb' }] }],
    ['a label that a terminal obeys', { entries: [{ attribute: 'sex', label: '\u001B]0;x\u0007' }] }],
    ['a label that turns the direction', { entries: [{ attribute: 'sex', label: '\u202Etxt' }] }],
    ['one thing twice', { entries: [SEX[0], { attribute: 'sex', label: 'Sex' }] }],
    ['a key more', { entries: [{ attribute: 'sex', label: 'Sex', colour: 'red' }] }],
    [
      'too many labels',
      { entries: Array.from({ length: MOST_LABELS + 1 }, (_, at) => ({ attribute: `a${at}`, label: 'x' })) },
    ],
    [
      'more characters than a message has room for',
      { entries: Array.from({ length: 300 }, (_, at) => ({ attribute: `${at}${'x'.repeat(900)}`, label: 'x' })) },
    ],
    ['an unknown colour', { colours: [{ genre: 'film', colour: '#ff0000' }] }],
    ['two colours of a genre', { colours: ['red', 'blue'].map((colour) => ({ genre: 'film', colour })) }],
    ['an unknown time zone', { timeZone: 'Moon/Tranquility' }],
    ['a path for a time zone', { timeZone: '../../etc/passwd' }],
    ['a time zone without end', { timeZone: 'A'.repeat(1_000_000) }],
  ])('are refused for %s', async (_name, given) => {
    expect(givenLabelsSchema.safeParse(given).success).toBe(false);
    const { mine, data } = await twoEngines();
    await expect(mine.labels.set({ data, revision: 0, ...(given as object) })).rejects.toMatchObject({ code: 'usage' });
    expect(await mine.labels.get({ data })).toMatchObject({ revision: 0 });
  });

  it('up to the limits fit into one message of a page', () => {
    const longest = Array.from({ length: MOST_LABELS }, (_, at) => ({
      attribute: `속성${at}`.padEnd(30, '가'),
      code: '나'.repeat(30),
      label: '다'.repeat(40),
    }));
    expect(givenLabelsSchema.safeParse({ entries: longest }).success).toBe(true);
    expect(Buffer.byteLength(JSON.stringify(longest))).toBeLessThan(1 << 20);
  });

  it('of a damaged file are refused with advice, and the data set opens all the same', async () => {
    const { mine, data, workspace } = await twoEngines();
    await mine.labels.set({ data, revision: 0, entries: SEX });
    const file = path.join(workspace.labels, `${data}.json`);
    await fs.writeFile(file, '{"revision": 1, "labels": {"shown": 7}}');
    await expect(mine.labels.get({ data })).rejects.toMatchObject({
      code: 'bad-data',
      message: expect.stringContaining(file),
    });
    expect(await mine.datasets.list()).toHaveLength(1);
  });
});

describe('the labels of a mapping file', () => {
  it('are removed before anything is stored or hashed', async () => {
    const { folder, mapping } = await otherService();
    const labels = {
      entries: [{ attribute: 'region', code: '11', label: '서울' }],
      timeZone: 'Asia/Seoul',
      colours: [{ genre: 'film', colour: 'blue' as const }],
    };
    const importBy = async (given: MappingFile) => {
      const { client, context } = await createEngine({
        workspaceFolder: await temporaryFolder(),
        launcher: trainersHere,
      });
      return { client, context, ...(await finalValue(await client.datasets.import({ folder, mapping: given }))) };
    };
    const [without, with_] = [await importBy(mapping), await importBy({ ...mapping, labels })];
    expect(with_.fingerprint).toBe(without.fingerprint);
    expect(with_.mapping).toEqual(without.mapping);
    const { datasets } = with_.context.workspace;
    expect(await fs.readFile(path.join(datasets, with_.fingerprint, 'dataset.json'), 'utf8')).not.toContain('서울');
    expect(await with_.client.labels.get({ data: with_.fingerprint })).toMatchObject({ ...labels, revision: 1 });
    expect(await without.client.labels.get({ data: without.fingerprint })).toMatchObject({ revision: 0 });

    // The same file again changes nothing; another label for the same thing replaces it, and labels added here stay.
    const { client, fingerprint: data } = with_;
    const again = (given: MappingFile['labels']) =>
      client.datasets.import({ folder, mapping: { ...mapping, labels: given } }).then(finalValue);
    await again(labels);
    const { revision } = await client.labels.get({ data });
    expect(revision).toBe(1);
    await client.labels.set({ data, revision, entries: [...labels.entries, { attribute: 'region', label: '지역' }] });
    await again({ entries: [{ attribute: 'region', code: '11', label: '서울시' }] });
    expect(await client.labels.get({ data })).toMatchObject({
      entries: [
        { attribute: 'region', code: '11', label: '서울시' },
        { attribute: 'region', label: '지역' },
      ],
      timeZone: 'Asia/Seoul',
      revision: 3,
    });
  });

  it('apply to the data of the folder next month', async () => {
    const { mine, data, source } = await twoEngines();
    await mine.labels.set({ data, revision: 0, entries: SEX, timeZone: 'Asia/Seoul' });
    const history = path.join(source, 'history_data.csv');
    await fs.appendFile(history, '880000017,99,20260401120000,IFSUC0001,7101,0,N,N\n');
    const next = await finalValue(await mine.datasets.import({ folder: source }));
    expect(next.fingerprint).not.toBe(data);
    expect(await mine.labels.get({ data: next.fingerprint })).toMatchObject({
      entries: SEX,
      timeZone: 'Asia/Seoul',
      revision: 1,
    });
    // From here on the two data sets are labelled apart.
    await mine.labels.set({ data: next.fingerprint, revision: 1, entries: [] });
    expect(await mine.labels.get({ data })).toMatchObject({ entries: SEX, revision: 1 });
  });
});

describe('the default colours of genres', () => {
  const marksOf = async (client: Engine['client'], data: string) => {
    const labels = await client.labels.get({ data });
    const book = labelBook(await client.datasets.get({ fingerprint: data }), labels, knownNames(null, textsIn('en')));
    return (genre: string) => book.mark(genre);
  };
  type Engine = Awaited<ReturnType<typeof createEngine>>;

  it.each(['read again', 'added to'] as const)('stay when the folder is %s with one more genre', async (way) => {
    const { folder, mapping } = await otherService();
    const { client } = await createEngine({ workspaceFolder: await temporaryFolder(), launcher: trainersHere });
    const first = await finalValue(await client.datasets.import({ folder, mapping }));
    const before = await marksOf(client, first.fingerprint);
    const month = way === 'read again' ? folder : path.join(folder, '..', 'month');
    // It sorts first by name, which is the data set's order.
    await writeTables(month, {
      'events.csv': ['who,what', 'a,4', 'b,1'],
      'who.csv': ['who,region,likes,level', 'a,11,K1|K2,5', 'b,26,K2,7'],
      'what.csv': ['what,title,kind', '1,One,K1', '2,Two,film', '4,Four,A-ballad'],
    });
    const next =
      way === 'read again'
        ? await finalValue(await client.datasets.import({ folder, mapping }))
        : await finalValue(await client.datasets.add({ data: first.fingerprint, folder: month, mapping }));
    expect(next.itemAttributes[0]!.categories[0]).toBe('A-ballad');
    const after = await marksOf(client, next.fingerprint);
    expect(['K1', 'film'].map(after)).toEqual(['K1', 'film'].map(before));
    expect(after('A-ballad')!.colour).toBe(GENRE_COLOURS[2]);
    // A later change by a person keeps the order, and the first data set keeps its own.
    const { revision } = await client.labels.get({ data: next.fingerprint });
    await client.labels.set({ data: next.fingerprint, revision, timeZone: 'Asia/Seoul' });
    expect((await marksOf(client, next.fingerprint))('film')).toEqual(before('film'));
    expect(await client.labels.get({ data: first.fingerprint })).toMatchObject({ revision: 0, genres: [] });
  });
});

it('forgetting a profile removes the labels of values that only it has, in earlier states too', async () => {
  const person = PEOPLE.letters;
  const { engine, workspace, dataset } = await importedFolder(person);
  const { client } = engine;
  const data = dataset.fingerprint;
  const own = [
    { attribute: 'pr_interest_keyword_cd', code: 'P77', label: 'Minsu’s own' },
    { attribute: 'sex', code: 'X', label: 'Minsu' },
  ];
  const others = [
    { attribute: 'sex', label: '성별' },
    { attribute: 'sex', code: 'F', label: '여아' },
  ];
  await client.labels.set({ data, revision: 0, entries: own });
  await client.labels.set({ data, revision: 1, entries: [...own, ...others], timeZone: 'Asia/Seoul' });
  const { replaced } = await forgetIn(engine, { data, profile: person.id });
  const after = replaced[0]!.after!;
  expect(await client.labels.get({ data: after })).toMatchObject({ entries: others, timeZone: 'Asia/Seoul' });
  expect(await fs.readdir(workspace.labels)).toEqual([`${after}.json`]);
  const text = await fs.readFile(path.join(workspace.labels, `${after}.json`), 'utf8');
  expect(text).not.toMatch(/Minsu|P77/);
});
