/** The audit log of data to which a folder was added. */
import * as fs from 'node:fs/promises';
import * as path from 'node:path';
import { expect, it } from 'vitest';
import { addLines } from '../../../engine/kept/audit/logged';
import { readAudit } from '../../../engine/kept/audit/read';
import { finalValue } from '../../../shared/values/final-value';
import { temporaryFolder } from '../../../../tests/support/finished-run';
import { importedFolder, PEOPLE } from '../../../../tests/support/forgetting';
import { writeTables } from '../../../../tests/support/small-folder';

it('is read with that of the data before, and tells what is taken out of that', async () => {
  const { engine, workspace, dataset } = await importedFolder(PEOPLE.letters);
  const before = dataset.fingerprint;
  await addLines(workspace, before, [{ what: 'decision', profile: '101' }]);
  const folder = path.join(await temporaryFolder(), 'april');
  const header = 'profile_id,ss_id,log_time,act_target_dtl,album_id,payment,continuous_play,short_trailer';
  await writeTables(folder, { 'history_data.csv': [header, '101,98,20260401120000,IFSUC0001,503,0,N,N'] });
  const add = async (): Promise<string> =>
    (await finalValue(await engine.client.datasets.add({ data: before, folder }))).fingerprint;
  const after = await add();
  expect(after).not.toBe(before);
  // The same again adds no line.
  expect(await add()).toBe(after);
  await addLines(workspace, after, [{ what: 'decision', profile: '102' }]);

  const { entries } = await readAudit(workspace, [after]);
  expect(entries).toMatchObject([
    { what: 'decision', profile: '102' },
    { what: 'data-added', before },
    { what: 'data-added', after },
    { what: 'decision', profile: '101' },
  ]);
  expect((await readAudit(workspace, [before])).entries).toEqual(entries);

  const file = path.join(workspace.audit, `${before}.jsonl`);
  const [, ...rest] = (await fs.readFile(file, 'utf8')).trimEnd().split('\n');
  await fs.writeFile(file, `${rest.join('\n')}\n`);
  expect((await readAudit(workspace, [after])).entries.some(({ chain }) => chain === 'broken')).toBe(true);
});
