/** Test data with a known answer: even profiles watch even items, odd profiles odd ones. */
import { momentAfter } from '../../data/events';
import { heldEvents } from '../../data/held-events';
import { buildHistories, wholeRows } from '../../data/histories';
import type { Interactions, SparseRows, WholeTrainingData } from '../../data/tables';

export const CHECKERBOARD_ITEMS = 24;
const PROFILES_AN_ITEM = 2;
const START = 1_700_000_000;

/**
 * Profile p watches all items of its colour (p % 2) except item p % CHECKERBOARD_ITEMS, which is held out. The attribute `sex` exists but says
 * nothing about the colour.
 */
export function checkerboard(): WholeTrainingData {
  const profiles = CHECKERBOARD_ITEMS * PROFILES_AN_ITEM;
  const events: { profile: number; item: number }[] = [];
  for (let item = 0; item < CHECKERBOARD_ITEMS; item++)
    for (let profile = item % 2; profile < profiles; profile += 2)
      if (item !== profile % CHECKERBOARD_ITEMS) events.push({ profile, item });
  const interactions: Interactions = {
    profile: Int32Array.from(events, ({ profile }) => profile),
    item: Int32Array.from(events, ({ item }) => item),
    time: Float64Array.from(events, (_, event) => START + event * 3600),
    weight: null,
  };
  return {
    events: heldEvents(interactions),
    histories: wholeRows(buildHistories(interactions, profiles, CHECKERBOARD_ITEMS, 'binary')),
    profiles: {
      ids: Array.from({ length: profiles }, (_, profile) => `${profile}`),
      attributes: [
        {
          kind: 'categorical',
          name: 'sex',
          categories: ['F', 'M'],
          codes: Int32Array.from({ length: profiles }, (_, profile) => (profile >> 1) % 2),
        },
      ],
    },
    items: {
      ids: Array.from({ length: CHECKERBOARD_ITEMS }, (_, item) => `${item}`),
      titles: Array.from({ length: CHECKERBOARD_ITEMS }, (_, item) => `Title ${item}`),
      attributes: [],
    },
    now: momentAfter(interactions),
  };
}

/** Rows of profiles of which nothing is known. */
export function emptyHistories(rows: number, columns: number): SparseRows {
  const nothing = { profile: new Int32Array(0), item: new Int32Array(0), time: null, weight: null };
  return wholeRows(buildHistories(nothing, rows, columns, 'binary'));
}
