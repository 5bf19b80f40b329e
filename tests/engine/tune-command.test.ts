/** recommend --tune FILE on the built command line. */
import { writeFile } from 'node:fs/promises';
import * as path from 'node:path';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { tuningSchema } from '../../src/shared/contract';
import { temporaryCommandLine } from '../cli/command-line';
import { profileId, SMALL_RECIPE, writeDistinctiveFolder } from '../support/trained-run';

let line: Awaited<ReturnType<typeof temporaryCommandLine>>;
let run: string;

beforeAll(async () => {
  line = await temporaryCommandLine();
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
