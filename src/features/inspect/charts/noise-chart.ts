/** Scores of runs by the share of a history that they hid in training. */
import type { NoiseScores } from '../../../shared/contract/stability';
import type { Wording } from '../../../shared/words/wording';
import type { ChartContent } from '../../../shared/charts/chart-content';

/** @returns null if there is no curve: fewer than two noises were tried */
export function noiseChart({ runId, runs, curve }: NoiseScores, { t, format }: Wording): ChartContent | null {
  if (curve.length < 2) return null;
  const percent = (share: number): string => format.percent(share, 0);
  const best = curve.reduce((one, other) => (other.score > one.score ? other : one));
  const worst = curve.reduce((one, other) => (other.score < one.score ? other : one));
  const range = (interval: NoiseScores['runs'][number]['interval']): string =>
    interval === null
      ? '–'
      : t('charts.groups.range', { low: format.score(interval.low), high: format.score(interval.high) });
  return {
    title: t('charts.noise.title'),
    summary: t('charts.noise.summary', {
      count: runs.length,
      best: percent(best.noise),
      bestScore: format.score(best.score),
      worst: percent(worst.noise),
      worstScore: format.score(worst.score),
    }),
    keys: [
      { mark: 'interval', label: t('charts.groups.interval') },
      { mark: 'other-dot', label: t('charts.noise.own') },
    ],
    drawing: {
      kind: 'curve',
      xAxis: t('charts.noise.noise'),
      yAxis: t('common.metrics.score'),
      line: curve.map(({ noise, score }) => ({ x: noise, y: score })),
      points: runs.map((run) => ({
        x: run.noise,
        y: run.score,
        low: run.interval?.low ?? null,
        high: run.interval?.high ?? null,
        isOther: run.runId === runId,
        tip: t('charts.noise.tip', {
          name: run.name,
          noise: percent(run.noise),
          score: format.score(run.score),
          range: range(run.interval),
        }),
      })),
      formatX: percent,
      formatY: (value) => format.score(value, 2),
    },
    table: {
      columns: [
        t('charts.noise.run'),
        t('charts.noise.noise'),
        t('common.metrics.score'),
        t('charts.groups.interval95'),
        t('stability.title'),
      ],
      rows: runs.map(({ name, noise, score, interval, stability }) => [
        name,
        percent(noise),
        format.score(score),
        range(interval),
        stability === null ? '–' : percent(stability),
      ]),
    },
  };
}
