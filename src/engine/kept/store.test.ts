import { expect, it } from 'vitest';
import { temporaryWorkspace } from '../../../tests/support/finished-run';
import { LABELS, labelsOf, setLabels } from './labels';
import { historyOf, restoreState } from './store';

const DATA = 'a'.repeat(64);

it('a change after a step back is a version of its own, and repeats none', async () => {
  const workspace = await temporaryWorkspace();
  const at = labelsOf(workspace, DATA);
  for (const [revision, timeZone] of ['Asia/Seoul', 'Europe/Paris'].entries())
    await setLabels(workspace, DATA, { revision, timeZone });
  await restoreState(LABELS, at, { revision: 2, to: 1 });
  await setLabels(workspace, DATA, { revision: 3, timeZone: 'UTC' });
  const { revision, versions } = await historyOf(LABELS, at);
  expect([revision, ...versions.map(({ timeZone, current }) => [timeZone, current])]).toEqual([
    4,
    ['UTC', true],
    ['Europe/Paris', false],
    ['Asia/Seoul', false],
  ]);
});
