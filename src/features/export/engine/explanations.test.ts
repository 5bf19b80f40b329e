import { expect, it } from 'vitest';
import type { RunRecord } from '../../../shared/contract/run';
import { LIST_LENGTH } from '../../../shared/limits';
import { completeRecipe } from '../../../shared/recipe/schema';
import { explanations } from './explanations';
import type { ExportedLists } from './lists';
import type { RuledExport } from './made-of-lists';

/** Two lists of as many titles as are given, of a catalogue of 40. */
function remarkOnRules(lengths: readonly [number, number]): string {
  const exported = {
    profiles: ['p0', 'p1'],
    rows: [0, 1],
    items: Array.from({ length: 40 }, (_, at) => `i${at}`),
    known: 40,
    unknownProfiles: 0,
    list: (profile: number) => Int32Array.from({ length: lengths[profile]! }, (_, at) => at),
    histories: { rows: 2, offsets: Int32Array.of(0, 0, 0), indices: new Int32Array() },
  } as unknown as ExportedLists;
  const ruled = {
    rules: 1,
    date: '2026-11-30',
    changed: new Set<number>(),
    broken: [
      { row: 0, name: 'Put Heron Hill first.', reason: 'watched' },
      { row: 1, name: 'Put Heron Hill first.', reason: 'watched' },
    ],
  } as unknown as RuledExport;
  const record = { recipe: completeRecipe({}) } as RunRecord;
  return explanations(exported, record, { ruled }).find(({ check }) => check === 'rules kept')!.detail;
}

it('say of rules that could not be kept how often, and of lists that are too short only where there are some', () => {
  expect(remarkOnRules([LIST_LENGTH, LIST_LENGTH])).toBe(
    '2 lists could not take a rule, in 2 places: Put Heron Hill first.',
  );
  expect(remarkOnRules([LIST_LENGTH, 20])).toContain(`; 1 has fewer than ${LIST_LENGTH} titles: Put Heron Hill first.`);
});
