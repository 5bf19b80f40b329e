import { describe, expect, it } from 'vitest';
import { encodeConditions } from '../../data/conditions';
import { heldEvents } from '../../data/held-events';
import { buildHistories } from '../../data/histories';
import type { TrainingData } from '../../data/tables';
import { momentsOf } from './companion';
import { mixPeers, PEERS, type Peers, peersIn, peerTensors } from './peers';

const ITEMS = 6;
/** Twelve of either sex and one of a third: the women watch the first three titles, the men the others, and the one watches the last. */
const SEXES = [...Array.from({ length: 24 }, (_, row) => row % 2), 2];

function data(hours: (row: number) => number = () => 1): TrainingData {
  const pairs = SEXES.flatMap((sex, profile) =>
    sex === 2
      ? [{ profile, item: ITEMS - 1 }]
      : [0, 1].map((place) => ({ profile, item: 3 * sex + ((profile + place) % 3) })),
  );
  const interactions = {
    profile: Int32Array.from(pairs, ({ profile }) => profile),
    item: Int32Array.from(pairs, ({ item }) => item),
    time: null,
    weight: new Float32Array(pairs.length).fill(1),
  };
  return {
    events: heldEvents(interactions),
    histories: buildHistories(interactions, SEXES.length, ITEMS, 'binary'),
    profiles: {
      ids: SEXES.map((_, row) => String(row)),
      attributes: [
        { name: 'sex', kind: 'categorical', categories: ['F', 'M', 'X'], codes: Int32Array.from(SEXES) },
        { name: 'hours', kind: 'numeric', values: Float64Array.from(SEXES, (_, row) => hours(row)) },
      ],
    },
    items: { ids: Array.from({ length: ITEMS }, (_, item) => String(item)), titles: [], attributes: [] },
    now: null,
  };
}

const sharing = (share: number) => ({ 'mixture.peers': share, 'structure.condition': 'concatenate' as const });
const peersOf = (of: TrainingData, share = 1): Peers =>
  peersIn(peerTensors(of, encodeConditions(of.profiles), sharing(share)))!;

/** The scores of a row without knowledge of its own, rising with the title. */
function mixed(peers: Peers, of: TrainingData, row: number, length: number): Float32Array {
  const own = Float32Array.from({ length: ITEMS }, (_, item) => item);
  const conditions = encodeConditions(of.profiles);
  mixPeers(own, peers, conditions.values.subarray(row * conditions.width, (row + 1) * conditions.width), [length]);
  return own;
}

describe('popularity among peers', () => {
  it('lists for a profile without history what its peers watch', () => {
    const of = data();
    const [woman, man] = [0, 1].map((row) => mixed(peersOf(of), of, row, 0));
    expect(Math.min(...woman!.subarray(0, 3))).toBeGreaterThan(Math.max(...woman!.subarray(3)));
    expect(Math.max(...man!.subarray(0, 3))).toBeLessThan(Math.min(...man!.subarray(3)));
  });

  it('keeps mean and deviation of the own scores, whatever their scale, and changes nothing without a share', () => {
    const of = data();
    const own = momentsOf(Float32Array.from({ length: ITEMS }, (_, item) => item));
    const all = momentsOf(mixed(peersOf(of), of, 0, 0));
    expect(all.mean).toBeCloseTo(own.mean, 4);
    expect(all.deviation).toBeCloseTo(own.deviation, 4);
    expect(peersIn(peerTensors(of, encodeConditions(of.profiles), sharing(0)))).toBeNull();
  });

  it('has half its weight at two titles, and next to none at many', () => {
    const of = data();
    const peers = peersOf(of);
    const [none, two, many] = [0, 2, 100_000].map((length) => mixed(peers, of, 0, length)[0]!);
    expect(two).toBeCloseTo(none! / 2, 4);
    expect(many).toBeCloseTo(0, 3);
  });

  it('ignores an attribute of fewer than ten profiles: it would reveal what they watched', () => {
    const of = data();
    const { table } = peersOf(of);
    const rowOf = (name: string): Float32Array => {
      const column = encodeConditions(of.profiles).names.indexOf(name) + 1;
      return table.subarray(column * ITEMS, (column + 1) * ITEMS);
    };
    expect(rowOf('sex = F').some((value) => value !== 0)).toBe(true);
    expect(rowOf('sex = X').every((value) => value === 0)).toBe(true);
  });

  it('ignores a numeric attribute, which no two profiles need to share', () => {
    const of = data((row) => row / 7);
    const { table } = peersOf(of);
    const column = encodeConditions(of.profiles).names.indexOf('hours (standardised)') + 1;
    expect(column).toBeGreaterThan(0);
    expect(table.subarray(column * ITEMS, (column + 1) * ITEMS).every((value) => value === 0)).toBe(true);
  });

  it('is omitted if profiles have no attributes, or the network is not given any', () => {
    const of = data();
    const withoutCondition = { ...sharing(1), 'structure.condition': 'none' as const };
    expect(peerTensors(of, encodeConditions(of.profiles), withoutCondition)).toEqual({});
    const unknown = encodeConditions({ ...of.profiles, attributes: [] });
    expect(Object.keys(peerTensors(of, unknown, sharing(1)))).not.toContain(PEERS);
  });
});
