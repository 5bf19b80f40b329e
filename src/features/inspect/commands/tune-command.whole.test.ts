/** Tuning, explanations and stored things on the command line. */
import { writeFile } from 'node:fs/promises';
import * as path from 'node:path';
import { afterAll, beforeAll, expect, it } from 'vitest';
import type { Explanation } from '../../../shared/contract/explanation';
import type { ExportRecord } from '../../../shared/contract/run';
import type { TuningEffect } from '../contract/tuning-effect';
import { tuningSchema } from '../../../shared/contract/tuning';
import { commandLineHere } from '../../../../tests/support/command-line-here';
import { itemId, profileId, SMALL_RECIPE, writeDistinctiveFolder } from '../../../../tests/support/trained-run';

let line: Awaited<ReturnType<typeof commandLineHere>>;
let run: string;

beforeAll(async () => {
  line = await commandLineHere();
  await writeDistinctiveFolder(path.join(line.folder, 'data'));
  const knobs = Object.entries(SMALL_RECIPE).map(([knob, value]) => `--set ${knob}=${value}`);
  const trained = await line.run(`train --data data ${knobs.join(' ')} --json`);
  run = (trained.json() as { runId: string }).runId;
});
afterAll(() => line.remove());

const tune = async (content: string, words = '') => {
  await writeFile(path.join(line.folder, 'tuning.json'), content);
  return line.run(`recommend --run ${run} --profile ${profileId(1)} --count 10 --tune tuning.json${words}`);
};

it('prints a neutral tuning that changes nothing, and a schema', async () => {
  const neutral = await line.run('tuning');
  expect(tuningSchema.parse(JSON.parse(neutral.out))).toEqual(JSON.parse(neutral.out));
  const schema = (await line.run('tuning --schema')).json() as { properties: object };
  expect(Object.keys(schema.properties)).toEqual(Object.keys(tuningSchema.shape));
  const plain = await line.run(`recommend --run ${run} --profile ${profileId(1)} --count 10 --json`);
  const tuned = (await tune(neutral.out, ' --json')).json() as { neutral: boolean; items: object[] };
  expect(tuned.neutral).toBe(true);
  expect(tuned.items).toEqual(
    (plain.json() as { items: { rank: number }[] }).items.map((item) =>
      expect.objectContaining({ ...item, before: item.rank }),
    ),
  );
});

it('shows what moved, and what is hidden on the history', async () => {
  const tuned = await tune('{"$schema": "x", "hidden": 0.5, "condition": 0}', ' --json');
  const { items, gone, hidden, history } = tuned.json() as Record<string, { before?: number | null }[]>;
  expect(history).toHaveLength(8);
  expect(hidden).toHaveLength(4);
  expect(items!.filter(({ before }) => before === null)).toHaveLength(gone!.length);
  const text = await tune('{"hidden": 0.5}');
  expect(text.out.match(/ hidden/g)).toHaveLength(4);
  expect(text.out).toContain('Hidden from the model: 4 titles');
});

it('names what is wrong with a tuning file', async () => {
  for (const [content, said] of [
    ['{"hiden": 1}', 'hidden'],
    ['{"hidden": 3}', 'hidden'],
    ['[]', 'object'],
    ['{', 'JSON'],
    ['{"attributes": {"sex": "X"}}', 'sex'],
  ] as const) {
    const { status, err } = await tune(content);
    expect([status, err]).toEqual([2, expect.stringContaining(said)]);
  }
});

it('keeps a tuning under a name, and takes it wherever a file is taken', async () => {
  await writeFile(path.join(line.folder, 'mine.json'), `{"condition": 1.5, "hidden": 0.5, "added": ["${itemId(3)}"]}`);
  const { dataset } = (await line.run(`show ${run} --json`)).json() as { dataset: { fingerprint: string } };
  const tunings = `tunings --data ${dataset.fingerprint}`;
  expect((await line.run(tunings)).out).toContain('--keep FILE');
  expect((await line.run(`${tunings} --keep mine.json --name louder --run ${run}`)).status).toBe(0);
  expect((await line.run(`${tunings} --keep mine.json --name Louder --run ${run}`)).status).toBe(2);
  expect((await line.run(`${tunings} --rename louder --name bold`)).out).toContain('bold');
  expect((await line.run(tunings)).out).toContain('bold');
  expect((await line.run(`${tunings} --print bold`)).json()).toMatchObject({ condition: 1.5, hidden: 0.5 });
  const named = await line.run(`recommend --run ${run} --profile ${profileId(1)} --tune BOLD --json`);
  expect(named.json()).toMatchObject({ tuning: { condition: 1.5, hidden: 0.5 }, neutral: false });
  const trained = await line.run(`train --data data --recipe popularity --tune bold --json`);
  expect(trained.json()).toMatchObject({ recipe: { 'scoring.condition': 1.5, 'scoring.hidden': 0.5 } });
  expect(trained.err).toContain('added of the tuning cannot be taken');
  expect((await line.run(`recommend --run ${run} --profile ${profileId(1)} --tune bald`)).err).toContain('bold');
  expect((await line.run(`${tunings} --remove bold`)).status).toBe(0);
  expect((await line.run(`${tunings} --json`)).json()).toEqual({ tunings: [] });
});

it('shows the effect of a tuning', { tags: ['rare'] }, async () => {
  await writeFile(path.join(line.folder, 'louder.json'), `{"condition": 2, "added": ["${itemId(3)}"]}`);
  const { dataset } = (await line.run(`show ${run} --json`)).json() as { dataset: { fingerprint: string } };
  await line.run(`profiles --data ${dataset.fingerprint} --where sex=F --keep girls`);
  const words = `tuning effect louder.json --run ${run} --segment girls`;
  const effect = (await line.run(`${words} --json`)).json() as TuningEffect;
  expect(effect).toMatchObject({ all: { profiles: 24 }, left: ['added'], noHoldOut: null });
  expect(effect.group!.profiles).toBeLessThan(24);
  const { out } = await line.run(words);
  expect(out.replaceAll('\n', ' ')).toContain(`${effect.all.changed} of 24 lists change`);
  expect(out).toContain('Left out, because it is about one profile: added.');
  expect(out).toMatch(/girls +ndcg/);
  expect(await line.run(`tuning effect louder.json`)).toMatchObject({ status: 2 });
  expect((await line.run(`tuning effect louder.json --run ${run} --segment boys`)).err).toContain('girls');

  // Exports by two processes have the same bytes, and the record says how they were made.
  await line.run(`tunings --data ${dataset.fingerprint} --keep louder.json --name louder --run ${run}`);
  const exported = async (file: string) =>
    line.run(`export --run ${run} --out ${file} --format csv --tuning LOUDER --segment girls --json`);
  const [one, two] = [await exported('one.csv'), await exported('two.csv')];
  const record = one.json() as ExportRecord;
  expect(record.tuning).toMatchObject({
    tuning: { condition: 2, added: [] },
    kept: { name: 'louder', revision: 1 },
    segment: { name: 'girls' },
    profiles: effect.group!.profiles,
  });
  expect((two.json() as ExportRecord).sha256).toBe(record.sha256);
  expect(one.err).toMatch(
    /Nobody has approved these lists for export yet: "approve .* --tuning LOUDER --segment girls /,
  );
  const again = await line.run(`exports ${run} --again ${record.sha256.slice(0, 8)} --out again.csv`);
  expect(again.out).toContain('The same bytes');
  expect((await line.run(`exports ${run}`)).out).toContain('csv, tuned');
  expect(await line.run(`export --run ${run} --out no.csv --segment girls`)).toMatchObject({ status: 2 });
  expect((await line.run(`tunings --data ${dataset.fingerprint} --remove louder`)).status).toBe(0);
  expect((await line.run(`profiles --data ${dataset.fingerprint} --remove girls`)).status).toBe(0);
});

it('compares the list of a run with that of another', { tags: ['rare'] }, async () => {
  const other = (await line.run('train --data data --recipe popularity --json')).json() as { runId: string };
  const words = `recommend --run ${run} --against ${other.runId} --profile ${profileId(1)}`;
  const compared = await line.run(`${words} --json`);
  expect(compared.json()).toMatchObject({ against: { runId: other.runId, sameData: true }, neutral: true });
  expect((await line.run(words)).out).toContain(`Compared with the list of run ${other.runId}`);
});

it('says why a title is in a list', async () => {
  const { items } = (await line.run(`recommend --run ${run} --profile ${profileId(1)} --json`)).json() as {
    items: { item: string; score: number }[];
  };
  const words = `explain --run ${run} --profile ${profileId(1)} --title ${items[2]!.item}`;
  const told = (await line.run(`${words} --json`)).json() as Explanation;
  expect(told).toMatchObject({ item: items[2]!.item, rank: 3, score: items[2]!.score });
  const { out } = await line.run(words);
  for (const said of ['rank 3', 'everybody: no history', 'sex M', 'adds', 'rank without it', told.sentence.en])
    expect(out).toContain(said);
  for (const { title, item } of told.titles) expect(out).toContain(title ?? item);
});

it('lists profiles, keeps a filter as a segment, and a note with a profile', async () => {
  const profiles = 'profiles --data data';
  const found = await line.run(`${profiles} --where sex=M --watched-from 3 --keep boys --json`);
  expect(found.json()).toMatchObject({
    all: 24,
    total: 12,
    filter: { attributes: { sex: ['M'] }, watched: { from: 3 } },
  });
  expect((await line.run(`${profiles} --segment Boys --json`)).json()).toMatchObject({ total: 12 });
  expect((await line.run(`${profiles} --segment boy`)).err).toContain('boys');
  expect((await line.run(`${profiles} --where sex=M --sort age --limit 2`)).out).toContain(
    '12 of 24 profiles, the first 2',
  );
  expect((await line.run(`${profiles} --where sex`)).status).toBe(2);
  expect((await line.run(`${profiles} --segments`)).out).toBe('boys\n');
  expect((await line.run(`${profiles} --remove boys`)).status).toBe(0);
  expect((await line.run(`${profiles} --segments --json`)).json()).toEqual({ segments: [] });

  const note = `note --data data --profile ${profileId(1)}`;
  expect((await line.run(note)).out).toContain('no note');
  await line.run(`${note} --text trains`);
  expect((await line.run(note)).out).toBe('trains\n');
});

it('shows the nearest children, and a title with who gets it', async () => {
  const near = await line.run(`neighbours --run ${run} --profile ${profileId(1)} --count 3 --json`);
  const { neighbours } = near.json() as { neighbours: { profile: string }[] };
  expect(neighbours).toHaveLength(3);
  const text = await line.run(`neighbours --run ${run} --profile ${profileId(1)} --count 3`);
  for (const { profile } of neighbours) expect(text.out).toContain(profile);
  const { items } = (await line.run(`recommend --run ${run} --profile ${profileId(1)} --count 1 --json`)).json() as {
    items: { item: string; title: string }[];
  };
  const title = await line.run(`title --run ${run} --title ${items[0]!.item}`);
  for (const said of [items[0]!.title, 'recommended to', 'similar title']) expect(title.out).toContain(said);
  expect((await line.run(`title --run ${run} --title 71`)).status).toBe(4);
});
