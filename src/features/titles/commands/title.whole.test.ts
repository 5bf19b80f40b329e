/** A title and its audience on the command line. */
import { writeFile } from 'node:fs/promises';
import * as path from 'node:path';
import { afterAll, beforeAll, expect, it } from 'vitest';
import type { Audience, Reach } from '../contract/audience';
import { ruleSchema, ruleSetOf } from '../../../shared/contract/rules';
import { commandLineHere } from '../../../../tests/support/command-line-here';
import { writeTables } from '../../../../tests/support/small-folder';
import { itemId, SMALL_RECIPE, writeDistinctiveFolder } from '../../../../tests/support/trained-run';

let line: Awaited<ReturnType<typeof commandLineHere>>;
let title: string;

beforeAll(async () => {
  line = await commandLineHere();
  await writeDistinctiveFolder(path.join(line.folder, 'data'));
  const knobs = Object.entries(SMALL_RECIPE).map(([knob, value]) => `--set ${knob}=${value}`);
  const trained = await line.run(`train --data data ${knobs.join(' ')} --json`);
  title = `title --run ${(trained.json() as { runId: string }).runId}`;
});
afterAll(() => line.remove());

it('tells who gets a title and why, and what it takes to reach more, as text and as JSON that is a rule', async () => {
  const asked = `${title} --title ${itemId(4)} --audience`;
  const { audience } = (await line.run(`${asked} --json`)).json() as { audience: Audience };
  expect(audience.recommended).toBeGreaterThan(0);
  const told = await line.run(asked);
  expect(told.out).toContain(`${audience.recommended} of 24 profiles`);
  expect(told.out).toContain('What adds to the score');
  const wanted = audience.recommended + 3;
  const more = await line.run(`${asked} --reach ${wanted} --json`);
  const [option] = (more.json() as { reach: Reach }).reach.options;
  expect((await line.run(`${asked} --reach ${wanted}`)).out).toContain(`${option!.reached} (wanted: ${wanted})`);
  await writeFile(path.join(line.folder, 'rules.json'), JSON.stringify(ruleSetOf([option!.rule])));
  expect((await line.run('rules add rules.json --data data')).status).toBe(0);
  const after = (await line.run(`${asked} --json`)).json() as { audience: Audience };
  expect(after.audience.recommended).toBe(option!.reached);
  const ruled = await line.run(asked);
  expect(ruled.out).toContain(option!.rule.name);
  const without = (await line.run(`${asked} --rules none --json`)).json() as { audience: Audience };
  expect(without.audience).toEqual(audience);
});

it('reaches a segment by its name, and asks about several titles as one', async () => {
  await line.run('profiles --data data --where sex=M --keep boys');
  const asked = `${title} --title ${itemId(4)} --title ${itemId(5)} --audience`;
  const { audience, reach } = (await line.run(`${asked} --reach-segment Boys --rules none --json`)).json() as {
    audience: Audience;
    reach: Reach;
  };
  expect(audience.count).toBe(2);
  expect(audience.by.segments).toMatchObject([{ name: 'boys', of: 12 }]);
  expect(reach).toMatchObject({ profiles: 12, wanted: 12 });
  expect((await line.run(`${asked} --reach-segment girls`)).err).toContain('boys');
});

it('says what a question lacks, and what does not go together', async () => {
  for (const [words, status, said] of [
    ['', 2, '--series'],
    [`--title ${itemId(4)} --series Otter`, 2, '--series'],
    [`--title ${itemId(4)} --title ${itemId(5)}`, 2, '--audience'],
    [`--title ${itemId(4)} --reach 3`, 2, '--reach'],
    [`--title ${itemId(4)} --audience --reach 25`, 2, '24'],
    ['--series Otter --audience', 4, 'Otter'],
    ['--title 71 --audience', 4, '71'],
  ] as const) {
    const answer = await line.run(`${title} ${words}`.trim());
    expect(answer.status).toBe(status);
    expect(answer.err).toContain(said);
  }
});

it('says a length with its unit, as rules say their range of lengths', async () => {
  const folder = path.join(line.folder, 'lengths');
  await writeDistinctiveFolder(folder);
  await writeTables(folder, {
    'meta_data.csv': ['album_id,title,run_time', `${itemId(1)},Otter,7.5`, `${itemId(2)},Heron,`],
  });
  const trained = await line.run('train --data lengths --recipe popularity --json');
  const { runId } = trained.json() as { runId: string };
  const shown = await line.run(`title --run ${runId} --title ${itemId(1)}`);
  expect(shown.out).toMatch(/run_time +7\.5 min/);
  expect((await line.run(`title --run ${runId} --title ${itemId(2)}`)).out).toMatch(/run_time +missing/);
  const rule = (id: string, range: object) =>
    ruleSchema.parse({ id, name: id, kind: 'hide', titles: { numbers: { run_time: range } } });
  const rules = [rule('long', { from: 60, to: 90 }), rule('short', { to: 3 })];
  await writeFile(path.join(line.folder, 'lengths.json'), JSON.stringify(ruleSetOf(rules)));
  const added = await line.run('rules add lengths.json --data lengths');
  expect(added.out).toContain('run_time from 60 to 90 min');
  expect((await line.run('rules list --data lengths')).out).toContain('run_time at most 3 min');
  await writeFile(path.join(line.folder, 'none.json'), JSON.stringify(ruleSetOf([])));
  const compared = await line.run('rules compare none.json saved --data lengths');
  expect(compared.out).toContain('run_time from 60 to 90 min');
});
