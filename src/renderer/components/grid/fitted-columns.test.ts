import { expect, it } from 'vitest';
import { fittedColumns } from './fitted-columns';

const COLUMNS = [
  { id: 'name', width: 100 },
  { id: 'late', width: 80, hidesAs: 3 },
  { id: 'early', width: 80, hidesAs: 1 },
  { id: 'middle', width: 120, hidesAs: 2 },
  { id: 'asked', width: 50, hidesAs: Infinity },
];
const shown = (width: number, chosen?: Record<string, boolean>): string[] => [...fittedColumns(COLUMNS, width, chosen)];

it('shows the columns that fit, the least important hidden first', () => {
  expect(shown(396)).toEqual(['name', 'early', 'middle', 'late']);
  expect(shown(395)).toEqual(['name', 'early', 'middle']);
  expect(shown(200)).toEqual(['name', 'early']);
  expect(shown(100)).toEqual(['name']);
});

it('shows a narrow column where a more important one is too wide', () => {
  expect(shown(280)).toEqual(['name', 'early', 'late']);
});

it('shows what was chosen, whatever fits, and hides what was chosen to be hidden', () => {
  expect(shown(280, { asked: true })).toEqual(['name', 'asked', 'early']);
  expect(shown(100, { late: true })).toEqual(['name', 'late']);
  expect(shown(600, { name: false, early: false })).toEqual(['middle', 'late']);
});

it('shows all columns but those to be asked for without a layout', () => {
  expect(shown(0)).toEqual(['name', 'early', 'middle', 'late']);
});
