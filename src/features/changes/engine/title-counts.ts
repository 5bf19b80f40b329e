/** Counts the places of titles and of their groups in the lists of both sides, and how many came and went. */
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

interface CountedTitle extends Counted {
  readonly reasons: Map<ChangeReason, number>;
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
        title.reasons.set(reason, (title.reasons.get(reason) ?? 0) + 1);
      }
  }

  /** Those that came or went, the greatest change of their number of lists first. */
  titles(): ChangedLists['titles'] {
    return Array.from(this.#titles)
      .filter(([, { came, went }]) => came + went > 0)
      .sort(([, left], [, right]) => changeOf(right) - changeOf(left) || movesOf(right) - movesOf(left))
      .map(([id, { reasons, ...counted }]) => ({
        ...this.#named(id),
        ...counted,
        reason: CHANGE_REASONS.reduce((most, reason) =>
          (reasons.get(reason) ?? 0) > (reasons.get(most) ?? 0) ? reason : most,
        ),
      }));
  }

  /** All groups whose titles moved, in the same order. */
  groups(): ChangedLists['groups'] {
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
    return Array.from(groups, ([group, counted]) => ({ group, ...counted }))
      .filter(({ came, went }) => came + went > 0)
      .sort((left, right) => changeOf(right) - changeOf(left) || movesOf(right) - movesOf(left));
  }

  #of(id: string): CountedTitle {
    const known = this.#titles.get(id);
    if (known !== undefined) return known;
    const made = { before: 0, after: 0, came: 0, went: 0, reasons: new Map<ChangeReason, number>() };
    this.#titles.set(id, made);
    return made;
  }

  #named(id: string): Pick<ChangedLists['titles'][number], 'item' | 'title' | 'group'> {
    const { dataset } = (this.later.session.dataset.itemRow.has(id) ? this.later : this.earlier).session;
    const row = dataset.itemRow.get(id)!;
    return { ...namedTitle(dataset.items, row), group: dataset.groupOf(row) };
  }
}

const changeOf = ({ before, after }: Counted): number => Math.abs(after - before);
const movesOf = ({ came, went }: Counted): number => came + went;
