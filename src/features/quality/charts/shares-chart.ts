/** Which genres are watched and which are recommended: a ring and a dot for each, for all ages or for a band of age. */
import type { RunFigures } from '../contract/figures';
import type { LabelledWording, Wording } from '../../../shared/words/wording';
import type { ChartContent } from '../../../shared/charts/chart-content';

type Shares = NonNullable<RunFigures['shares']>;
type Band = Shares['bands'][number];

/** Smaller differences are not worth a sentence. */
const WORTH_TELLING = 0.005;

export function bandName({ from, to }: Band, { t }: Wording): string {
  if (from === null || to === null) return t('charts.shares.allAges');
  return from === to
    ? t('charts.shares.age', { age: `${from}` })
    : t('charts.shares.ages', { from: `${from}`, to: `${to}` });
}

/** @param attribute by which titles are grouped */
export function sharesChart(
  attribute: string,
  { groups, profiles }: Band,
  { t, format, labels }: LabelledWording,
): ChartContent {
  const named = labels.attribute(attribute);
  const rows = groups.map(({ value, isRest, watched, recommended }) => ({
    label: value === null ? t(isRest ? 'charts.shares.rest' : 'common.missing') : labels.value(attribute, value),
    isNamed: value !== null,
    watched,
    recommended,
    difference: recommended - watched,
  }));
  type Row = (typeof rows)[number];
  const both = ({ label, watched, recommended }: Row): string =>
    t('charts.shares.tip', { label, watched: format.percent(watched), recommended: format.percent(recommended) });
  const summary = (): string => {
    const ofNames = rows.filter(({ isNamed }) => isNamed).toSorted((left, right) => right.difference - left.difference);
    const [more, less] = [ofNames[0], ofNames.at(-1)];
    const count = t('common.profiles', { count: profiles });
    if (more === undefined || less === undefined || more.difference - less.difference < WORTH_TELLING)
      return t('charts.shares.same', { profiles: count });
    return t('charts.shares.summary', {
      profiles: count,
      more: more.label,
      moreRecommended: format.percent(more.recommended),
      moreWatched: format.percent(more.watched),
      less: less.label,
      lessRecommended: format.percent(less.recommended),
      lessWatched: format.percent(less.watched),
    });
  };
  return {
    title: t('charts.shares.title', { attribute: named }),
    summary: summary(),
    keys: [
      { mark: 'ring', label: t('charts.shares.watched') },
      { mark: 'dot', label: t('charts.shares.recommended') },
    ],
    drawing: {
      kind: 'pairs',
      axis: t('charts.shares.axis'),
      rows: rows.map((row) => ({ label: row.label, ring: row.watched, dot: row.recommended, tip: both(row) })),
      format: (share) => format.percent(share, 0),
    },
    table: {
      columns: [named, t('charts.shares.watched'), t('charts.shares.recommended')],
      rows: rows.map(({ label, watched, recommended }) => [
        label,
        format.percent(watched),
        format.percent(recommended),
      ]),
    },
  };
}
