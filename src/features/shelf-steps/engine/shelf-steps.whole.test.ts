/** The steps of a shelf on a made-up sample: children of four have watched nearly all of the sea, those of six half of the dinosaurs. */
import * as path from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { createFormat } from '../../../shared/words/format';
import { textsIn } from '../../../shared/words/texts';
import { NO_LABELS } from '../../../shared/contract/labels';
import { labelBook } from '../../../shared/labels/label-book';
import { knownNames } from '../../../shared/labels/known-names';
import { stepsSentence } from '../charts/public';
import { createEngine, type EngineClient } from '../../engine';
import { ruleSetSchema, type RulesChoice } from '../../../shared/contract/rules';
import type { ShelfSteps } from '../contract/shelf-steps';
import { dayAfter } from '../../../shared/values/day';
import { commandLineHere } from '../../../../tests/support/command-line-here';
import { writeTables } from '../../../../tests/support/small-folder';
import { trainersHere } from '../../../../tests/support/trainers-here';

const CHILDREN = 48;
const OF_KIND = 60;
const WEEKS = 10;
const FIRST_DAY = '2026-03-02';

const dinosaur = (at: number): string => String(5001 + (at % OF_KIND));
const sea = (at: number): string => String(6001 + at);
const isFour = (child: number): boolean => child % 2 === 0;
const idOf = (child: number): string => String(901 + child);
/** Titles a week: five as the mean over the children of four, three of the others. */
const paceOf = (child: number): number => (isFour(child) ? 3 + ((child / 2) % 5) : 3);
const titleAt = (child: number, at: number): string =>
  isFour(child) ? (at < OF_KIND ? sea(at) : dinosaur(at - OF_KIND)) : dinosaur(3 * child + at);

/** @param withTimes whether viewings have times @param withGenres whether titles have genres */
async function writeSample(folder: string, { withTimes = true, withGenres = true, weeks = WEEKS } = {}): Promise<void> {
  const viewings: string[] = [];
  for (let child = 0; child < CHILDREN; child++)
    for (let at = 0; at < weeks * paceOf(child); at++) {
      const day = dayAfter(FIRST_DAY, 7 * Math.floor(at / paceOf(child)) + ((at % paceOf(child)) % 7));
      viewings.push(`${idOf(child)},${titleAt(child, at)}${withTimes ? `,${day}` : ''}`);
    }
  // Every title is watched by somebody, so that lists can hold it.
  for (let at = 0; at < OF_KIND; at++)
    for (const [child, item] of [
      [899, dinosaur(at)],
      [900, sea(at)],
    ])
      viewings.push(`${child},${item}${withTimes ? `,${FIRST_DAY}` : ''}`);
  const titles = Array.from({ length: OF_KIND }, (_, at) => [
    `${dinosaur(at)},Dino ${at + 1}화,dinosaurs`,
    `${sea(at)},Sea ${at},sea`,
  ]).flat();
  await writeTables(folder, {
    'events.csv': [`user,item${withTimes ? ',time' : ''}`, ...viewings],
    'users.csv': [
      'user,age',
      '899,9',
      '900,9',
      ...Array.from({ length: CHILDREN }, (_, child) => `${idOf(child)},${isFour(child) ? 4 : 6}`),
    ],
    'items.csv': ['item,title,genre', ...titles],
  });
  await writeTables(folder, {
    'mapping.json': [
      JSON.stringify({
        events: { file: 'events.csv', profile: 'user', item: 'item', ...(withTimes && { time: 'time' }) },
        profiles: {
          file: 'users.csv',
          profile: 'user',
          attributes: [{ name: 'age', kind: 'numeric', columns: ['age'] }],
        },
        items: {
          file: 'items.csv',
          item: 'item',
          title: 'title',
          attributes: withGenres ? [{ name: 'genre', kind: 'categorical', columns: ['genre'] }] : [],
        },
      }),
    ],
  });
}

const ENGLISH = { t: textsIn('en'), format: createFormat('en') };

describe('the steps of a shelf', { tags: ['thorough'] }, () => {
  let line: Awaited<ReturnType<typeof commandLineHere>>;
  let client: EngineClient;
  let runId: string;
  let data: string;
  /** Of the first three weeks. */
  let brief: string;
  beforeAll(async () => {
    line = await commandLineHere();
    ({ runId, data } = await trained('all'));
    brief = (await trained('brief', { weeks: 3 })).runId;
    ({ client } = await createEngine({ workspaceFolder: path.join(line.folder, 'workspace'), launcher: trainersHere }));
  });
  afterAll(() => line.remove());

  async function trained(
    name: string,
    options: Parameters<typeof writeSample>[1] = {},
  ): Promise<{ runId: string; data: string }> {
    const folder = path.join(line.folder, name);
    await writeSample(folder, options);
    const imported = await line.run(`import ${folder} --map ${path.join(folder, 'mapping.json')} --json`);
    expect([imported.status, imported.err]).toEqual([0, expect.any(String)]);
    const { fingerprint } = imported.json() as { fingerprint: string };
    const run = await line.run(`train --data ${fingerprint} --set model=ease --json`);
    expect([run.status, run.err]).toEqual([0, expect.any(String)]);
    return { runId: (run.json() as { runId: string }).runId, data: fingerprint };
  }

  const rulesOf = (...rules: object[]): { rules: RulesChoice } => ({
    rules: {
      set: ruleSetSchema.parse({
        formatVersion: 1,
        rules: rules.map((rule, place) => ({ id: `r${place}`, name: `Rule ${place}`, ...rule })),
      }),
      date: '2026-11-26',
    },
  });
  const hidden = { kind: 'hide', titles: { ids: [0, 1, 2, 3, 4].map((at) => dinosaur(at)) } };
  const atMost = { kind: 'at-most', titles: { attributes: { genre: ['dinosaurs'] } }, count: 2 };
  const of = { attribute: 'genre', value: 'dinosaurs' };
  const told = ({ steps }: ShelfSteps): (readonly [number, number])[] =>
    steps.map(({ count, of: all }) => [count, all]);
  const listed = async (profile: string, rules: object): Promise<number> =>
    (await client.lists.show({ runId, profile, ...rules })).items.filter(({ item }) => item.startsWith('5')).length;

  it('add up to the last title, for each child and for a segment', async () => {
    const rules = rulesOf(hidden, atMost);
    const sums = [0, 0, 0, 0, 0];
    for (let child = 0; child < CHILDREN; child += 2) {
      const watched = new Set(Array.from({ length: WEEKS * paceOf(child) }, (_, at) => titleAt(child, at)));
      const dinosaurs = [...watched].filter((item) => item.startsWith('5'));
      const free = OF_KIND - dinosaurs.length;
      const allowed = free - hidden.titles.ids.filter((item) => !watched.has(item)).length;
      const steps = await client.shelf.steps({ runId, who: { profile: idOf(child) }, of, ...rules });
      expect(told(steps)).toEqual([
        [OF_KIND, 2 * OF_KIND],
        [free, 2 * OF_KIND - watched.size],
        [allowed, 2 * OF_KIND - watched.size - (free - allowed)],
        // The same list without the quota.
        [await listed(idOf(child), rulesOf(hidden)), 25],
        [await listed(idOf(child), rules), expect.any(Number)],
      ]);
      steps.steps.forEach(({ share }, at) => (sums[at]! += share));
    }
    const group = await client.shelf.steps({ runId, who: { filter: { attributes: { age: ['4'] } } }, of, ...rules });
    expect(group).toMatchObject({ profiles: CHILDREN / 2, without: 0 });
    group.steps.forEach(({ share }, at) => expect(share).toBeCloseTo(sums[at]! / (CHILDREN / 2), 12));
    expect(group.steps.at(-1)!.share).toBeLessThan(group.steps.at(-2)!.share);
    expect(group.most).toBe('delivered');
  });

  it('ranks further where the stored places are too few, and counts series in order', async () => {
    const child = idOf(1);
    const most = (idAt: (at: number) => string) => ({
      kind: 'hide',
      titles: { ids: Array.from({ length: 50 }, (_, at) => idAt(at)) },
    });
    // A child that watched so few that a stored list does not reach the last of the others.
    const few = await client.shelf.steps({
      runId: brief,
      who: { profile: child },
      of,
      ...rulesOf(most(dinosaur), most(sea)),
    });
    expect(told(few).slice(2)).toEqual([
      [10, 20],
      [10, 20],
      [10, expect.any(Number)],
    ]);
    // Of a series in order, no episode before the last one that was watched.
    const inOrder = await client.shelf.steps({ runId, who: { profile: child }, of, ...rulesOf({ kind: 'in-order' }) });
    const last = 3 + WEEKS * paceOf(1) - 1;
    expect(told(inOrder).slice(1, 3)).toEqual([
      [OF_KIND - WEEKS * paceOf(1), 2 * OF_KIND - WEEKS * paceOf(1)],
      [OF_KIND - 1 - last, 2 * OF_KIND - 1 - last],
    ]);
  });

  it('tell a shelf that is watched empty from a list that is one-sided by the model', async () => {
    const four = await client.shelf.steps({ runId, who: { filter: { attributes: { age: ['4'] } } }, of });
    const six = await client.shelf.steps({ runId, who: { filter: { attributes: { age: ['6'] } } }, of });
    expect(four.most).toBe('unwatched');
    expect(six.most).toBe('ranked');
    expect(six.steps.at(-1)!.share).toBeGreaterThan(0.9);
    expect(six.steps[2]!.share).toBeLessThan(0.5);
    // Without a value: what has most places.
    expect(await client.shelf.steps({ runId, who: { profile: idOf(1) } })).toMatchObject({
      of,
      values: ['dinosaurs', 'sea'],
      attributes: ['genre'],
    });
  });

  it('tell the week in which the shelf runs empty, as it does when the children go on', async () => {
    const { day, shelves } = await client.shelf.empty({ runId });
    const [first, second] = shelves;
    expect(first).toMatchObject({ whose: { kind: 'age', age: 4 }, profiles: CHILDREN / 2 });
    expect(second).toMatchObject({ whose: { kind: 'age', age: 6 }, pace: 3, left: 90, weeks: 22 });
    let [weeks, left] = [0, Infinity];
    for (; left >= 25; weeks++) {
      left = 0;
      for (let child = 0; child < CHILDREN; child += 2)
        left += (2 * OF_KIND - (WEEKS + weeks + 1) * paceOf(child)) / (CHILDREN / 2);
    }
    expect(Math.abs(first!.weeks! - weeks)).toBeLessThanOrEqual(1);
    expect(first!.week!.from > day).toBe(true);
    const asked = await client.shelf.empty({ runId, filter: { attributes: { age: ['4'] } } });
    expect(asked.shelves).toEqual([{ ...first, whose: null }]);
    // A rule empties it at once.
    const now = await client.shelf.empty({
      runId,
      ...rulesOf({ kind: 'hide', titles: { attributes: { genre: ['dinosaurs'] } } }),
    });
    expect(now.shelves[0]).toMatchObject({ weeks: 0, whose: { age: 4 } });
  });

  it('are the same on the command line', async () => {
    await line.run(`profiles --data ${data} --where age=4 --keep fours`);
    const filter = { attributes: { age: ['4'] } };
    const printed = await line.run(`shelf --run ${runId} --segment fours --of genre=dinosaurs --json`);
    expect(printed.json()).toEqual({
      segment: 'fours',
      profile: null,
      ...(await client.shelf.steps({ runId, who: { filter }, of })),
      empty: await client.shelf.empty({ runId, filter }),
      notTold: null,
    });
    const { out } = await line.run(`shelf --run ${runId} --profile ${idOf(1)}`);
    expect(out).toMatch(/902: genre = dinosaurs/);
    expect(out).toContain('The model moved it most');
    expect(out).toMatch(/On the shelf +60 +120 +50/);
  });

  it('stand in the report as the window and the command line have them', async () => {
    const steps = await client.shelf.steps({ runId });
    const { body } = await client.runs.report({ runId, examples: 0 });
    const { out } = await line.run(`shelf --run ${runId}`);
    const sentence = stepsSentence(steps, {
      ...ENGLISH,
      labels: labelBook(null, NO_LABELS, knownNames(null, ENGLISH.t)),
    });
    expect(body).toContain(sentence);
    expect(out.replaceAll(/\s+/g, ' ')).toContain(sentence);
    for (const { share } of steps.steps) expect(body).toContain(`${ENGLISH.format.percent(share)} ·`);
  });

  it('refuse what nothing can be said of', async () => {
    const refused = async (words: string, sentence: string): Promise<void> => {
      const { status, err } = await line.run(`shelf --run ${runId} ${words}`);
      expect([status, err]).toEqual([2, expect.stringContaining(sentence)]);
    };
    await refused('--of maker=x', 'no attribute maker');
    await refused('--of genre=dinosaur', 'Did you mean dinosaurs');
    await refused('--of dinosaurs', '--of takes an attribute');
    await refused(`--profile ${idOf(1)} --segment fours`, 'not both');
    await line.run(`profiles --data ${data} --where age=9 --keep few`);
    await refused('--segment few', '2 children are too few to say');
    const bare = await trained('bare', { withTimes: false, withGenres: false });
    await expect(client.shelf.steps({ runId: bare.runId })).rejects.toMatchObject({
      code: 'usage',
      message: expect.stringContaining('no attributes'),
    });
    await expect(client.shelf.empty({ runId: bare.runId })).rejects.toMatchObject({
      code: 'usage',
      message: expect.stringContaining('no times'),
    });
    await expect(client.shelf.empty({ runId: brief })).rejects.toMatchObject({
      message: expect.stringContaining('less than 4 weeks'),
    });
    expect((await line.run(`shelf --run ${brief}`)).out).toContain('less than 4 weeks');
  });
});
