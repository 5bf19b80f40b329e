import { expect, it } from 'vitest';
import { temporaryWorkspace } from '../../../tests/support/finished-run';
import { NO_RULES } from '../../shared/contract/rules';
import { LABELS, labelsOf, readLabels, setLabels } from './labels';
import { noteOf, setNote } from './notes';
import { RULES, setRules } from './rules';
import { keepNamed, removeNamed, restoreNamed, SEGMENTS } from './segments-and-tunings';
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

it('a change of what was changed meanwhile is refused, by the name that a person knows', async () => {
  const workspace = await temporaryWorkspace();
  await setNote(workspace, DATA, '7', { text: 'one', revision: 0 });
  await expect(setNote(workspace, DATA, '7', { text: 'two', revision: 0 })).rejects.toThrow(/note on child 7/);
  expect(await noteOf(workspace, DATA, '7')).toMatchObject({ text: 'one', revision: 1 });
  const { id } = await keepNamed(SEGMENTS, workspace, DATA, { name: 'Toddlers', filter: {} });
  await removeNamed(SEGMENTS, workspace, DATA, { id, revision: 1 });
  const again = { name: 'Small', filter: {}, id, revision: 1 };
  await expect(keepNamed(SEGMENTS, workspace, DATA, again)).rejects.toThrow(/Small/);
  await expect(restoreNamed(SEGMENTS, workspace, DATA, { id, revision: 9, to: 1 })).rejects.toThrow(/Toddlers/);
  expect(await restoreNamed(SEGMENTS, workspace, DATA, { id, revision: 1, to: 1 })).toMatchObject({
    name: 'Toddlers',
    revision: 2,
  });
});

it('what stood there before the first change is a version where the family says so', async () => {
  const workspace = await temporaryWorkspace();
  const set = { formatVersion: 1, rules: [{ id: 'a', name: 'Hide', on: true, kind: 'hide', titles: { ids: ['1'] } }] };
  await setRules(workspace, DATA, { revision: 0, set: set as never });
  await setRules(workspace, DATA, { revision: 1, set: NO_RULES });
  const { versions } = await historyOf(RULES, { workspace, fingerprint: DATA, key: 'set' });
  expect(versions.map(({ revision, set: { rules } }) => [revision, rules.length])).toEqual([
    [2, 0],
    [1, 1],
    [0, 0],
  ]);
  expect((await historyOf(LABELS, labelsOf(workspace, DATA))).versions).toEqual([]);
  expect(await setRules(workspace, DATA, { revision: 2, set: NO_RULES })).toMatchObject({ revision: 2 });
  expect(await readLabels(workspace, DATA)).toMatchObject({ revision: 0 });
});
