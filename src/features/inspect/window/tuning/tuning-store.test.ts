import { beforeEach, expect, test, vi } from 'vitest';

vi.stubGlobal('sessionStorage', { getItem: () => null, setItem: () => undefined, removeItem: () => undefined });
const {
  addTitle,
  changeTuning,
  nextMask,
  openTuning,
  removeTitle,
  resetTuning,
  restoreTitle,
  setAttribute,
  setDirection,
  useTuning,
} = await import('./tuning-store');
const { NEUTRAL_TUNING } = await import('../../../../shared/contract/tuning');

const now = () => useTuning.getState().tuning;

beforeEach(() => {
  openTuning('run', 'p1');
  resetTuning();
});

test('sliders stay for the next profile, changes to one profile do not', () => {
  changeTuning({ condition: 2, hidden: 0.5 });
  setAttribute('age', '5', '3');
  removeTitle('i1');
  openTuning('run', 'p2');
  expect(now()).toEqual({ ...NEUTRAL_TUNING, condition: 2, hidden: 0.5 });
});

test('the queue of Review begins neutral, and the tuning from before goes on behind it', () => {
  changeTuning({ condition: 2 });
  openTuning('run', 'p1', true);
  expect(now()).toEqual(NEUTRAL_TUNING);
  changeTuning({ hidden: 0.5 });
  openTuning('run', 'p2', true);
  expect(now()).toEqual({ ...NEUTRAL_TUNING, hidden: 0.5 });
  openTuning('run', 'p2');
  expect(now()).toEqual({ ...NEUTRAL_TUNING, condition: 2 });
});

test('without a tuning from before, that of the queue goes on behind it', () => {
  openTuning('run', 'p1', true);
  changeTuning({ hidden: 0.5 });
  openTuning('run', 'p1');
  expect(now()).toEqual({ ...NEUTRAL_TUNING, hidden: 0.5 });
});

test('another run starts neutral', () => {
  setDirection(3, 1);
  openTuning('other', 'p1');
  expect(now()).toEqual(NEUTRAL_TUNING);
  openTuning('run', 'p1');
});

test('each change can be reverted to neutral', () => {
  setDirection(1, 2);
  setDirection(1, 0);
  setAttribute('age', null, '3');
  setAttribute('age', '3', '3');
  removeTitle('i1');
  restoreTitle('i1');
  addTitle('i2');
  addTitle('i2');
  expect(now().added).toEqual(['i2']);
  removeTitle('i2');
  expect(now()).toEqual(NEUTRAL_TUNING);
});

test('there is a next mask only if something is hidden', () => {
  nextMask();
  expect(now().mask).toBe(0);
  changeTuning({ hidden: 0.2 });
  nextMask();
  expect(now().mask).toBe(1);
});
