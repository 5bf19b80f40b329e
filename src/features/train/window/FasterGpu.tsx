import { Anchor, Text } from '@mantine/core';
import type { ReactNode } from 'react';
import { useFormat } from '../../../renderer/locales/format';
import { useTexts } from '../../../renderer/locales/use-texts';
import { useFasterGpu } from '../../../renderer/stores/engine-data';
import { chooseDevice, useTrainForm } from '../../../renderer/stores/train-form';

/** A GPU that was measured to be faster, where the form would train on the processor what it could train. */
export function FasterGpu(): ReactNode {
  const t = useTexts();
  const format = useFormat();
  const { data: gpu } = useFasterGpu();
  const fields = useTrainForm((state) => state.fields);
  if (!gpu || fields.model !== 'dae' || fields['numeric.device'] === 'gpu') return null;
  return (
    <Text size="xs" c="dimmed">
      {t('train.fasterGpu', { name: gpu.name, times: format.score(gpu.times, 1) })}{' '}
      <Anchor component="button" type="button" size="xs" onClick={() => chooseDevice('gpu')}>
        {t('train.useGpu')}
      </Anchor>
    </Text>
  );
}
