/** What raises the score of a title, gathered into the reasons that a sentence for parents can give, strongest first. */
import type { ProfileView } from '../../../../shared/contract/recommendation';
import type { ScorePart } from '../../../../shared/contract/explanation';
import { titleParts } from '../../../../shared/values/episode';

/** Least share of all reasons for one to be given; the strongest are given until they outweigh the others. */
const LEAST_REASON = 0.2;
/** Least share of all reasons for a series or an attribute to be named, and how many of either are named. */
const LEAST_NAMED = 0.1;
const MOST_PARTS_NAMED = 2;
/** Least share of the trend in popularity for a title to be popular at the moment. */
const LEAST_TREND = 1 / 3;

/** A reason, or something in it that can be named. */
interface Weighed {
  /** The sum of its parts: what one title adds and another takes away does not count. */
  readonly part: number;
  /** The sum of those of its parts that raise the score. */
  readonly raises: number;
}

export interface Watched extends Weighed {
  readonly name: string;
  readonly isSeries: boolean;
  /** Number of viewings. */
  readonly times: number;
}

interface KnownAttribute extends Weighed {
  readonly name: string;
  readonly value: string;
}

/** `isWhole`: what is named is too little of what the reason holds, so that the sentence has to speak of the rest, too. */
export type Reason =
  | { readonly kind: 'popularity'; readonly isAtTheMoment: boolean }
  | { readonly kind: 'history'; readonly watched: readonly Watched[]; readonly isWhole: boolean }
  | { readonly kind: 'profile'; readonly attributes: readonly KnownAttribute[]; readonly isWhole: boolean }
  | { readonly kind: 'neighbours' | 'direction' };

interface Asked {
  readonly parts: readonly ScorePart[];
  readonly history: ProfileView['history'];
  /** Attributes that the model knows. */
  readonly attributes: readonly { readonly name: string; readonly value: string }[];
}

/** The reason that each kind of part belongs to. A companion model scores the history. */
const REASON_OF: Partial<Record<ScorePart['kind'], Reason['kind']>> = {
  base: 'popularity',
  length: 'popularity',
  scale: 'popularity',
  trend: 'popularity',
  history: 'history',
  companion: 'history',
  attribute: 'profile',
  neighbours: 'neighbours',
  direction: 'direction',
};

const KINDS = ['popularity', 'history', 'profile', 'neighbours', 'direction'] as const;

/** What is named weighs together more than all that raises the score and is not named, if that can be said at all. Empty if nothing raises it. */
export function reasonsOf({ parts, history, attributes }: Asked): Reason[] {
  const all = weigh(parts.filter(({ kind }) => REASON_OF[kind] !== undefined));
  const weighed = KINDS.map((kind) => ({ kind, ...weigh(parts.filter((part) => REASON_OF[part.kind] === kind)) }))
    .filter(({ part }) => part > 0)
    .toSorted((left, right) => right.part - left.part);
  const total = sumOf(weighed, 'part');
  const isEnough = (named: readonly Weighed[]): boolean => sumOf(named, 'part') > all.raises - sumOf(named, 'raises');
  const given = weighed.filter(({ part }, place) => part >= LEAST_REASON * total || !isEnough(weighed.slice(0, place)));

  const greatest = <Part extends Weighed>(some: readonly Part[]): Part[] =>
    some
      .filter(({ part }) => part > 0 && part >= LEAST_NAMED * total)
      .toSorted((left, right) => right.part - left.part)
      .slice(0, MOST_PARTS_NAMED);
  const watched = greatest(bySeries(history, parts));
  const known = greatest(
    attributes.map((attribute) => ({
      ...attribute,
      ...weigh(parts.filter(({ kind, id }) => kind === 'attribute' && id === attribute.name)),
    })),
  );
  const namedOf = (one: (typeof weighed)[number]): readonly Weighed[] => {
    const named = one.kind === 'history' ? watched : one.kind === 'profile' ? known : [];
    return named.length === 0 ? [one] : named;
  };
  const isWhole = !isEnough(given.flatMap(namedOf));
  const isAtTheMoment =
    weigh(parts.filter(({ kind }) => kind === 'trend')).raises >=
    LEAST_TREND * weigh(parts.filter(({ kind }) => REASON_OF[kind] === 'popularity')).raises;
  return given.map(({ kind }): Reason => {
    switch (kind) {
      case 'popularity':
        return { kind, isAtTheMoment };
      case 'history':
        return { kind, watched, isWhole };
      case 'profile':
        return { kind, attributes: known, isWhole };
      default:
        return { kind };
    }
  });
}

const sumOf = (all: readonly Weighed[], of: keyof Weighed): number => all.reduce((sum, one) => sum + one[of], 0);

function weigh(parts: readonly ScorePart[]): Weighed {
  let [part, raises] = [0, 0];
  for (const { value } of parts) {
    part += value;
    raises += Math.max(0, value);
  }
  return { part, raises };
}

/** A series counts as one, whichever of its episodes was watched; a title without a name cannot be named. */
function bySeries(history: ProfileView['history'], parts: readonly ScorePart[]): Watched[] {
  const series = new Map<string, Watched>();
  for (const { item, title, times } of history) {
    if (title === null) continue;
    const { series: name, episode } = titleParts(title);
    const before = series.get(name);
    const own = weigh(parts.filter(({ kind, id }) => kind === 'history' && id === item));
    series.set(name, {
      name,
      isSeries: episode !== null || before !== undefined,
      times: times + (before?.times ?? 0),
      part: own.part + (before?.part ?? 0),
      raises: own.raises + (before?.raises ?? 0),
    });
  }
  return [...series.values()];
}
