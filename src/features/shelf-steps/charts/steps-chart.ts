/** The share of a value of titles in five bars, from the shelf to the delivered list. */
import type { ShelfSteps } from '../contract/shelf-steps';
import type { ChartContent } from '../../../shared/charts/chart-content';
import type { LabelledWording } from '../../../shared/words/wording';

/** Says which step made the share what it is, or why there are no figures. */
export function stepsSentence(
  { of, steps, most, profiles, without, repeats }: ShelfSteps,
  { t, format, labels }: LabelledWording,
): string {
  if (most === null) return t('shelfSteps.nothing');
  const at = steps.findIndex(({ step }) => step === most);
  const share = (place: number): string => format.percent(steps[place]!.share, 0);
  const { count, of: places } = steps.at(-1)!;
  const value = labels.value(of.attribute, of.value);
  return [
    profiles + without === 1
      ? t('shelfSteps.ofChild', { value, count, of: places })
      : t('shelfSteps.ofGroup', { value, share: share(steps.length - 1), profiles }),
    most === 'catalogue'
      ? t('shelfSteps.most.catalogue', { to: share(at) })
      : t(`shelfSteps.most.${most}`, { from: share(at - 1), to: share(at) }),
    ...(without > 0 ? [t('shelfSteps.without', { count: without })] : []),
    ...(repeats ? [t('shelfSteps.repeating')] : []),
  ].join(' ');
}

/** @returns null where nothing is left to tell of */
export function stepsChart(told: ShelfSteps, wording: LabelledWording): ChartContent | null {
  const { t, format, labels } = wording;
  const { attribute, value: code } = told.of;
  if (told.steps.length === 0) return null;
  // Means have a decimal, the counts of one list have none.
  const counted = (count: number): string => format.score(count, told.profiles + told.without === 1 ? 0 : 1);
  const rows = told.steps.map(({ step, count, of, share }, at) => ({
    label: t(`shelfSteps.step.${step}`),
    value: share,
    counts: [counted(count), counted(of)] as const,
    note: `${format.percent(share)} · ${t('shelfSteps.countOf', { count: counted(count), of: counted(of) })}`,
    // Of the shares as they are shown, so that the changes in sight add up.
    change: at === 0 ? '' : format.change((tenths(share) - tenths(told.steps[at - 1]!.share)) / 10, 1),
  }));
  return {
    title: `${labels.attribute(attribute)}: ${labels.value(attribute, code)}`,
    summary: stepsSentence(told, wording),
    drawing: {
      kind: 'bars',
      axis: t('shelfSteps.axis'),
      rows: rows.map(({ label, value, note, counts: [count, of] }) => ({
        label,
        value,
        note,
        tip: t('shelfSteps.tip', {
          step: label,
          share: format.percent(value),
          counted: t('shelfSteps.countOf', { count, of }),
        }),
      })),
      format: (share) => format.percent(share, 0),
    },
    table: {
      columns: (['step', 'count', 'of', 'share', 'change'] as const).map((name) => t(`shelfSteps.column.${name}`)),
      rows: rows.map(({ label, value, counts, change }) => [label, ...counts, format.percent(value), change]),
    },
  };
}

/** Tenths of a percentage point. */
const tenths = (share: number): number => Math.round(1000 * share);
