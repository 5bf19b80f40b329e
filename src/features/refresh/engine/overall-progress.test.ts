/** The bar of a refresh is one of the whole, and never goes back. */
import { expect, test } from 'vitest';
import { overallProgress } from './overall-progress';

test('goes on from step to step', () => {
  const told: number[] = [];
  const tell = overallProgress(({ done, total }) => told.push(done / total));
  const step = (phase: string, done: number): void => tell({ phase, detail: '', done, total: 4 });
  for (const phase of [
    'turn',
    'look',
    'read',
    'clean',
    'write',
    'train',
    'lists',
    'again',
    'outcome',
    'checks',
    'export',
  ])
    for (const done of [0, 2, 4]) step(phase, done);
  // A run that is made again trains a second time.
  step('train', 0);
  expect(told).toEqual(told.toSorted((left, right) => left - right));
  expect(told[0]).toBe(0);
  expect(told.at(-1)).toBe(1);
  expect(told[3 * 6]).toBeGreaterThan(0.5);
});

test('does not say that it is done once the data is added', () => {
  const told: string[] = [];
  const tell = overallProgress(({ phase }) => told.push(phase));
  for (const phase of ['fingerprint', 'done', 'train']) tell({ phase, detail: '', done: 1, total: 1 });
  expect(told).toEqual(['fingerprint', 'train']);
});

test('goes on while a run is trained as a unit, here or on a cluster', () => {
  for (const phase of ['train', 'unit', 'away']) {
    let told = 0;
    overallProgress(({ done, total }) => (told = done / total))({ phase, detail: '', done: 1, total: 2 });
    expect(told).toBeGreaterThan(0.4);
  }
});
