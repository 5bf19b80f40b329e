/** What the autoencoder adds to its companions alone, by group: dots with their 95 % intervals, beside nothing. */
import type { ChartContent } from '../../../shared/charts/chart-content';
import type { OverCompanions } from '../../../shared/contract/run';
import { sliceText } from '../../../shared/labels/slice-text';
import type { Format } from '../../../shared/words/format';
import type { LabelledWording } from '../../../shared/words/wording';

/** With its sign: +0.0123. */
export const gainText = (gain: number, format: Format): string =>
  gain < 0 ? `−${format.score(-gain)}` : `+${format.score(gain)}`;

export function gainsChart({ groups }: Pick<OverCompanions, 'groups'>, wording: LabelledWording): ChartContent {
  const { t, format } = wording;
  const rows = groups.map((group) => {
    const { heading, label } = sliceText(group, wording);
    const range = t('charts.groups.range', { low: gainText(group.low, format), high: gainText(group.high, format) });
    return { ...group, heading, label, range, name: t('charts.groups.name', { heading, label }) };
  });
  const most = rows.reduce((best, row) => (row.mean > best.mean ? row : best));
  const least = rows.reduce((worst, row) => (row.mean < worst.mean ? row : worst));
  return {
    title: t('charts.gains.title'),
    summary: t('charts.gains.summary', {
      most: most.name,
      mostGain: gainText(most.mean, format),
      least: least.name,
      leastGain: gainText(least.mean, format),
    }),
    keys: [{ mark: 'interval', label: t('charts.groups.interval') }],
    drawing: {
      kind: 'intervals',
      axis: t('charts.gains.axis'),
      rows: rows.map(({ label, heading, mean, low, high, name, range, profiles }) => ({
        label,
        heading,
        value: mean,
        low,
        high,
        tip: t('charts.groups.tip', {
          name,
          score: gainText(mean, format),
          range,
          profiles: t('common.profiles', { count: profiles }),
        }),
      })),
      reference: 0,
      format: (gain) => format.score(gain, 2),
    },
    table: {
      columns: [t('runs.group'), t('runs.profilesColumn'), t('charts.gains.axis'), t('charts.groups.interval95')],
      rows: rows.map(({ name, profiles, mean, range }) => [
        name,
        format.count(profiles),
        gainText(mean, format),
        range,
      ]),
    },
  };
}
