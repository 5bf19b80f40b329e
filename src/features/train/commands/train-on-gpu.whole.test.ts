/** What the processor does of a run that a GPU would train is said before it begins. */
import * as path from 'node:path';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { presetRecipe } from '../../../shared/recipe/presets';
import { processorsShare } from '../../../shared/recipe/processors-share';
import { textOf } from '../../../shared/words/sentence';
import { commandLineHere } from '../../../../tests/support/command-line-here';
import { writeDistinctiveFolder } from '../../../../tests/support/trained-run';

let line: Awaited<ReturnType<typeof commandLineHere>>;
beforeAll(async () => {
  line = await commandLineHere();
  await writeDistinctiveFolder(path.join(line.folder, 'data'));
});
afterAll(() => line.remove());

const said = (text: string): string => text.replaceAll(/\s+/g, ' ');
const MIXES = textOf([processorsShare({ ...presetRecipe('balanced'), 'numeric.device': 'gpu' })!]);

it('with the companions that the preset mixes in, also where the run waits or is only estimated', async () => {
  for (const option of ['--estimate', '--later']) {
    expect(said((await line.run(`train --data data --device gpu ${option}`)).err)).toContain(MIXES);
    expect(said((await line.run(`train --data data ${option}`)).err)).not.toContain('The GPU trains');
  }
});
