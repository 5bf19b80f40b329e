import { Text } from '@mantine/core';
import { useDebouncedValue } from '@mantine/hooks';
import { keepPreviousData, useQuery } from '@tanstack/react-query';
import type { ReactNode } from 'react';
import { useTexts } from '../../../renderer/locales/use-texts';
import type { Dataset } from '../../../shared/contract/dataset';
import { KNOBS } from '../../../shared/recipe/table';
import { useEngine } from '../../../renderer/connection/engine-context';
import { useFormat } from '../../../renderer/locales/format';
import { useEstimatedSpan } from '../../../renderer/locales/use-estimated-span';
import { fieldProblem, knobsOf, recipeOf, useTrainForm } from '../../../renderer/stores/train-form';

/** Milliseconds without a change before the form's estimate is requested. */
const QUIET = 250;

/** How long a run with these settings is likely to take, and what the estimate is based on. */
export function Estimate({ dataset }: { dataset: Dataset }): ReactNode {
  const t = useTexts();
  const format = useFormat();
  const spanOf = useEstimatedSpan();
  const { queries } = useEngine();
  const [fields] = useDebouncedValue(
    useTrainForm((state) => state.fields),
    QUIET,
  );
  const isWhole = knobsOf(fields).every((knob) => fieldProblem(KNOBS[knob], fields[knob]) === null);
  const { data: estimate } = useQuery({
    ...queries.runs.estimate.queryOptions({ input: { data: dataset.fingerprint, recipe: recipeOf(fields) } }),
    enabled: isWhole,
    placeholderData: keepPreviousData,
  });
  if (estimate === undefined) return null;
  const { seconds, memory, from, runs, freeMemory, fitting } = estimate;
  return (
    <Text size="xs" c="dimmed" aria-live="polite">
      {t('train.estimate', { span: spanOf(seconds), memory: format.bytes(memory) })}{' '}
      {t(`train.estimateFrom.${from}`, { count: runs })}
      {memory > freeMemory && (
        <Text span size="xs" c="var(--shelfwise-warning)">
          {' '}
          {t('train.littleMemory', { free: format.bytes(freeMemory) })}{' '}
          {fitting.length === 0
            ? t('train.nothingFits')
            : t('train.theseFit', { presets: fitting.map((preset) => t(`common.presets.${preset}`)).join(', ') })}
        </Text>
      )}
    </Text>
  );
}
