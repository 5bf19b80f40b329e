/** A run on data with an empty hold-out: it has lists, no metrics, and says why. */
import * as path from 'node:path';
import { expect, test } from 'vitest';
import { importFolder } from '../import/import-folder';
import { watchRun } from '../runs/watch/watch-run';
import { finalValue } from '../../shared/values/final-value';
import { temporaryFolder, temporaryWorkspace } from '../../../tests/support/finished-run';
import { writeTables } from '../../../tests/support/small-folder';
import { startRun } from '../../../tests/support/trained-run';
import { everyNth } from '../../../tests/support/tried';

test.each(
  everyNth(
    [
      ['time', 'stopping.split=random'],
      ['random', 'no profile watched at least 5 different titles'],
    ],
    2,
  ),
)('split by %s', async (protocol, advice) => {
  const workspace = await temporaryWorkspace();
  const folder = path.join(await temporaryFolder(), 'theirs');
  // Every profile watches on one day only, so that none is on both sides of the split.
  const events = Array.from({ length: 40 }, (_, row) => {
    const day = String(1 + Math.floor(row / 2)).padStart(2, '0');
    return `${1 + Math.floor(row / 2)},1,202603${day}12000${row % 2},X,${100 + row},0,N,N`;
  });
  await writeTables(folder, {
    'history_data.csv': [
      'profile_id,ss_id,log_time,act_target_dtl,album_id,payment,continuous_play,short_trailer',
      ...events,
    ],
    'profile_data.csv': ['profile_id,sex,age', ...Array.from({ length: 20 }, (_, row) => `${1 + row},M,3`)],
  });
  const dataset = await importFolder({ workspace, folder });
  const started = await startRun(workspace, dataset, { model: 'popularity', 'stopping.split': protocol });
  const record = await finalValue(watchRun(started.folder));
  expect(record).toMatchObject({ status: 'finished', metrics: null, listsSha256: expect.any(String) });
  expect(record.split!.note).toContain('The hold-out has no test child, so this model has lists but no scores');
  expect(record.split!.note).toContain(advice);
});
