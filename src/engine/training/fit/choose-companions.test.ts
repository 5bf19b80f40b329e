import { describe, expect, it } from 'vitest';
import { LIST_LENGTH } from '../../../shared/limits';
import { buildHistories, wholeRows } from '../../data/histories';
import type { Interactions, SparseRows } from '../../data/tables';
import type { Recommender } from '../../model/recommender';
import { completeRecipe } from '../../../shared/recipe/schema';
import type { CompanionName } from '../../../shared/recipe/companion-names';
import { placesOf } from '../../model/dae/companion';
import { chosenMixture, chosenTrial, trialsOf } from './choose-companions';
import { judgeTrials } from './judge-trials';

const PROFILES = 12;
/** More titles than a list has places, so that a title may miss the list. */
const TITLES = 4 * LIST_LENGTH;
const CONDITIONS = { width: 0, values: new Float32Array(0), names: [] };

/** Every profile watched the first ten titles; the eleventh and twelfth are held out. */
const WATCHED = 10;
const TARGETS = [WATCHED, WATCHED + 1];

function rowsOf(titles: readonly number[]): SparseRows {
  const pairs = Array.from({ length: PROFILES }, (_, profile) => titles.map((item) => ({ profile, item }))).flat();
  const interactions: Interactions = {
    profile: Int32Array.from(pairs, ({ profile }) => profile),
    item: Int32Array.from(pairs, ({ item }) => item),
    time: null,
    weight: new Float32Array(pairs.length).fill(1),
  };
  return wholeRows(buildHistories(interactions, PROFILES, TITLES, 'binary'));
}

const judged = {
  histories: rowsOf(Array.from({ length: WATCHED }, (_, item) => item)),
  targets: rowsOf(TARGETS),
  conditions: CONDITIONS,
};

/** Scores every profile alike: these titles high, the others falling with their index. */
function scoring(high: Record<number, number>): Recommender & { rows: number } {
  return {
    rows: 0,
    score({ histories }) {
      this.rows += histories.rows;
      const row = Float32Array.from({ length: TITLES }, (_, item) => high[item] ?? -item / TITLES);
      return Float32Array.from({ length: histories.rows * TITLES }, (_, at) => row[at % TITLES]!);
    },
    tensors: () => ({}),
    dispose: () => undefined,
  };
}

const [first, second] = TARGETS as [number, number];
const late = { [first]: -1.5, [second]: -1.5 };
const chosenBoth = completeRecipe({ 'mixture.companion': 'chosen', 'mixture.second': 'chosen' });

describe('mixtures to try', () => {
  const placesTried = (recipe: Parameters<typeof trialsOf>[2], names: CompanionName[]): Set<string> =>
    new Set(
      trialsOf([0], names, recipe).map((trial) =>
        placesOf(trial)
          .map((place) => names[place])
          .join(' '),
      ),
    );

  it('hold no companion, one candidate or two of them where the recipe leaves both places to the data', () => {
    expect([...placesTried(chosenBoth, ['als', 'ease', 'filter'])]).toEqual([
      '',
      'als',
      'ease',
      'filter',
      'als ease',
      'als filter',
      'ease filter',
    ]);
  });

  it('hold at most one that the recipe does not name where it leaves one place to the data', () => {
    const named = completeRecipe({ 'mixture.companion': 'als', 'mixture.second': 'chosen' });
    expect([...placesTried(named, ['als', 'ease', 'filter'])]).toEqual([
      '',
      'als',
      'ease',
      'filter',
      'als ease',
      'als filter',
    ]);
    const onlyNamed = completeRecipe({ 'mixture.companion': 'als', 'mixture.second': 'none' });
    expect([...placesTried(onlyNamed, ['als'])]).toEqual(['', 'als']);
  });

  it('give companions fifths that add up to at most all, with each strength of the trend', () => {
    const trials = trialsOf([1, 0], ['als', 'ease'], chosenBoth);
    expect(trials.slice(0, 3)).toEqual([
      { strength: 1, shares: [0, 0] },
      { strength: 0, shares: [0, 0] },
      { strength: 1, shares: [0.2, 0] },
    ]);
    const sums = trials.map(({ shares: [als, ease] }) => als! + ease!);
    expect(Math.max(...sums)).toBeCloseTo(1, 9);
    // None, five shares of each alone, and ten ways to share, with two strengths.
    expect(trials).toHaveLength(2 * (1 + 5 + 5 + 10));
  });
});

describe('choosing companions', () => {
  const NAMES: CompanionName[] = ['als', 'ease'];
  const choose = (companions: Recommender[]) => {
    const names = NAMES.slice(0, companions.length);
    const trials = trialsOf([0], names, chosenBoth);
    const own = { model: scoring(late), isStandardised: false };
    const tried = { trials, scores: judgeTrials({}, judged, { own, others: companions }, trials) };
    return chosenMixture(
      tried,
      { start: 0, chosen: chosenTrial(tried, 0, { candidates: names, leastGains: [0, 0], by: 'validation' }) },
      names,
      { by: 'validation', profiles: PROFILES },
    );
  };

  it('leaves out a companion that finds nothing', () => {
    expect(choose([scoring(late)]).shares).toEqual({});
    expect(choose([scoring(late), scoring(late)]).shares).toEqual({});
  });

  it('takes only what may be taken', () => {
    const trials = trialsOf([0], ['als'], chosenBoth);
    const others = [scoring({ [first]: 9, [second]: 9 })];
    const own = { model: scoring(late), isStandardised: false };
    const tried = { trials, scores: judgeTrials({}, judged, { own, others }, trials) };
    const choice = { candidates: ['als'], leastGains: [0], by: 'validation' } as const;
    expect(chosenTrial(tried, 0, choice)).toBeGreaterThan(0);
    expect(chosenTrial(tried, 0, { ...choice, mayTake: trials.map((_, index) => index === 0) })).toBe(0);
  });

  it('gives one companion the share that brings its titles into the lists', () => {
    expect(Object.keys(choose([scoring({ [first]: 9, [second]: 9 })]).shares)).toEqual(['als']);
  });

  it('takes one companion where a second one adds nothing', () => {
    const finds = { [first]: 9, [second]: 9 };
    expect(Object.keys(choose([scoring(late), scoring(finds)]).shares)).toEqual(['ease']);
  });

  it('gives each of two companions the share it needs if each finds one of the titles', () => {
    const { shares } = choose([scoring({ [first]: 9 }), scoring({ [second]: 9 })]);
    expect(Math.min(shares.als!, shares.ease!)).toBeGreaterThan(0);
    expect(shares.als! + shares.ease!).toBeLessThanOrEqual(1 + 1e-9);
  });

  it('records what it judged by: the score without any, with each alone, and as chosen', () => {
    const { chosen } = choose([scoring(late), scoring({ [first]: 9, [second]: 9 })]);
    expect(chosen).toMatchObject({ by: 'validation', profiles: PROFILES, alone: 0 });
    expect(chosen!.tried.map(({ model, taken }) => [model, taken])).toEqual([
      ['als', false],
      ['ease', true],
    ]);
    expect(chosen!.tried[1]!.score).toBe(chosen!.score);
    expect(chosen!.score).toBeGreaterThan(0);
  });

  it('lets each model score each profile once, whatever the number of mixtures tried', () => {
    const models = [scoring(late), scoring({ [first]: 9 }), scoring({ [second]: 9 })] as const;
    const trials = trialsOf([0], NAMES, chosenBoth);
    const [own, ...others] = models;
    judgeTrials({}, judged, { own: { model: own, isStandardised: false }, others }, trials);
    expect(models.map(({ rows }) => rows)).toEqual([PROFILES, PROFILES, PROFILES]);
  });
});

describe('chance', () => {
  const trials = trialsOf([0], ['als'], completeRecipe({ 'mixture.companion': 'als' }));
  /** Each trial with companions is better by .01 on average, with this deviation. */
  const scoresWith = (deviation: number): Float64Array[] =>
    trials.map((trial) =>
      Float64Array.from({ length: 1000 }, (_, profile) =>
        placesOf(trial).length === 0 ? 0.3 : 0.31 + (profile % 2 === 0 ? deviation : -deviation),
      ),
    );

  it('is no reason to take a companion', () => {
    const chosen = (deviation: number, by: 'validation' | 'windows'): number =>
      chosenTrial({ trials, scores: scoresWith(deviation) }, 0, { candidates: ['als'], leastGains: [0], by });
    // 0.8 standard errors.
    expect(chosen(0.4, 'validation')).toBe(0);
    expect(chosen(0.02, 'validation')).toBeGreaterThan(0);
    // 2.6 standard errors.
    expect([chosen(0.12, 'validation'), chosen(0.12, 'windows')]).toEqual([1, 0]);
  });

  it('leaves shares level, of which a validation part takes the least, and windows the best, which they halve', () => {
    // Each fifth more is better by a hair.
    const scores = trials.map(({ shares }) =>
      Float64Array.from({ length: 400 }, (_, profile) =>
        shares[0] === 0 ? 0.3 : 0.4 + shares[0]! / 1000 + ((profile * (1 + 5 * shares[0]!)) % 7) / 50,
      ),
    );
    const shareBy = (by: 'validation' | 'windows'): number =>
      trials[chosenTrial({ trials, scores }, 0, { candidates: ['als'], leastGains: [0], by })]!.shares[0]!;
    expect([shareBy('validation'), shareBy('windows')]).toEqual([0.2, 1]);
  });

  it('gives a tie to the mixture that is tried first, which leaves companions the least', () => {
    const scores = trials.map(({ shares }) => new Float64Array(400).fill(shares[0] === 0 ? 0.3 : 0.4));
    for (const by of ['validation', 'windows'] as const)
      expect(trials[chosenTrial({ trials, scores }, 0, { candidates: ['als'], leastGains: [0], by })]!.shares).toEqual([
        0.2,
      ]);
  });

  it('leaves companions level, of which the one that gains most by more data is taken', () => {
    const names: CompanionName[] = ['als', 'ease', 'filter'];
    const all = trialsOf([0], names, chosenBoth);
    /** With .2 of one companion: the filter is best by a hair, EASE level with it, ALS far behind; all else is bad. */
    const meanOfTrial = ({ shares }: (typeof all)[number]): number =>
      [
        [0, 0, 0.2],
        [0, 0.2, 0],
        [0.2, 0, 0],
      ].reduce(
        (score, wanted, place) => (wanted.join() === shares.join() ? [0.4, 0.399, 0.35][place]! : score),
        placesOf({ shares }).length === 0 ? 0.3 : 0.1,
      );
    const scores = all.map((trial, index) =>
      Float64Array.from({ length: 400 }, (_, profile) => meanOfTrial(trial) + ((profile * (index + 3)) % 7) / 50),
    );
    const chosen = chosenTrial({ trials: all, scores }, 0, {
      candidates: names,
      leastGains: [0, 0, 0],
      by: 'validation',
    });
    expect(all[chosen]!.shares).toEqual([0, 0.2, 0]);
  });

  it('leaves out a companion that adds less than it has to earn', () => {
    const names: CompanionName[] = ['als', 'ease'];
    const all = trialsOf([0], names, chosenBoth);
    const scores = all.map((trial) => {
      const [als, ease] = trial.shares;
      return new Float64Array(400).fill(0.3 + (als! > 0 ? 0.03 : 0) + (ease! > 0 ? 0.04 : 0));
    });
    const taken = (leastGains: number[]): string[] => {
      const chosen = all[chosenTrial({ trials: all, scores }, 0, { candidates: names, leastGains, by: 'validation' })]!;
      return placesOf(chosen).map((place) => names[place]!);
    };
    expect(taken([0, 0])).toEqual(['als', 'ease']);
    expect(taken([0, 0.2])).toEqual(['als']);
    expect(taken([0.2, 0.2])).toEqual([]);
  });
});
