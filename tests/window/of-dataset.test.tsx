/** What is kept with a data set stays with it. */
import { act, renderHook } from '@testing-library/react';
import { beforeEach, expect, it } from 'vitest';
import { compareWith, useSecondRun } from '../../src/features/inspect/window/second-run';
import { changeSweepForm, useSweepForm } from '../../src/features/sweep/window/sweep-form';
import { setNumbers, setTitleText, setTitleWhich, useTitleList } from '../../src/features/titles/window/title-list';
import { carryToDataset, dropOfDataset } from '../../src/renderer/stores/of-dataset';
import { setFilter, useProfileList } from '../../src/renderer/stores/profile-list';
import { openDataset } from '../../src/renderer/stores/selection';
import { choosePreset, useTrainForm } from '../../src/renderer/stores/train-form';

const [SAMPLE, OWN, GROWN] = ['sample', 'own', 'grown'];
const STORES = [useSecondRun, useTitleList, useTrainForm, useProfileList, useSweepForm];
const all = (): unknown[] => STORES.map((store) => store.getState());

beforeEach(() => {
  for (const data of [SAMPLE, OWN, GROWN]) dropOfDataset(data);
  openDataset(SAMPLE);
});

function change(): void {
  compareWith('of the sample');
  setTitleText('whale');
  setTitleWhich('never');
  setNumbers({ length: { from: 1 } });
  choosePreset('quick');
  setFilter({ text: '12' });
  changeSweepForm({ budget: 3 });
}

it('neither the second run nor filters nor forms of one data set are those of another, and coming back finds them', () => {
  const fresh = all();
  change();
  const changed = all();
  changed.forEach((state, index) => expect(state).not.toEqual(fresh[index]));
  openDataset(OWN);
  expect(all()).toEqual(fresh);
  openDataset(SAMPLE);
  expect(all()).toEqual(changed);
});

it('a screen that stays open shows that of the other data set', () => {
  compareWith('of the sample');
  const shown = renderHook(() => useSecondRun(({ runId }) => runId));
  expect(shown.result.current).toBe('of the sample');
  act(() => openDataset(OWN));
  expect(shown.result.current).toBeNull();
});

it('data that were added to go on with what was kept, and data that are gone leave nothing in the tab', () => {
  change();
  const changed = all();
  carryToDataset(SAMPLE, GROWN);
  dropOfDataset(SAMPLE);
  expect(JSON.stringify(Object.entries(sessionStorage))).not.toContain(`"${SAMPLE}"`);
  openDataset(GROWN);
  expect(all()).toEqual(changed);
});
