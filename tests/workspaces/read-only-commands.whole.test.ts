/** Commands on a run of an earlier recipe version: what shows its record and stored lists works, what computes with it is refused. */
import { writeFile } from 'node:fs/promises';
import * as path from 'node:path';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { whyNotComputed } from '../../src/shared/recipe/earlier';
import { textOf } from '../../src/shared/words/sentence';
import { commandLineHere } from '../support/command-line-here';
import { copyReleased, RELEASED_WORKSPACES } from '../support/released-workspace';

const { quick, archived, stopped, data } = RELEASED_WORKSPACES['0.2.0'];
/** Of the first place of profile 3, and of none. */
const [TITLE, MISSING] = ['117', '125'];

let line: Awaited<ReturnType<typeof commandLineHere>>;
beforeAll(async () => {
  line = await commandLineHere();
  await copyReleased(path.join(line.folder, 'workspace'), '0.2.0');
  await writeFile(path.join(line.folder, 'tuning.json'), JSON.stringify({ hidden: 0.5 }));
});
afterAll(() => line.remove());

/** One paragraph, however it is wrapped. */
const said = (text: string): string => text.replaceAll(/\s+/g, ' ').trim();
const reason = async (runId: string): Promise<string> => {
  const { recipe } = (await line.run(`show ${runId} --json`)).json() as Parameters<typeof whyNotComputed>[0];
  return textOf([whyNotComputed({ runId, recipe })!]);
};

it.each([
  `verify ${quick}`,
  `resume ${stopped}`,
  `explain --run ${quick} --profile 3 --title ${TITLE}`,
  `why-not --run ${quick} --profile 3 --title ${MISSING}`,
  `neighbours --run ${quick} --profile 3`,
  `recommend --run ${quick} --profile 3 --tune tuning.json`,
  `recommend --run ${quick} --profile 3 --include-watched`,
  `export --run ${quick} --out tuned.csv --tuning tuning.json`,
  `stability --run ${quick}`,
  `latent-map --run ${quick} --out map.csv`,
  `model ${quick} --out model`,
])('refused with the reason alone: %s', async (command) => {
  const { status, out, err } = await line.run(`${command} --quiet`);
  expect(status).toBe(2);
  expect(out).toBe('');
  expect(said(err)).toBe(await reason(command.includes(stopped) ? stopped : quick));
});

it.each([
  `recommend --run ${quick} --profile 3`,
  `recommend --run ${quick} --profile 3 --against ${archived}`,
  `compare ${quick} ${archived}`,
  `export --run ${quick} --out lists.csv`,
  `report --run ${quick} --out report.html`,
  `bundle ${quick} --out run.shelfwise`,
  `check --run ${quick}`,
  `segment girls --run ${quick}`,
  `certificates ${quick}`,
  `train --data ${data} --like ${quick} --estimate`,
])('works: %s', async (command) => {
  const { status, err } = await line.run(`${command} --quiet`);
  expect(err).not.toContain('11f52d0c');
  expect(status).toBe(0);
});

it('its record says that nothing is computed with it', async () => {
  expect(said((await line.run(`show ${quick}`)).out)).toContain(await reason(quick));
});

it.each(['', ' --audience'])(
  'a title is shown with those who get it, and with why there is no more: %s',
  async (option) => {
    const { status, out } = await line.run(`title --run ${quick} --title ${TITLE}${option}`);
    expect(status).toBe(0);
    expect(out).toMatch(/recommended to +15 (of 16 )?profiles/);
    expect(said(out)).toContain(await reason(quick));
  },
);
