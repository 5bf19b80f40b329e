/** What a user records of runs and asks later: marks, queue, comparison, certificates, exports, children. */
import { readFile, rm } from 'node:fs/promises';
import * as path from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { makeSmallFolder, type SmallFolder } from '../../../../tests/support/small-folder';
import { commandLineHere } from '../../../../tests/support/command-line-here';

let line: Awaited<ReturnType<typeof commandLineHere>>;
let small: SmallFolder;
let fingerprint: string;
/** The only run that is really trained. */
let runId: string;

const json = async (words: string, status = 0) => {
  const ended = await line.run(`${words} --json`);
  expect([ended.err, ended.status]).toEqual([expect.any(String), status]);
  return ended.json();
};

beforeAll(async () => {
  line = await commandLineHere();
  small = await makeSmallFolder({ profiles: 20, items: 80, eventsPerProfile: 10 });
  ({ fingerprint } = await json(`import ${small.folder}`));
  const train = `train --data ${fingerprint} --recipe quick --set stopping.epochs=3 --set structure.width=8`;
  ({ runId } = await json(`${train} --seed 7 --name first`));
});
afterAll(async () => {
  await small.remove();
  await line.remove();
});

describe('mark', () => {
  it('keeps name, star, note and archived state beside the record', async () => {
    const unmarked = { runId, shownName: 'first', name: null, starred: false, archived: false, note: '', revision: 0 };
    expect(await json(`mark ${runId}`)).toEqual({ ...unmarked, changedAt: null });
    const record = await readFile(path.join(line.folder, 'workspace', 'runs', runId, 'run.json'), 'utf8');
    const marked = await json(`mark ${runId} --name spring --star yes --note again`);
    expect(marked).toMatchObject({ shownName: 'spring', name: 'spring', starred: true, note: 'again', revision: 1 });
    expect(await json(`show ${runId}`)).toMatchObject({ name: 'spring', marks: { starred: true } });
    expect(await readFile(path.join(line.folder, 'workspace', 'runs', runId, 'run.json'), 'utf8')).toBe(record);
  });

  it('leaves what is not named, and clears what "-" and "no" name', async () => {
    expect(await json(`mark ${runId} --archive yes`)).toMatchObject({ name: 'spring', starred: true, archived: true });
    const undone = await json(`mark ${runId} --name - --note - --star no --archive no`);
    expect(undone).toMatchObject({ shownName: 'first', name: null, starred: false, archived: false, note: '' });
    const { out } = await line.run(`mark ${runId}`);
    expect(out).toMatch(/name +first\n/);
    expect(out).toMatch(/starred +no\n/);
  });

  it('is refused for an unknown run, another word than yes and no, and an empty name', async () => {
    expect(await json('mark nothing --star yes', 4)).toMatchObject({ error: { code: 'not-found' } });
    expect(await json(`mark ${runId} --star maybe`, 2)).toMatchObject({ error: { code: 'usage' } });
    expect(await json(`mark ${runId} --name=`, 2)).toMatchObject({ error: { code: 'usage' } });
  });
});

describe('queue', () => {
  const names = async () => (await json('queue')).entries.map((entry: { name: string }) => entry.name);
  const later = (recipe: string, name: string) =>
    json(`train --data ${fingerprint} --recipe ${recipe} --name ${name} --later`);

  it('holds what "train --later" adds, and trains nothing by itself', async () => {
    expect((await line.run('queue')).out).toContain('Nothing is waiting');
    const runs = (await json('runs')).runs.length;
    expect(await later('popularity', 'one')).toMatchObject({ name: 'one', data: fingerprint, problem: null });
    await later('item-knn', 'two');
    await later('recent', 'three');
    expect(await names()).toEqual(['one', 'two', 'three']);
    expect((await json('runs')).runs).toHaveLength(runs);
  });

  it('is reordered and shortened by the beginning of an id', async () => {
    const { entries } = await json('queue');
    const idOf = (name: string): string => entries.find((entry: { name: string }) => entry.name === name).id;
    await json(`queue --first ${idOf('three')}`);
    expect(await names()).toEqual(['three', 'one', 'two']);
    await json(`queue --first ${idOf('three')}`);
    expect(await names()).toEqual(['three', 'one', 'two']);
    await json(`queue --remove ${idOf('one')}`);
    expect(await names()).toEqual(['three', 'two']);
    expect(await json(`queue --remove ${idOf('one')}`, 4)).toMatchObject({ error: { code: 'not-found' } });
    expect((await line.run('queue')).out).toMatch(/three +recent/);
  });

  it('--run trains them in order until none waits', { tags: ['rare'] }, async () => {
    const { runs, entries } = await json('queue --run');
    expect(entries).toEqual([]);
    const shown = await Promise.all(runs.map((id: string) => json(`show ${id}`)));
    expect(shown).toMatchObject([
      { name: 'three', model: 'recent', status: 'finished' },
      { name: 'two', model: 'item-knn', status: 'finished' },
    ]);
  });
});

describe('a run with a parent', () => {
  it('starts from its recipe, and names it', { tags: ['rare'] }, async () => {
    const { runId: other } = await json(`train --data ${fingerprint} --recipe item-knn --set itemKnn.neighbours=7`);
    const child = await json(`train --data ${fingerprint} --like ${other}`);
    const again = await json(`show ${other}`);
    expect(child).toMatchObject({ parent: other, recipe: again.recipe, listsSha256: again.listsSha256 });
    const both = await json(`train --data ${fingerprint} --like ${other} --recipe quick`, 2);
    expect(both.error.message).toContain('--recipe or --like, not both');
    expect(await json(`train --data ${fingerprint} --like nothing`, 4)).toMatchObject({ error: { code: 'not-found' } });
  });
});

describe('train --estimate', () => {
  it('estimates seconds and memory from earlier runs, and starts none', async () => {
    const runs = (await json('runs')).runs.length;
    const same = await json(`train --data ${fingerprint} --like ${runId} --estimate`);
    expect(same).toMatchObject({ from: 'same', runs: 1, memory: expect.any(Number) });
    expect(same.seconds.low).toBeGreaterThan(0);
    expect(same.seconds.high).toBeGreaterThanOrEqual(same.seconds.low);
    const { out } = await line.run(`train --data ${fingerprint} --recipe quick --estimate`);
    expect(out).toMatch(/^About .+ of memory \(.+\)/);
    expect((await json('runs')).runs).toHaveLength(runs);
  });
});

describe('compare', () => {
  it('shows the differences in recipe, scores and lists', async () => {
    const { runId: other } = await json(`train --data ${fingerprint} --recipe popularity --name plain`);
    const answer = await json(`compare ${runId} ${other}`);
    expect(answer).toMatchObject({ comparable: 'yes', runs: [{ runId }, { runId: other }], data: [] });
    expect(answer.recipe).toContainEqual({ name: 'model', values: ['dae', 'popularity'] });
    expect(answer.metrics.map(({ metric }: { metric: string }) => metric)).toEqual(['score', 'recall', 'ndcg']);
    expect(await json(`compare ${runId} ${other} --lists`)).toMatchObject({ after: { runId: other }, profiles: 20 });
    const { out } = await line.run(`compare ${runId} ${other}`);
    expect(out).toMatch(/name +first +plain/);
    expect(out).toContain('by a paired bootstrap');
    const itself = await line.run(`compare ${runId} ${runId}`);
    expect([itself.status, itself.err]).toEqual([2, expect.stringContaining('twice')]);
    expect(await json(`compare ${runId}`, 2)).toMatchObject({ error: { code: 'usage' } });
    expect(await json(`compare ${runId} nothing`, 4)).toMatchObject({ error: { code: 'not-found' } });
  });
});

describe('certificates', () => {
  it('are kept of each verification, listed, and saved as a file', { tags: ['rare'] }, async () => {
    const none = await line.run(`certificates ${runId}`);
    expect([none.status, none.out]).toEqual([0, 'This run was never verified.\n']);
    expect(await json(`certificates ${runId} --save early.json`, 4)).toMatchObject({ error: { code: 'not-found' } });
    const { verdict, verifiedAt } = await json(`verify ${runId}`);
    expect(verdict).toBe('identical-bits');
    expect((await json(`certificates ${runId}`)).certificates).toMatchObject([{ verdict, verifiedAt, runId }]);
    const saved = await json(`certificates ${runId} --save verified.json`);
    expect(saved.path).toBe(path.join(line.folder, 'verified.json'));
    expect(JSON.parse(await readFile(saved.path, 'utf8'))).toMatchObject({ runId, verdict, verifiedAt });
    const other = await json(`certificates ${runId} --save other.json --at 1999`, 4);
    expect(other.error.message).toContain('no certificate of 1999');
  });
});

describe('exports', () => {
  it('are listed with the state of their files, and repeated with the same bytes', async () => {
    expect((await line.run(`exports ${runId}`)).out).toContain('Nothing was exported');
    const { sha256, path: file } = await json(`export --run ${runId} --out lists.csv`);
    const bytes = await readFile(file);
    expect((await json(`exports ${runId}`)).exports).toMatchObject([{ sha256, path: file, file: 'same' }]);
    await rm(file);
    expect((await json(`exports ${runId}`)).exports).toMatchObject([{ sha256, file: 'missing' }]);
    expect((await line.run(`exports ${runId}`)).out).toContain('gone');
    expect(await json(`exports ${runId} --again ${sha256.slice(0, 6)}`)).toMatchObject({ sha256, path: file });
    expect(await readFile(file)).toEqual(bytes);
    const copy = await json(`exports ${runId} --again ${sha256} --out copy.csv`);
    expect(await readFile(copy.path)).toEqual(bytes);
    expect(await json(`exports ${runId} --again zz`, 4)).toMatchObject({ error: { code: 'not-found' } });
  });
});
