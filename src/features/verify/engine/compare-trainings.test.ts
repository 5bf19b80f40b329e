import { describe, expect, test } from 'vitest';
import { finishedRun } from '../../../../tests/support/finished-run';
import type { Epoch, RunRecord } from '../../../shared/contract/run';
import { compareOutcomes, type Outcome } from './compare-trainings';

const epoch = (number: number, weightsSha256: string): Epoch => ({
  stage: 'final',
  epoch: number,
  loss: 1,
  validation: null,
  seconds: 1,
  weightsSha256,
});

async function outcome(): Promise<Outcome & { record: RunRecord }> {
  const { record } = await finishedRun();
  return { record, epochs: [epoch(1, 'aa'), epoch(2, 'bb'), epoch(3, 'cc')] };
}

describe('comparing two trainings', () => {
  test('reports the same bits, and the number of compared epochs', async () => {
    const run = await outcome();
    const answer = compareOutcomes(run, run);
    expect(answer).toMatchObject({ verdict: 'identical-bits', firstDifferentEpoch: null, metricDifference: 0 });
    expect(answer.cause).toContain('3 epochs');
  });

  test('mentions differences even if the bits are the same', async () => {
    const run = await outcome();
    const environment = { ...run.record.environment!, instructionSet: 'avx9' };
    const answer = compareOutcomes(run, { ...run, record: { ...run.record, environment } });
    expect(answer.verdict).toBe('identical-bits');
    expect(answer.cause).toContain('and is avx9');
  });

  test('names the first epoch that differs', async () => {
    const run = await outcome();
    const record = { ...run.record, weightsSha256: 'other' };
    const answer = compareOutcomes(run, { record, epochs: [epoch(1, 'aa'), epoch(2, 'xx'), epoch(3, 'yy')] });
    expect(answer).toMatchObject({ verdict: 'identical-lists', firstDifferentEpoch: { stage: 'final', epoch: 2 } });
    const shorter = compareOutcomes(run, { record, epochs: run.epochs.slice(0, 2) });
    expect(shorter.firstDifferentEpoch).toEqual({ stage: 'final', epoch: 3 });
  });

  test('does not call the bits identical if an epoch differed before equal weights', async () => {
    const run = await outcome();
    const answer = compareOutcomes(run, { ...run, epochs: [epoch(1, 'zz'), ...run.epochs.slice(1)] });
    expect(answer.verdict).toBe('identical-lists');
  });

  test.each([
    [0.0009, 'same-metrics'],
    [0.0011, 'different'],
  ])('calls other lists with a score %f apart %s', async (difference, verdict) => {
    const run = await outcome();
    const metrics = { ...run.record.metrics!, score: run.record.metrics!.score + difference };
    const record = { ...run.record, weightsSha256: 'other', listsSha256: 'other', metrics };
    const answer = compareOutcomes(run, { ...run, record });
    expect(answer.verdict).toBe(verdict);
    expect(answer.cause).toContain('0.001');
  });

  test.each([
    ['the number of threads was 1 and is 8', { threads: { intra: 8, inter: 1 } }],
    ['the instruction set was', { instructionSet: 'avx9' }],
    ['the TensorFlow library (SHA-256) was of unknown hash and is 0123', { tensorflowSha256: '0123' }],
    ['the numeric flags were none and are A=1', { flags: { A: '1' } }],
  ])('names the cause: %s', async (sentence, changes) => {
    const run = await outcome();
    const environment = { ...run.record.environment!, ...changes };
    const answer = compareOutcomes(run, {
      ...run,
      record: { ...run.record, environment, listsSha256: 'x', metrics: null },
    });
    expect(answer.verdict).toBe('different');
    expect(answer.cause).toContain(sentence);
  });

  test('names another program', async () => {
    const run = await outcome();
    const program = { ...run.record.program, buildSha256: 'f00d' };
    const answer = compareOutcomes(run, { ...run, record: { ...run.record, program, weightsSha256: 'x' } });
    expect(answer.cause).toContain('and is f00d');
  });

  test('without a known difference reports a fault in portable mode, and no promise in fast', async () => {
    const run = await outcome();
    const other = { ...run, record: { ...run.record, weightsSha256: 'x' } };
    expect(compareOutcomes(run, other).cause).toContain('Please report it');
    const fast = { ...run.record, recipe: { ...run.record.recipe, 'numeric.mode': 'fast' as const } };
    expect(compareOutcomes({ ...run, record: fast }, other).cause).toContain('does not promise');
  });

  test('calls damaged files different, and says whether training again gives the recorded result', async () => {
    const run = await outcome();
    const damage = ['model.safetensors is not what the record says.'];
    const holds = compareOutcomes(run, run, damage);
    expect(holds.verdict).toBe('different');
    expect(holds.cause).toMatch(/^model\.safetensors is not what the record says\. Trained again, .*bit for bit/);
    const worse = compareOutcomes(run, { ...run, record: { ...run.record, weightsSha256: 'x' } }, damage);
    expect(worse.cause).toContain('does not give the recorded weights either');
  });
});
