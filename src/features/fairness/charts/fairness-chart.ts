/** How far lists follow each attribute, as bars, and what stands along them, as a table. */
import type { Fairness, FairnessAlong } from '../contract/fairness';
import type { ChartContent, ChartTable } from '../../../shared/charts/chart-content';
import type { PairedInterval } from '../../../shared/contract/paired';
import type { LabelledWording } from '../../../shared/words/wording';

/** Says which attribute moves lists most, or why none can be asked about. */
export function fairnessSentence({ attributes, reason, asked, children }: Fairness, wording: LabelledWording): string {
  const { t, format, labels } = wording;
  if (reason !== null) return t(`fairness.${reason}`);
  const told = attributes.filter(({ moved }) => moved !== null);
  const [first] = told;
  if (first === undefined) return t('fairness.nothing-asked');
  const share = first.moved!.mean;
  return [
    share === 0
      ? t('fairness.none', { asked: told.length })
      : t('fairness.lead', {
          attribute: labels.attribute(first.attribute),
          share: format.percent(share, 0),
          asked: told.length,
        }),
    ...(asked < children ? [t('fairness.drawn', { asked, children })] : []),
  ].join(' ');
}

/** @returns null where no attribute was asked about */
export function fairnessChart(told: Fairness, wording: LabelledWording): ChartContent | null {
  const { t, format, labels } = wording;
  const rows = told.attributes.map(({ attribute, moved, notAsked, children, most }) => ({
    label: labels.attribute(attribute),
    moved,
    figure: moved === null ? t(`fairness.notAsked.${notAsked!}`) : shareText(moved, wording),
    children: format.count(children),
    most: most[0]?.profile ?? '',
  }));
  const asked = rows.filter(({ moved }) => moved !== null);
  if (asked.length === 0) return null;
  return {
    title: t('fairness.title'),
    summary: fairnessSentence(told, wording),
    drawing: {
      kind: 'bars',
      axis: t('fairness.axis'),
      rows: asked.map(({ label, moved, figure }) => ({
        label,
        value: moved!.mean,
        note: figure,
        tip: t('fairness.tip', { attribute: label, figure }),
      })),
      format: (share) => format.percent(share, 0),
    },
    table: {
      columns: (['attribute', 'children', 'moved', 'most'] as const).map((name) => t(`fairness.column.${name}`)),
      rows: rows.map(({ label, children, figure, most }) => [label, children, figure, most]),
    },
  };
}

export function alongTable({ along }: Pick<Fairness, 'along'>, wording: LabelledWording): ChartTable {
  const { t, format } = wording;
  return {
    columns: (['measure', 'children', 'figure', 'most'] as const).map((name) => t(`fairness.column.${name}`)),
    rows: along.map(({ measure, children, figure, most }) => [
      t(`fairness.measure.${measure}`),
      format.count(children),
      figure === null
        ? t(children === 0 ? `fairness.untold.${measure}` : 'fairness.tooFew')
        : alongText({ measure, figure }, wording),
      most[0]?.profile ?? '',
    ]),
  };
}

function alongText(
  { measure, figure }: { measure: FairnessAlong['measure']; figure: PairedInterval },
  wording: LabelledWording,
): string {
  const { t, format } = wording;
  if (measure !== 'age-marks') return shareText(figure, wording);
  const years = (value: number): string => format.change(value, 1);
  return t('fairness.years', { mean: years(figure.mean), low: years(figure.low), high: years(figure.high) });
}

function shareText({ mean, low, high }: PairedInterval, { t, format }: LabelledWording): string {
  const share = (value: number): string => format.percent(value);
  return t('fairness.interval', { mean: share(mean), low: share(low), high: share(high) });
}
