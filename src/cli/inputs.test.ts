import { describe, expect, it } from 'vitest';
import { inputLabel, optionName, readInputs, type Inputs } from './inputs';

const table = {
  folder: { kind: 'text', argument: true, required: true, value: 'FOLDER', help: '' },
  seed: { kind: 'integer', value: 'N', minimum: 0, maximum: 10, default: 1, help: '' },
  format: { kind: 'choice', value: 'FORMAT', choices: ['csv', 'parquet'], default: 'csv', help: '' },
  models: { kind: 'choices', value: 'a,b', choices: ['ease', 'trend'], help: '' },
  set: { kind: 'texts', value: 'knob=value', help: '' },
  includeWatched: { kind: 'flag', help: '' },
} as const satisfies Inputs;

const read = (typed: Record<string, unknown>) => readInputs(table, typed);

describe('the inputs of a command', () => {
  it('take their defaults when omitted', () => {
    expect(read({ folder: 'here' })).toEqual({
      folder: 'here',
      seed: 1,
      format: 'csv',
      models: undefined,
      set: [],
      includeWatched: false,
    });
  });

  it('are parsed by their kind', () => {
    const values = read({ folder: 'here', seed: '7', models: 'ease, trend', set: ['a=1'], includeWatched: true });
    expect(values).toMatchObject({ seed: 7, models: ['ease', 'trend'], set: ['a=1'], includeWatched: true });
  });

  it('a wrong one is reported with its option, what it takes and the nearest word', () => {
    expect(() => read({ seed: '11' })).toThrow('--seed takes a whole number from 0 to 10, not "11".');
    for (const seed of ['-1', '1.5', '1e1', 'one', ' 1'])
      expect(() => read({ seed })).toThrow('--seed takes a whole number');
    expect(() => read({ format: 'parket' })).toThrow('Did you mean parquet? Allowed: csv, parquet.');
    expect(() => read({ models: 'ease,trends' })).toThrow('--models does not take "trends". Did you mean trend?');
  });

  it('refuse an empty word', () => {
    expect(() => read({ folder: '' })).toThrow('FOLDER is empty');
  });

  it('are typed in lower case with dashes', () => {
    expect(optionName('includeWatched')).toBe('--include-watched');
    expect(inputLabel('includeWatched', table.includeWatched)).toBe('--include-watched');
    expect(inputLabel('seed', table.seed)).toBe('--seed N');
    expect(inputLabel('folder', table.folder)).toBe('FOLDER');
  });
});
