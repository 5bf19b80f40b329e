/** What changed in the lists, on the command line. */
import { writeFile } from 'node:fs/promises';
import * as path from 'node:path';
import { afterAll, beforeAll, expect, it } from 'vitest';
import type { ChangedLists } from '../contract/changes';
import { commandLineHere } from '../../../../tests/support/command-line-here';
import { itemId, SMALL_RECIPE, writeDistinctiveFolder } from '../../../../tests/support/trained-run';

let line: Awaited<ReturnType<typeof commandLineHere>>;
let runs: [string, string];

beforeAll(async () => {
  line = await commandLineHere();
  await writeDistinctiveFolder(path.join(line.folder, 'data'));
  const knobs = Object.entries(SMALL_RECIPE).map(([knob, value]) => `--set ${knob}=${value}`);
  const trained = async (model: string): Promise<string> =>
    ((await line.run(`train --data data ${knobs.join(' ')} --set model=${model} --json`)).json() as { runId: string })
      .runId;
  runs = [await trained('popularity'), await trained('ease')];
});
afterAll(() => line.remove());

const told = async (words: string): Promise<ChangedLists> =>
  (await line.run(`compare ${words} --lists --json`)).json() as ChangedLists;

it('names whose lists changed, what came and went, and why', async () => {
  const changes = await told(runs.join(' '));
  expect(changes.changed).toBeGreaterThan(0);
  expect(changes.reasons.map(({ reason }) => reason)).toEqual(['model']);
  const text = await line.run(`compare ${runs.join(' ')} --lists`);
  expect(text.out).toContain(`${changes.changed} of 24 lists changed`);
  // Neither model is one of chance.
  expect(changes.chance).toMatchObject({ seeds: [], places: 0 });
  expect(text.out).toContain('none of this is chance');
  const measured = (await line.run(`compare ${runs.join(' ')} --lists --chance --json`)).json() as ChangedLists;
  expect(measured).toEqual(changes);
  for (const { profile } of changes.lists.slice(0, 10)) expect(text.out).toContain(profile);
});

it('compares what was exported, under the rules of then, with what would be exported now', async () => {
  const [run] = runs;
  expect((await line.run(`export --run ${run} --out plain.csv --format csv`)).status).toBe(0);
  const { exports } = (await line.run(`exports ${run} --json`)).json() as { exports: { sha256: string }[] };
  const rules = [{ id: 'top', name: 'At the top', kind: 'pin', place: 1, titles: { ids: [itemId(50)] } }];
  await writeFile(path.join(line.folder, 'rules.json'), JSON.stringify({ formatVersion: 1, rules }));
  expect((await line.run('rules add rules.json --data data')).status).toBe(0);
  const changes = await told(`${run} ${run} --before-export ${exports[0]!.sha256.slice(0, 8)}`);
  expect(changes.before).toMatchObject({ rules: null });
  expect(changes.after.rules!.names).toEqual(['At the top']);
  expect(changes.titles.find(({ item }) => item === itemId(50))).toMatchObject({ reason: 'rules', went: 0 });
  // Without rules on both sides the lists are the same.
  expect((await told(`${run} ${run} --rules none`)).changed).toBe(0);
});

it('compares one run under two choices of rules: a file, none, those saved now or at a revision', async () => {
  const [run] = runs;
  const rules = [{ id: 'top', name: 'Elsewhere', kind: 'pin', place: 2, titles: { ids: [itemId(50)] } }];
  await writeFile(path.join(line.folder, 'other.json'), JSON.stringify({ formatVersion: 1, rules }));
  expect((await line.run('rules add rules.json --data data')).status).not.toBe(1);
  const { versions } = (await line.run('rules history --data data --json')).json() as {
    versions: { revision: number }[];
  };
  const { revision } = versions[0]!;
  const under = async (words: string) => {
    const { before, after, changed } = await told(`${run} ${run} ${words}`);
    return [before.rules?.names ?? null, after.rules?.names ?? null, changed > 0];
  };
  expect(await under('--before-rules none')).toEqual([null, ['At the top'], true]);
  expect(await under('--before-rules saved --rules none')).toEqual([['At the top'], null, true]);
  expect(await under('--before-rules other.json')).toEqual([['Elsewhere'], ['At the top'], true]);
  expect(await under(`--before-rules ${revision} --date 2026-11-26`)).toEqual([['At the top'], ['At the top'], false]);
  expect(await under(`--rules ${revision} --before-rules none`)).toEqual([null, ['At the top'], true]);
});

it('sends the run that a saved tuning was made on: directions of another model are refused', async () => {
  await writeFile(
    path.join(line.folder, 'turned.json'),
    JSON.stringify({ directions: [{ direction: 1, amount: 1.5 }] }),
  );
  const kept = await line.run(`tunings --data data --keep turned.json --name turned --run ${runs[0]}`);
  expect(kept.status).toBe(0);
  const answer = await line.run(`compare ${runs.join(' ')} --lists --tune turned`);
  expect(answer).toMatchObject({
    status: 2,
    err: expect.stringContaining(`directions of the model ${runs[0]}`) as string,
  });
});

it('decides in one pass about the lists that changed, or those of one group', async () => {
  const changes = await told(runs.join(' '));
  const decided = async (words: string) =>
    (await line.run(`compare ${runs.join(' ')} --lists ${words} --json`)).json() as {
      decided: { profile: string; decision: { revision: number } }[];
    };
  const { item, came, went } = changes.titles[0]!;
  const ofTitle = (await decided(`--title ${item} --decision rule`)).decided;
  expect(ofTitle).toHaveLength(came + went);
  for (const one of ofTitle) expect(one).toMatchObject({ decision: { decision: 'rule', runId: runs[1], revision: 1 } });
  const { decided: all } = await decided('--decision fine');
  expect(all).toHaveLength(changes.changed - changes.reordered);
  const again = new Set(ofTitle.map(({ profile }) => profile));
  for (const { profile, decision } of all)
    expect(decision).toMatchObject({ decision: 'fine', revision: again.has(profile) ? 2 : 1 });
  const text = await line.run(`compare ${runs.join(' ')} --lists --decision again --genre Nothing`);
  expect(text.out).toContain(`Decided about 0 lists of ${runs[1]}: again.`);
  expect(await decided('--segment nobody --decision fine')).toMatchObject({ error: { code: 'not-found' } });
});

it('says what does not go together', async () => {
  for (const [words, status, said] of [
    [`${runs.join(' ')} ${runs[0]} --lists`, 2, 'two models'],
    [`${runs.join(' ')} --before-export 1234`, 2, '--lists'],
    [`${runs.join(' ')} --rules none`, 2, '--lists'],
    [`${runs.join(' ')} --chance`, 2, '--lists'],
    [`${runs.join(' ')} --before-rules none`, 2, '--lists'],
    [`${runs.join(' ')} --lists --before-rules none --before-export 1234`, 2, 'an export has the rules'],
    [`${runs.join(' ')} --lists --before-rules 99`, 4, 'no longer stored'],
    [`${runs.join(' ')} --lists --before-rules nowhere.json`, 4, 'nowhere.json'],
    [`${runs.join(' ')} --decision fine`, 2, '--lists'],
    [`${runs.join(' ')} --lists --title 7101`, 2, '--decision'],
    [`${runs.join(' ')} --lists --decision fine --title 7101 --genre Bears`, 2, '--genre'],
    [`${runs.join(' ')} --lists --after-export 1234`, 4, '1234'],
    [`${runs.join(' ')} --lists --after-export xyz`, 2, ''],
  ] as const) {
    const answer = await line.run(`compare ${words}`);
    expect(answer.status).toBe(status);
    expect(answer.err).toContain(said);
  }
});
