/** How varied the lists are: their genres, and their share from the rarer half of the titles. */
import type { RunFigures, Spread } from '../contract/figures';
import { LIST_LENGTH } from '../../../shared/limits';
import type { Wording } from '../../../shared/words/wording';
import type { ChartContent } from '../../../shared/charts/chart-content';

type Bin = Spread['bins'][number];

/** @param attribute name of the grouping of titles; null if they are not grouped */
export function diversityCharts(
  { groups, rarer }: RunFigures['diversity'],
  attribute: string | null,
  wording: Wording,
): ChartContent[] {
  const { t, format } = wording;
  const ofGroups = (spread: Spread, named: string): ChartContent =>
    spreadChart(
      {
        title: t('charts.diversity.groupsTitle', { attribute: named }),
        summary: t('charts.diversity.groupsSummary', {
          attribute: named,
          mean: format.score(spread.mean, 1),
          length: LIST_LENGTH,
        }),
        axis: t('charts.diversity.groupsAxis', { attribute: named }),
        nameOf: ({ from, to }) =>
          from === to
            ? format.count(from)
            : t('charts.diversity.range', { from: format.count(from), to: format.count(to) }),
        shortOf: ({ from }) => format.count(from),
      },
      spread,
      wording,
    );
  const ofRarer = (spread: Spread): ChartContent =>
    spreadChart(
      {
        title: t('charts.diversity.rarerTitle'),
        summary: t('charts.diversity.rarerSummary', { mean: format.percent(spread.mean, 0) }),
        axis: t('charts.diversity.rarerAxis'),
        nameOf: ({ from, to }) =>
          t('charts.diversity.range', { from: format.percent(from, 0), to: format.percent(to, 0) }),
        shortOf: ({ from }) => format.percent(from, 0),
      },
      spread,
      wording,
    );
  return [
    ...(groups === null || attribute === null ? [] : [ofGroups(groups, attribute)]),
    ...(rarer === null ? [] : [ofRarer(rarer)]),
  ];
}

interface SpreadWords {
  readonly title: string;
  readonly summary: string;
  readonly axis: string;
  nameOf(bin: Bin): string;
  /** Short text for the space under a bar. */
  shortOf(bin: Bin): string;
}

function spreadChart(words: SpreadWords, { bins }: Spread, { t, format }: Wording): ChartContent {
  const { title, summary, axis } = words;
  return {
    title,
    summary,
    drawing: {
      kind: 'columns',
      xAxis: axis,
      yAxis: t('charts.diversity.lists'),
      columns: bins.map((bin) => ({
        label: words.shortOf(bin),
        value: bin.lists,
        tip: t('charts.diversity.tip', { axis, name: words.nameOf(bin), count: bin.lists }),
      })),
      format: format.count,
    },
    table: {
      columns: [axis, t('charts.diversity.lists')],
      rows: bins.map((bin) => [words.nameOf(bin), format.count(bin.lists)]),
    },
  };
}
