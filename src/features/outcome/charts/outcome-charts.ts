/** What was watched of exported lists: groups of profiles compared with the popular titles, and a curve over exports. */
import type { Outcome, OutcomeFigure } from '../contract/outcome';
import { FEWEST_IN_GROUP } from '../../../shared/limits';
import { sliceText } from '../../../shared/labels/slice-text';
import type { LabelledWording, Wording } from '../../../shared/words/wording';
import type { ChartContent } from '../../../shared/charts/chart-content';

type Judged = Outcome & { readonly judged: NonNullable<Outcome['judged']> };
/** Wording with the calendar days of the data. */
interface OutcomeWording extends Wording {
  readonly day: (time: string) => string;
}

export const isJudged = (outcome: Outcome): outcome is Judged => outcome.judged !== null;

/** "8.1% to 12.4%"; a dash if unknown. */
export const intervalText = (interval: OutcomeFigure['interval'], { t, format }: Wording): string =>
  interval === null
    ? '–'
    : t('charts.groups.range', { low: format.percent(interval.low), high: format.percent(interval.high) });

/** Percentage points with their sign, and their interval. */
export function differenceText({ difference: { mean, low, high } }: OutcomeFigure, { t, format }: Wording): string {
  const points = (share: number): string => `${share < 0 ? '−' : '+'}${format.percent(Math.abs(share))}`;
  return t('outcome.difference', { mean: points(mean), low: points(low), high: points(high) });
}

/** How lists compare with the popular titles. A few profiles may agree by chance, and then their interval is too narrow. */
export function standingOf(
  { difference: { isCertain, mean } }: OutcomeFigure,
  profiles: number,
): 'ahead' | 'behind' | 'noDifference' | 'tooFew' {
  if (profiles < FEWEST_IN_GROUP) return 'tooFew';
  if (!isCertain) return 'noDifference';
  return mean > 0 ? 'ahead' : 'behind';
}

export function outcomeGroupsChart({ judged }: Judged, wording: LabelledWording): ChartContent {
  const { t, format } = wording;
  const { recall: whole } = judged;
  const groups = judged.groups.map((group) => ({ ...group, ...sliceText(group, wording) }));
  const nameOf = ({ heading, label }: { heading: string; label: string }): string =>
    t('charts.groups.name', { heading, label });
  const namesOf = (standing: 'ahead' | 'behind'): string =>
    groups
      .filter(({ profiles, recall }) => standingOf(recall, profiles) === standing)
      .map(nameOf)
      .join(', ');
  const [better, worse] = [namesOf('ahead'), namesOf('behind')];
  return {
    title: t('outcome.groups.title'),
    summary: [
      t('outcome.groups.summary', { all: format.percent(whole.mean), popular: format.percent(whole.popular) }),
      ...(better === '' ? [] : [t('outcome.groups.better', { groups: better })]),
      ...(worse === '' ? [] : [t('outcome.groups.worse', { groups: worse })]),
      ...(better === '' && worse === '' ? [t('outcome.groups.neither')] : []),
    ].join(' '),
    keys: [
      { mark: 'interval', label: t('outcome.interval') },
      { mark: 'ring', label: t('outcome.popular') },
      { mark: 'line', label: t('charts.groups.all') },
    ],
    drawing: {
      kind: 'intervals',
      axis: t('outcome.found'),
      rows: groups.map((group) => ({
        label: group.label,
        heading: group.heading,
        value: group.recall.mean,
        low: group.recall.interval?.low ?? null,
        high: group.recall.interval?.high ?? null,
        ring: group.recall.popular,
        tip: t('outcome.tip', {
          name: nameOf(group),
          found: format.percent(group.recall.mean),
          range: intervalText(group.recall.interval, wording),
          popular: format.percent(group.recall.popular),
          profiles: t('common.profiles', { count: group.profiles }),
        }),
      })),
      reference: whole.mean,
      format: (share) => format.percent(share, 0),
    },
    table: {
      columns: [
        t('runs.group'),
        t('runs.profilesColumn'),
        t('outcome.found'),
        t('charts.groups.interval95'),
        t('outcome.popular'),
        t('outcome.differenceColumn'),
      ],
      rows: groups.map((group) => [
        nameOf(group),
        format.count(group.profiles),
        format.percent(group.recall.mean),
        intervalText(group.recall.interval, wording),
        format.percent(group.recall.popular),
        differenceText(group.recall, wording),
      ]),
    },
  };
}

/**
 * @param outcomes first exported first
 * @param runId whose exports are drawn in the second colour
 * @returns null if there is no curve: fewer than two were judged
 */
export function outcomeCurve(
  outcomes: readonly Outcome[],
  runId: string,
  wording: OutcomeWording,
): ChartContent | null {
  const { t, format, day } = wording;
  const judged = outcomes.filter(isJudged);
  if (judged.length < 2) return null;
  const [first, last] = [judged[0]!, judged.at(-1)!];
  const ahead = judged.filter((one) => standingOf(one.judged.recall, one.profiles!.judged) === 'ahead');
  const firstDay = ({ period, exports }: Outcome): string =>
    period === null ? format.moment(exports[0]!.exportedAt) : day(period.from);
  return {
    title: t('outcome.curve.title'),
    summary: t('outcome.curve.summary', {
      count: judged.length,
      first: format.percent(first.judged.recall.mean),
      last: format.percent(last.judged.recall.mean),
      ahead: ahead.length,
    }),
    keys: [
      { mark: 'interval', label: t('outcome.interval') },
      { mark: 'other-dot', label: t('charts.noise.own') },
      { mark: 'ring', label: t('outcome.popular') },
    ],
    drawing: {
      kind: 'curve',
      isCounted: true,
      xAxis: t('outcome.watchedFrom'),
      yAxis: t('outcome.found'),
      line: judged.map(({ judged: { recall } }, index) => ({ x: index + 1, y: recall.mean })),
      rings: judged.map(({ judged: { recall } }, index) => ({ x: index + 1, y: recall.popular })),
      points: judged.map((outcome, index) => ({
        x: index + 1,
        y: outcome.judged.recall.mean,
        low: outcome.judged.recall.interval?.low ?? null,
        high: outcome.judged.recall.interval?.high ?? null,
        isOther: outcome.runId === runId,
        tip: t('outcome.tip', {
          name: `${outcome.name} · ${periodText(outcome, wording)}`,
          found: format.percent(outcome.judged.recall.mean),
          range: intervalText(outcome.judged.recall.interval, wording),
          popular: format.percent(outcome.judged.recall.popular),
          profiles: t('common.profiles', { count: outcome.profiles!.judged }),
        }),
      })),
      formatX: (count) => (judged[count - 1] === undefined ? '' : firstDay(judged[count - 1]!)),
      formatY: (share) => format.percent(share, 0),
    },
    table: {
      columns: [
        t('outcome.exported'),
        t('charts.noise.run'),
        t('outcome.watchedFromTo'),
        t('runs.profilesColumn'),
        t('outcome.found'),
        t('charts.groups.interval95'),
        t('outcome.popular'),
        t('outcome.differenceColumn'),
      ],
      rows: judged.map((outcome) => [
        format.moment(outcome.exports[0]!.exportedAt),
        outcome.name,
        periodText(outcome, wording),
        format.count(outcome.profiles!.judged),
        format.percent(outcome.judged.recall.mean),
        intervalText(outcome.judged.recall.interval, wording),
        format.percent(outcome.judged.recall.popular),
        differenceText(outcome.judged.recall, wording),
      ]),
    },
  };
}

/** The days that the metrics cover; a dash if the data has no times. */
export const periodText = ({ period }: Outcome, { t, day }: OutcomeWording): string =>
  period === null ? '–' : t('charts.groups.range', { low: day(period.from), high: day(period.to) });
