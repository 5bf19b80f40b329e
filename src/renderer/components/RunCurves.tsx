import { Stack, Text } from '@mantine/core';
import { useMemo, type ReactNode } from 'react';
import { useTexts } from '../locales/use-texts';
import { STAGES, type Epoch } from '../../shared/contract/run';
import { useFormat } from '../locales/format';
import { CurveChart, type Curve } from './chart/CurveChart';

/** Charts of loss and validation score of a run, live while it trains. */
export function RunCurves({ epochs, height = 176 }: { epochs: readonly Epoch[]; height?: number }): ReactNode {
  const t = useTexts();
  const format = useFormat();
  const losses = useMemo(
    () =>
      STAGES.flatMap((stage): Curve[] => {
        const points = epochs
          .filter((epoch) => epoch.stage === stage && Number.isFinite(epoch.loss))
          .map(({ epoch, loss }) => ({ x: epoch, y: loss }));
        return points.length === 0 ? [] : [{ label: t(`common.stages.${stage}`), points }];
      }),
    [epochs, t],
  );
  const scores = useMemo(
    () => epochs.flatMap(({ epoch, validation }) => (validation === null ? [] : [{ x: epoch, y: validation.score }])),
    [epochs],
  );
  const scoreCurve = useMemo(() => [{ label: t('train.validation'), points: scores }], [scores, t]);
  if (losses.length === 0)
    return (
      <Text size="sm" c="dimmed">
        {t('train.noCurves')}
      </Text>
    );
  const best = scores.reduce<{ x: number; y: number } | null>(
    (found, point) => (found === null || point.y > found.y ? point : found),
    null,
  );
  const bestText = best === null ? '' : t('train.bestEpoch', { epoch: best.x, score: format.score(best.y) });
  const lossText = losses
    .map(({ label, points }) =>
      t('train.lossSummary', { stage: label, count: points.length, loss: format.score(points.at(-1)!.y, 3) }),
    )
    .join('; ');
  return (
    <Stack gap="sm">
      <CurveChart
        title={t('train.loss')}
        curves={losses}
        summary={lossText}
        height={height}
        xAxis={t('train.epoch')}
        formatX={format.count}
        formatY={(loss) => format.value(Number(loss.toPrecision(4)))}
      />
      {best !== null && (
        <div>
          <CurveChart
            title={`${t('train.validation')} · ${bestText}`}
            curves={scoreCurve}
            summary={bestText}
            height={height}
            xAxis={t('train.epoch')}
            formatX={format.count}
            formatY={(score) => format.score(score, 3)}
          />
          <Text size="xs" c="dimmed" mt="2xs">
            {t('train.validationHelp')}
          </Text>
        </div>
      )}
    </Stack>
  );
}
