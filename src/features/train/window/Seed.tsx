import { ActionIcon, NumberInput, Tooltip } from '@mantine/core';
import { IconDice5 } from '@tabler/icons-react';
import type { ReactNode } from 'react';
import { useTexts } from '../../../renderer/locales/use-texts';
import { isSeed, MOST_SEED, setSeed, useTrainForm } from '../../../renderer/stores/train-form';

/** Which random numbers are drawn. */
export function Seed(): ReactNode {
  const t = useTexts();
  const seed = useTrainForm((state) => state.seed);
  return (
    <NumberInput
      label={t('train.seed')}
      description={t('train.seedHelp')}
      maw={320}
      value={seed as string | number}
      onChange={setSeed}
      allowDecimal={false}
      allowNegative={false}
      hideControls
      error={isSeed(seed) ? undefined : t('train.seedRange', { maximum: MOST_SEED })}
      rightSection={
        <Tooltip label={t('train.anotherSeed')}>
          <ActionIcon
            variant="subtle"
            aria-label={t('train.anotherSeed')}
            onClick={() => setSeed(crypto.getRandomValues(new Uint32Array(1))[0]! % 1_000_000)}
          >
            <IconDice5 size={16} />
          </ActionIcon>
        </Tooltip>
      }
    />
  );
}
