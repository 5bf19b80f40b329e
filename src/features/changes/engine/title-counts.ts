/** Counts the places of titles and of their groups in the lists of both sides, and how many came and went. */
import { MOST_TITLES_OF_REASON } from '../contract/limits';
import { CHANGE_REASONS, type ChangedLists, type ChangeReason } from '../contract/changes';
import { namedTitle } from '../../../engine/lists/new-title-reason';
import type { Moves } from './moves';
import type { Delivery } from '../../../engine/delivery/open';

interface Counted {
  before: number;
  after: number;
  came: number;
  went: number;
}

type Side = 'came' | 'went';

interface CountedTitle extends Counted {
  readonly reasons: Map<ChangeReason, Record<Side, number>>;
}

/** How far a title and a group moved, in square roots of lists and places (chanceSchema says why). */
export interface Furthest {
  readonly titles: number;
  readonly groups: number;
}

export class TitleCounts {
  readonly #titles = new Map<string, CountedTitle>();

  constructor(
    private readonly earlier: Delivery,
    private readonly later: Delivery,
  ) {}

  /** @param before and `after`: IDs of the titles of one profile's lists */
  addPlaces(before: readonly string[], after: readonly string[]): void {
    for (const id of before) this.#of(id).before++;
    for (const id of after) this.#of(id).after++;
  }

  addMoves(moves: Moves): void {
    for (const side of ['came', 'went'] as const)
      for (const { item, reason } of moves[side]) {
        const title = this.#of(item);
        title[side]++;
        const counted = title.reasons.get(reason) ?? { came: 0, went: 0 };
        title.reasons.set(reason, { ...counted, [side]: counted[side] + 1 });
      }
  }

  /** Those that came or went, those that moved furthest first. */
  titles(): ChangedLists['titles'] {
    return Array.from(this.#titles)
      .filter(([, { came, went }]) => came + went > 0)
      .sort(([, left], [, right]) => changeOf(right) - changeOf(left) || movesOf(right) - movesOf(left))
      .map(([id, { reasons, ...counted }]) => ({
        ...this.#named(id),
        ...counted,
        reason: CHANGE_REASONS.reduce((most, reason) =>
          timesOf(reasons, reason) > timesOf(reasons, most) ? reason : most,
        ),
      }));
  }

  /** What came or went most often for a reason. */
  mostBy(reason: ChangeReason, side: Side): ChangedLists['reasons'][number]['titles'][Side] {
    return Array.from(this.#titles, ([id, { reasons }]) => ({ id, times: reasons.get(reason)?.[side] ?? 0 }))
      .filter(({ times }) => times > 0)
      .sort((left, right) => right.times - left.times)
      .slice(0, MOST_TITLES_OF_REASON)
      .map(({ id }) => {
        const { item, title } = this.#named(id);
        return { item, title };
      });
  }

  /** How far a title and a group moved at most. */
  furthest(): Furthest {
    const most = (all: readonly Counted[]): number => all.reduce((found, one) => Math.max(found, changeOf(one)), 0);
    return { titles: most([...this.#titles.values()]), groups: most([...this.#groups().values()]) };
  }

  /** How many moved further. */
  beyond({ titles, groups }: Furthest): Furthest {
    const count = (all: Iterable<Counted>, most: number): number =>
      Array.from(all).filter((one) => changeOf(one) > most).length;
    return { titles: count(this.#titles.values(), titles), groups: count(this.#groups().values(), groups) };
  }

  /** All groups whose titles moved, in the same order. */
  groups(): ChangedLists['groups'] {
    return Array.from(this.#groups(), ([group, counted]) => ({ group, ...counted }))
      .filter(({ came, went }) => came + went > 0)
      .sort((left, right) => changeOf(right) - changeOf(left) || movesOf(right) - movesOf(left));
  }

  #groups(): Map<string | null, Counted> {
    const groups = new Map<string | null, Counted>();
    for (const [id, { before, after, came, went }] of this.#titles) {
      const { group } = this.#named(id);
      const counted = groups.get(group) ?? { before: 0, after: 0, came: 0, went: 0 };
      groups.set(group, counted);
      counted.before += before;
      counted.after += after;
      counted.came += came;
      counted.went += went;
    }
    return groups;
  }

  #of(id: string): CountedTitle {
    const known = this.#titles.get(id);
    if (known !== undefined) return known;
    const made: CountedTitle = { before: 0, after: 0, came: 0, went: 0, reasons: new Map() };
    this.#titles.set(id, made);
    return made;
  }

  #named(id: string): Pick<ChangedLists['titles'][number], 'item' | 'title' | 'group'> {
    const { dataset } = (this.later.session.dataset.itemRow.has(id) ? this.later : this.earlier).session;
    const row = dataset.itemRow.get(id)!;
    return { ...namedTitle(dataset.items, row), group: dataset.groupOf(row) };
  }
}

const timesOf = (reasons: CountedTitle['reasons'], reason: ChangeReason): number => {
  const { came, went } = reasons.get(reason) ?? { came: 0, went: 0 };
  return came + went;
};
const changeOf = ({ before, after }: Counted): number => Math.abs(Math.sqrt(after) - Math.sqrt(before));
const movesOf = ({ came, went }: Counted): number => came + went;
