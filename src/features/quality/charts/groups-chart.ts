/** The scores by groups of profiles and titles: dots with their 95 % intervals, beside the overall score. */
import type { Slice } from '../../../shared/contract/run';
import { FEWEST_IN_GROUP } from '../../../shared/limits';
import { sliceText } from '../../../shared/labels/slice-text';
import type { LabelledWording } from '../../../shared/words/wording';
import type { ChartContent } from '../../../shared/charts/chart-content';

/** Standard errors to each side that cover 95 % of a normal distribution. */
const WITHIN = 1.96;

/** Ends of the 95 % interval of a mean score; null if its error is unknown. */
export function scoreInterval(score: number, standardError: number | null): { low: number; high: number } | null {
  if (standardError === null) return null;
  return { low: Math.max(0, score - WITHIN * standardError), high: Math.min(1, score + WITHIN * standardError) };
}

/** @param whole the score of all profiles together */
export function groupsChart(whole: number, slices: readonly Slice[], wording: LabelledWording): ChartContent {
  const { t, format } = wording;
  const groups = slices.map((slice) => {
    const { score, standardError, profiles } = slice.metrics;
    const interval = scoreInterval(score, standardError);
    const range =
      interval === null
        ? '–'
        : t('charts.groups.range', { low: format.score(interval.low), high: format.score(interval.high) });
    return {
      ...sliceText(slice, wording),
      isOfTitles: slice.group === 'titles',
      score,
      profiles,
      low: interval?.low ?? null,
      high: interval?.high ?? null,
      range,
    };
  });
  type Group = (typeof groups)[number];
  const nameOf = ({ heading, label }: Group): string => t('charts.groups.name', { heading, label });
  const summary = (): string => {
    const ofProfiles = groups.filter(({ isOfTitles }) => !isOfTitles);
    const large = ofProfiles.filter(({ profiles }) => profiles >= FEWEST_IN_GROUP);
    const compared = large.length > 1 ? large : ofProfiles.length > 1 ? ofProfiles : groups;
    const [best, ...others] = compared.toSorted((left, right) => right.score - left.score) as [Group, ...Group[]];
    const worst = others.at(-1) ?? best;
    // The chart beside it shows smaller groups, which may score higher.
    const isOfLarge = compared === large && large.length < ofProfiles.length;
    return t(isOfLarge ? 'charts.groups.summaryOfLarge' : 'charts.groups.summary', {
      fewest: FEWEST_IN_GROUP,
      best: nameOf(best),
      bestScore: format.score(best.score),
      worst: nameOf(worst),
      worstScore: format.score(worst.score),
      all: format.score(whole),
    });
  };
  return {
    title: t('charts.groups.title'),
    summary: summary(),
    keys: [
      { mark: 'interval', label: t('charts.groups.interval') },
      { mark: 'line', label: t('charts.groups.all') },
    ],
    drawing: {
      kind: 'intervals',
      axis: t('common.metrics.score'),
      rows: groups.map((group) => ({
        ...group,
        value: group.score,
        tip: t('charts.groups.tip', {
          name: nameOf(group),
          score: format.score(group.score),
          range: group.range,
          profiles: t('common.profiles', { count: group.profiles }),
        }),
      })),
      reference: whole,
      format: (score) => format.score(score, 2),
    },
    table: {
      columns: [t('runs.group'), t('runs.profilesColumn'), t('common.metrics.score'), t('charts.groups.interval95')],
      rows: groups.map((group) => [
        nameOf(group),
        format.count(group.profiles),
        format.score(group.score),
        group.range,
      ]),
    },
  };
}
