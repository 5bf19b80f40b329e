import { beforeAll, describe, expect, test } from 'vitest';
import { finishedRun } from '../../../../tests/support/finished-run';
import type { Environment, Epoch, RunRecord } from '../../../shared/contract/run';
import type { Outcome } from './compare-figures';
import { compareOutcomes } from './compare-trainings';

const epoch = (number: number, weightsSha256: string): Epoch => ({
  stage: 'final',
  epoch: number,
  loss: 1,
  validation: null,
  seconds: 1,
  weightsSha256,
});

const EXACT = { SHELFWISE_KERNELS: 'exact' };

/** Trained on the processor. Made once, since no comparison changes it. */
let trained: Outcome & { record: RunRecord };
beforeAll(async () => {
  const { record } = await finishedRun();
  const environment = { ...record.environment!, threads: { intra: 1, inter: 1 }, tensorflowSha256: null, flags: EXACT };
  trained = { record: { ...record, environment }, epochs: [epoch(1, 'aa'), epoch(2, 'bb'), epoch(3, 'cc')] };
});

type Changes = Partial<RunRecord>;
const changed = (run: Outcome, changes: Changes): Outcome => ({ ...run, record: { ...run.record, ...changes } });
/** As a training of it here comes out. */
const trainedWith = (run: Outcome, environment: Partial<Environment>, changes: Changes = {}): Outcome =>
  changed(run, { ...changes, environment: { ...run.record.environment!, ...environment } });

const LOCAL = { isBrought: false, damage: [] };
const BROUGHT = { isBrought: true, damage: [] };
const OTHER_LISTS = { listsSha256: 'other' };

describe('comparing two trainings', () => {
  test('reports the same bits, and the number of compared epochs', () => {
    const answer = compareOutcomes(trained, trained, LOCAL);
    expect(answer).toMatchObject({
      verdict: 'identical-bits',
      differs: [],
      firstDifferentEpoch: null,
      metricDifference: 0,
    });
    expect(answer.cause).toContain('3 epochs');
  });

  test('mentions differences even if the bits are the same', () => {
    const answer = compareOutcomes(trained, trainedWith(trained, { instructionSet: 'avx9' }), LOCAL);
    expect(answer.verdict).toBe('identical-bits');
    expect(answer.cause).toContain('and is avx9');
  });

  test('names the first epoch that differs', () => {
    const { record } = changed(trained, { weightsSha256: 'other' });
    const answer = compareOutcomes(
      trained,
      { record, epochs: [epoch(1, 'aa'), epoch(2, 'xx'), epoch(3, 'yy')] },
      LOCAL,
    );
    expect(answer).toMatchObject({ verdict: 'different', firstDifferentEpoch: { stage: 'final', epoch: 2 } });
    const shorter = compareOutcomes(trained, { record, epochs: trained.epochs.slice(0, 2) }, LOCAL);
    expect(shorter.firstDifferentEpoch).toEqual({ stage: 'final', epoch: 3 });
  });

  test.each([
    ['weights', { weightsSha256: 'other' }, 'the weights'],
    ['lists', OTHER_LISTS, 'the lists'],
    ['scores', { metrics: null }, 'the scores'],
  ] as const)('calls a run with other %s different, and says so', (part, changes, named) => {
    for (const origin of [LOCAL, BROUGHT]) {
      const answer = compareOutcomes(changed(trained, changes), trained, origin);
      expect(answer).toMatchObject({ verdict: 'different', differs: [part] });
      expect(answer.cause).toContain(`came out different: ${named}.`);
    }
    // An epoch that differed before equal weights is no accident either.
    const epochs = [epoch(1, 'zz'), ...trained.epochs.slice(1)];
    expect(compareOutcomes({ ...trained, epochs }, trained, LOCAL)).toMatchObject({
      verdict: 'different',
      differs: ['epochs'],
    });
  });

  test.each([
    ['a GPU', { device: 'gpu' as const }],
    ['other kernels', { flags: { SHELFWISE_KERNELS: 'tensorflow' } }],
    ['another processor and system', { instructionSet: 'avx9', platform: 'win32', architecture: 'arm64' }],
  ])('forgives a bundle nothing for stating %s', (_, stated) => {
    const forged = trainedWith(trained, stated, OTHER_LISTS);
    const answer = compareOutcomes(forged, trained, BROUGHT);
    expect(answer).toMatchObject({ verdict: 'different', differs: ['lists'] });
    expect(answer.cause).toContain('anyone could have written');
  });

  test('cannot tell whether other lists of a GPU are right without scores', () => {
    const repeated = trainedWith(trained, { device: 'gpu' }, { metrics: null });
    const answer = compareOutcomes(changed(trained, { ...OTHER_LISTS, metrics: null }), repeated, BROUGHT);
    expect(answer.verdict).toBe('cannot-tell');
    expect(answer.cause).toContain('no scores to compare');
    const sameLists = changed(trained, { weightsSha256: 'x', metrics: null });
    expect(compareOutcomes(sameLists, repeated, BROUGHT).verdict).toBe('identical-lists');
  });

  test.each([
    [0.0009, 'same-metrics'],
    [0.0011, 'different'],
  ])('calls other lists of a GPU with a score %f apart %s', (difference, verdict) => {
    const repeated = trainedWith(trained, { device: 'gpu' });
    const metrics = { ...trained.record.metrics!, score: trained.record.metrics!.score + difference };
    const answer = compareOutcomes(
      changed(trained, { weightsSha256: 'x', listsSha256: 'x', metrics }),
      repeated,
      BROUGHT,
    );
    expect(answer.verdict).toBe(verdict);
    expect(answer.cause).toContain('0.001');
  });

  test('does not call lists of a GPU identical if the recorded score is another', () => {
    const metrics = { ...trained.record.metrics!, score: 0.9 };
    expect(
      compareOutcomes(changed(trained, { metrics }), trainedWith(trained, { device: 'gpu' }), BROUGHT).verdict,
    ).toBe('different');
  });

  test.each([
    ['the number of threads was 1 and is 8', { threads: { intra: 8, inter: 1 } }],
    ['the instruction set was', { instructionSet: 'avx9' }],
    ['the file of the computing library (SHA-256) was of unknown hash and is 0123', { tensorflowSha256: '0123' }],
    ['the numeric flags were SHELFWISE_KERNELS=exact and are A=1', { flags: { A: '1' } }],
  ])('names what changed: %s', (sentence, changes) => {
    const answer = compareOutcomes(trained, trainedWith(trained, changes, { listsSha256: 'x', metrics: null }), LOCAL);
    expect(answer.verdict).toBe('different');
    expect(answer.cause).toContain(sentence);
  });

  test('names another program', () => {
    const program = { ...trained.record.program, buildSha256: 'f00d' };
    const answer = compareOutcomes(trained, changed(trained, { program, weightsSha256: 'x' }), LOCAL);
    expect(answer.cause).toContain('and is f00d');
  });

  test('asks to report a run of this computer that does not repeat, and not one that was brought', () => {
    const other = changed(trained, { weightsSha256: 'x' });
    expect(compareOutcomes(trained, other, LOCAL).cause).toContain('Please report it');
    expect(compareOutcomes(trained, other, BROUGHT).cause).toContain('Do not use its lists');
  });

  test('calls damaged files different, and says whether training again gives the recorded result', () => {
    const damage = ['model.safetensors is not what the record says.'];
    const holds = compareOutcomes(trained, trained, { ...LOCAL, damage });
    expect(holds.verdict).toBe('different');
    expect(holds.cause).toMatch(/^model\.safetensors is not what the record says\. Trained again, .*bit for bit/);
    const worse = compareOutcomes(trained, changed(trained, { weightsSha256: 'x' }), { ...LOCAL, damage });
    expect(worse.cause).toContain('does not give what is recorded either: the weights differ');
  });
});

describe('a figure that was forged', () => {
  const metrics = { recall: 0.4, ndcg: 0.2, score: 0.35, profiles: 3, standardError: 0.05 };
  const gain = { profiles: 3, mean: 0.1, low: 0.05, high: 0.15 };
  const quality = { coverage: 0.5, novelty: 3, watchedShare: 0 };
  const split = { protocol: 'time', note: null, trainInteractions: 9, testProfiles: 3, testTargets: 4 } as const;

  /** A run whose record has every figure. */
  function whole(): Outcome & { record: RunRecord } {
    const record: RunRecord = {
      ...trained.record,
      slices: [{ group: 'age', label: 'age 3', metrics }],
      overCompanions: { ...gain, groups: [{ ...gain, group: 'age', label: 'age 3' }] },
      quality,
      mixture: { trend: 0.2, shares: { als: 0.3 } },
      validation: metrics,
      split,
      files: { ...trained.record.files, 'test-profiles.safetensors': 'ab' },
    };
    return { record, epochs: trained.epochs.map((one) => ({ ...one, validation: metrics })) };
  }

  const forgedRecord =
    (forge: (record: RunRecord) => Partial<RunRecord>) =>
    (run: Outcome): Outcome => ({ ...run, record: { ...run.record, ...forge(run.record) } });
  const forgedEpoch =
    (changes: Partial<Epoch>) =>
    ({ record, epochs: [first, ...others] }: Outcome): Outcome => ({
      record,
      epochs: [{ ...first!, ...changes }, ...others],
    });

  test.each<[figure: string, what: string, forge: (run: Outcome) => Outcome]>([
    [
      'groups',
      'a score',
      forgedRecord(() => ({ slices: [{ group: 'age', label: 'age 3', metrics: { ...metrics, score: 0.9 } }] })),
    ],
    ['groups', 'a group left out', forgedRecord(() => ({ slices: [] }))],
    ['groups', 'another name', forgedRecord(() => ({ slices: [{ group: 'age', label: 'age 4', metrics }] }))],
    [
      'over-companions',
      'a gain',
      forgedRecord(({ overCompanions }) => ({ overCompanions: { ...overCompanions!, mean: 0.3 } })),
    ],
    ['over-companions', 'a gain of a group', forgedRecord(() => ({ overCompanions: { ...gain, groups: [] } }))],
    ['quality', 'coverage', forgedRecord(() => ({ quality: { ...quality, coverage: 0.9 } }))],
    ['quality', 'novelty', forgedRecord(() => ({ quality: { ...quality, novelty: 9 } }))],
    ['quality', 'watched share', forgedRecord(() => ({ quality: { ...quality, watchedShare: 0.1 } }))],
    ['mixture', 'a share', forgedRecord(() => ({ mixture: { trend: 0.2, shares: { als: 0.4 } } }))],
    ['mixture', 'the trend', forgedRecord(() => ({ mixture: { trend: 0.1, shares: { als: 0.3 } } }))],
    ['mixture', 'one left out', forgedRecord(() => ({ leftOut: [{ model: 'ease', message: 'too large' }] }))],
    ['validation', 'a score', forgedEpoch({ validation: { ...metrics, score: 0.9 } })],
    ['losses', 'a loss', forgedEpoch({ loss: 0.1 })],
    ['trial', 'a score', forgedRecord(() => ({ validation: { ...metrics, recall: 0.9 } }))],
    ['stages', 'epochs', forgedRecord(() => ({ epochs: 99 }))],
    [
      'stages',
      'weights of a stage',
      forgedRecord(({ stages }) => ({ stages: stages.map((one) => ({ ...one, weightsSha256: 'cc' })) })),
    ],
    ['split', 'its profiles', forgedRecord(() => ({ split: { ...split, testProfiles: 99 } }))],
    ['split', 'its note', forgedRecord(() => ({ split: { ...split, note: 'by hand' } }))],
    [
      'test-profiles',
      'the file',
      forgedRecord(({ files }) => ({ files: { ...files, 'test-profiles.safetensors': 'cd' } })),
    ],
    ['places', 'the file', forgedRecord(({ files }) => ({ files: { ...files, 'lists.safetensors': 'cd' } }))],
  ])('makes a run different, which is said: %s, %s', (figure, _, forge) => {
    const run = whole();
    expect(compareOutcomes(run, run, LOCAL)).toMatchObject({
      verdict: 'identical-bits',
      figures: { differ: [], notCompared: [] },
    });
    const answer = compareOutcomes(forge(run), run, LOCAL);
    expect(answer).toMatchObject({ verdict: 'different', differs: [], figures: { differ: [figure], notCompared: [] } });
  });

  test.each(['recall', 'ndcg', 'score', 'profiles', 'standardError'] as const)(
    'makes a run different: %s',
    (metric) => {
      const run = whole();
      const forged = changed(run, { metrics: { ...run.record.metrics!, [metric]: 9 } });
      expect(compareOutcomes(forged, run, LOCAL)).toMatchObject({ verdict: 'different', differs: ['scores'] });
    },
  );

  test('is not compared where nothing measures it again, which the verdict says', () => {
    const run = whole();
    const { validation: _, ...toTheEnd } = run.record;
    const answer = compareOutcomes(run, { ...run, record: toTheEnd }, LOCAL);
    expect(answer).toMatchObject({ verdict: 'identical-bits', figures: { differ: [], notCompared: ['trial'] } });
    expect(answer.cause).toContain('Nor could these be compared: the validation score of the trial.');
    expect(answer.cause).toContain('Not compared, since a training again cannot tell it: names, dates');
  });

  test('of a GPU is compared where the weights are the same, and named where they are not', () => {
    const run = whole();
    const gpu = { device: 'gpu' } as const;
    const forged = changed(trainedWith(run, gpu), { quality: { ...quality, coverage: 0.9 } });
    expect(compareOutcomes(forged, trainedWith(run, gpu), LOCAL)).toMatchObject({ verdict: 'different' });
    const other = compareOutcomes(forged, trainedWith(run, gpu, { weightsSha256: 'other' }), LOCAL);
    expect(other.verdict).toBe('identical-lists');
    expect(other.figures!.notCompared).toContain('quality');
    expect(other.cause).toContain('coverage, novelty and watched share');
    const recall = changed(forged, { metrics: { ...run.record.metrics!, recall: 0.9 } });
    expect(compareOutcomes(recall, trainedWith(run, gpu, { weightsSha256: 'other' }), LOCAL).verdict).toBe('different');
  });
});
