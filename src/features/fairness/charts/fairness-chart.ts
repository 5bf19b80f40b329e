/** How far lists follow each attribute, as bars, and what stands along them, as a table. */
import type { Fairness, FairnessAlong, FairnessOfAttribute } from '../contract/fairness';
import type { ChartContent, ChartTable } from '../../../shared/charts/chart-content';
import type { PairedFigure, PairedInterval } from '../../../shared/contract/paired';
import { verdictOf } from '../../../shared/words/paired-text';
import type { LabelledWording } from '../../../shared/words/wording';

/** Says which attribute moves lists most, or why none can be asked about. */
export function fairnessSentence(
  { attributes, reason, asked, children, shuffles }: Fairness,
  wording: LabelledWording,
): string {
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
    ...(shuffles > 0 ? [chanceSentence(told, wording), t('fairness.basis', { count: shuffles })] : []),
    ...(asked < children ? [t('fairness.drawn', { asked, children })] : []),
  ].join(' ');
}

/** Names the attributes that lists surely follow more than chance makes them. */
function chanceSentence(asked: Fairness['attributes'], { t, labels }: LabelledWording): string {
  const beyond = asked.filter(isBeyondChance).map(({ attribute }) => labels.attribute(attribute));
  return beyond.length === 0 ? t('fairness.within') : t('fairness.beyond', { attributes: beyond.join(', ') });
}

const isBeyondChance = ({ overChance }: FairnessOfAttribute): boolean =>
  overChance !== null && verdictOf(overChance) === 'better';

/** @returns null where no attribute was asked about */
export function fairnessChart(told: Fairness, wording: LabelledWording): ChartContent | null {
  const { t, format, labels } = wording;
  const rows = told.attributes.map(({ attribute, moved, overChance, notAsked, children }) => ({
    label: labels.attribute(attribute),
    moved,
    figure: moved === null ? t(`fairness.notAsked.${notAsked!}`) : shareText(moved, wording),
    chance: told.shuffles === 0 ? [] : overChance === null ? ['', ''] : chanceTexts(overChance, wording),
    children: format.count(children),
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
      columns: (
        ['attribute', 'children', 'moved', ...(told.shuffles === 0 ? [] : (['chance', 'overChance'] as const))] as const
      ).map((name) => t(`fairness.column.${name}`)),
      rows: rows.map(({ label, children, figure, chance }) => [label, children, figure, ...chance]),
    },
  };
}

export function alongTable({ along }: Pick<Fairness, 'along'>, wording: LabelledWording): ChartTable {
  const { t, format } = wording;
  return {
    columns: (['measure', 'children', 'figure'] as const).map((name) => t(`fairness.column.${name}`)),
    rows: along.map(({ measure, children, figure }) => [
      t(`fairness.measure.${measure}`),
      format.count(children),
      figure === null
        ? t(children === 0 ? `fairness.untold.${measure}` : 'fairness.tooFew')
        : alongText({ measure, figure }, wording),
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

/** What chance moves, and how much more the attribute does, in percentage points. */
function chanceTexts({ before, mean, low, high }: PairedFigure, { t, format }: LabelledWording): string[] {
  const points = (value: number): string => format.change(100 * value, 1);
  return [format.percent(before), t('fairness.interval', { mean: points(mean), low: points(low), high: points(high) })];
}

function shareText({ mean, low, high }: PairedInterval, { t, format }: LabelledWording): string {
  const share = (value: number): string => format.percent(value);
  return t('fairness.interval', { mean: share(mean), low: share(low), high: share(high) });
}
