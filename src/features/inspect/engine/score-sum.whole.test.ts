/** The parts of a score sum to it for every model, and the sentence names only what they support. */
import { describe, expect, it } from 'vitest';
import type { Explanation, ScorePart } from '../../../shared/contract/explanation';
import { NEUTRAL_TUNING, type Tuning } from '../../../shared/contract/tuning';
import { BASELINES, MODEL_ROWS } from '../../../shared/recipe/models';
import { profileId } from '../../../../tests/support/trained-run';
import { type Opened, openedRun } from '../../../../tests/support/tuned-run';
import { everyNth, triedOf } from '../../../../tests/support/tried';

const sum = (parts: readonly ScorePart[]): number => parts.reduce((before, { value }) => before + value, 0);
const ofKind = (told: Explanation, kind: ScorePart['kind']): ScorePart[] =>
  told.parts.filter((part) => part.kind === kind);

async function ask(run: Opened, profile: string, place: number, tuning: Partial<Tuning> = {}): Promise<Explanation> {
  const whole = { ...NEUTRAL_TUNING, ...tuning };
  const { items } = await run.client.lists.show({ runId: run.runId, profile, tuning: whole, count: 40 });
  const { item } = items[place]!;
  return run.client.profiles.explain({ runId: run.runId, profile, item, tuning: whole });
}

/** The standard deviation of the scores of a list. */
async function spreadOf(run: Opened, profile: string, tuning: Partial<Tuning>): Promise<number> {
  const { items } = await run.client.lists.show({
    runId: run.runId,
    profile,
    tuning: { ...NEUTRAL_TUNING, ...tuning, watched: 'include' },
    count: 200,
  });
  const mean = items.reduce((before, { score }) => before + score!, 0) / items.length;
  return Math.sqrt(items.reduce((before, { score }) => before + (score! - mean) ** 2, 0) / items.length);
}

const TUNINGS: Partial<Tuning>[] = [
  {},
  { condition: 1.7, neighbours: { count: 4, share: 0.3 }, attributes: { age: '2' } },
  { hidden: 0.5, directions: [{ direction: 0, amount: 1.5 }] },
];

const AUTOENCODERS = triedOf<[what: string, knobs: Record<string, unknown>]>(
  [
    [
      'with peers, a trend and two companions, one of them no sum over titles',
      {
        'mixture.companion': 'als',
        'mixture.companionShare': 0.2,
        'mixture.second': 'item-knn',
        'mixture.secondShare': 0.3,
        'mixture.peers': 0.5,
        'mixture.members': 2,
      },
    ],
  ],
  [
    ['by itself', { 'mixture.companion': 'none', 'mixture.second': 'none', 'mixture.peers': 0 }],
    ['without a network for the profile', { 'structure.condition': 'concatenate', 'structure.activation': 'relu' }],
  ],
);

describe.each(AUTOENCODERS)('the parts of a score of the autoencoder %s', (_, knobs) => {
  it('sum to the score; the remainder is rounding', async () => {
    const run = await openedRun(knobs);
    for (const tuning of TUNINGS) {
      const profile = profileId(4);
      const spread = await spreadOf(run, profile, tuning);
      for (const place of [0, 7, 39]) {
        const told = await ask(run, profile, place, tuning);
        expect(Math.abs(sum(told.parts) - told.score)).toBeLessThan(1e-9);
        expect(Math.abs(ofKind(told, 'rest')[0]!.value)).toBeLessThan(spread / 1000);
      }
    }
  });

  it('of a profile without a history sum to the score, too', async () => {
    const run = await openedRun(knobs);
    const profile = profileId(4);
    const removed = (await run.client.profiles.open({ data: run.data, profile })).history.map(({ item }) => item);
    for (const tuning of [{ removed }, { removed, condition: 1.7, neighbours: { count: 4, share: 0.3 } }]) {
      const spread = await spreadOf(run, profile, tuning);
      for (const place of [0, 7, 39]) {
        const told = await ask(run, profile, place, tuning);
        expect(Math.abs(sum(told.parts) - told.score)).toBeLessThan(1e-9);
        expect(Math.abs(ofKind(told, 'rest')[0]!.value)).toBeLessThan(spread / 1000);
      }
    }
  });

  it('are those of the inputs of the model, and nothing else', async () => {
    const run = await openedRun(knobs);
    const profile = profileId(4);
    const whole = await ask(run, profile, 0);
    const watched = (await run.client.profiles.open({ data: run.data, profile })).history.map(({ item }) => item);
    expect(ofKind(whole, 'history').every(({ id }) => watched.includes(id!))).toBe(true);
    expect(ofKind(whole, 'attribute').map(({ id }) => id)).toEqual(['sex', 'age']);
    const bare = await ask(run, profile, 0, { removed: watched, attributes: { age: null, sex: null } });
    expect([...ofKind(bare, 'history'), ...ofKind(bare, 'attribute'), ...ofKind(bare, 'length')]).toEqual([]);
    expect(sum(bare.parts.filter(({ kind }) => kind !== 'rest'))).toBeCloseTo(bare.score, 6);
  });
});

describe('the parts of a score of another model', () => {
  it.each(everyNth(BASELINES, 3))('%s sum to the score', async (model) => {
    const run = await openedRun({ model });
    for (const place of [0, 20]) {
      const told = await ask(run, profileId(1), place);
      expect(sum(told.parts)).toBeCloseTo(told.score, 9);
      expect(Math.abs(ofKind(told, 'rest')[0]!.value)).toBeLessThan(1e-4 * Math.max(1, Math.abs(told.score)));
      if (MODEL_ROWS[model].part === 'constant') expect(ofKind(told, 'history')).toEqual([]);
    }
  });
});

describe('the sentence', () => {
  it('names what raises the score, in both languages, under the names that the curator gave', async () => {
    const run = await openedRun();
    await run.client.labels.set({
      data: run.data,
      revision: 0,
      entries: [
        { attribute: 'sex', label: 'Girl or boy' },
        { attribute: 'sex', code: 'M', label: 'boy' },
      ],
    });
    let named = 0;
    for (let index = 0; index < 48; index++) {
      const told = await ask(run, profileId(index % 24), index < 24 ? index % 5 : 0);
      const { en, ko } = told.sentence;
      for (const { item, title } of told.titles) {
        const part = ofKind(told, 'history').find(({ id }) => id === item)?.value ?? 0;
        if (en.includes(`“${title}”`)) {
          named++;
          expect(part).toBeGreaterThan(0);
          expect(ko).toContain(`‘${title}’`);
        }
      }
      for (const [name, label] of [
        ['sex', 'Girl or boy'],
        ['age', 'Age'],
      ] as const) {
        const part = ofKind(told, 'attribute').find(({ id }) => id === name)?.value ?? 0;
        if (en.includes(`${label}: `)) expect(part).toBeGreaterThan(0);
      }
      expect(en).toMatch(/\.$/);
      expect(ko).toMatch(/[다요]\.$/);
    }
    expect(named).toBeGreaterThan(10);
  });
});
