import { Anchor, Group, NumberInput, Radio, SimpleGrid, Stack, Text } from '@mantine/core';
import { IconPlayerPlay } from '@tabler/icons-react';
import { useQueryClient } from '@tanstack/react-query';
import type { ReactNode } from 'react';
import { useTexts } from '../../../renderer/locales/use-texts';
import { Link } from 'wouter';
import { SWEEP_METHODS } from '../contract/sweep';
import type { Dataset } from '../../../shared/contract/dataset';
import { MOST_TRIALS } from '../contract/limits';
import { OnCluster, useOnCluster } from '../../../renderer/actions/OnCluster';
import { ErrorNotice } from '../../../renderer/components/ErrorNotice';
import { ReasonedButton } from '../../../renderer/components/ReasonedButton';
import { Section } from '../../../renderer/components/Section';
import { useEngine } from '../../../renderer/connection/engine-context';
import { useWork } from '../../../renderer/stores/activity';
import { useMainAction } from '../../../renderer/stores/main-action';
import {
  areMinutes,
  changeSweepForm,
  isBudget,
  type SweepMethod,
  sweepRequestOf,
  useSweepForm,
  wrongEntries,
} from './sweep-form';
import { startSweep } from './sweeps';
import { isSeed, MOST_SEED, nearestPreset } from '../../../renderer/stores/train-form';
import { TriedKnobs } from './TriedKnobs';
import { useRecipe } from './use-recipe';

/** What a sweep tries: the base recipe, its settings and their values, the method, the budget. */
export function SweepForm({ dataset }: { dataset: Dataset }): ReactNode {
  const t = useTexts();
  const { recipe } = useRecipe();
  const { start, blocked } = useStart(dataset);
  const work = useWork('sweep', dataset.fingerprint);
  const label = t('sweep.start');
  useMainAction({ label, run: start, blocked });
  return (
    <Section title={t('sweep.what')}>
      <Stack gap="md">
        <RecipeLine />
        <TriedKnobs recipe={recipe} />
        <Methods />
        <Budget />
        <OnCluster dataset={dataset} />
        {work?.state.kind === 'failed' && (
          <ErrorNotice title={t('sweep.failed')} error={work.state.error} onRetry={start} />
        )}
        <ReasonedButton
          reason={blocked}
          leftSection={<IconPlayerPlay size={16} aria-hidden />}
          style={{ flexShrink: 0 }}
          onClick={start}
        >
          {label}
        </ReasonedButton>
      </Stack>
    </Section>
  );
}

/** What starts the sweep, and why it cannot start. */
function useStart(dataset: Dataset): { start: () => void; blocked: string | null } {
  const t = useTexts();
  const { client, queries } = useEngine();
  const cache = useQueryClient();
  const form = useSweepForm();
  const { recipe, isWhole } = useRecipe();
  const place = useOnCluster(dataset);
  const isAtWork = useWork('sweep', dataset.fingerprint)?.state.kind === 'running';
  const wrong = wrongEntries(form) + (isWhole ? 0 : 1);
  const blocked = isAtWork
    ? t('sweep.atWork')
    : form.knobs.length === 0
      ? t('sweep.noKnobs')
      : wrong > 0
        ? t('sweep.blocked', { count: wrong })
        : place.blocked;
  const start = (): void => {
    if (blocked !== null) return;
    const request = sweepRequestOf(form, dataset.fingerprint, recipe);
    const where = place.on === null ? request : { ...request, on: place.on };
    void startSweep(client, dataset, where, () => void cache.invalidateQueries({ queryKey: queries.units.key() }));
  };
  return { start, blocked };
}

function RecipeLine(): ReactNode {
  const t = useTexts();
  const { recipe, isKept } = useRecipe();
  const preset = t(`common.presets.${nearestPreset(recipe)}`);
  return (
    <Group gap="xs">
      <Text size="sm">{t(isKept ? 'sweep.recipeKept' : 'sweep.recipeOfTrain', { preset })}</Text>
      {!isKept && (
        <Anchor component={Link} href="/train" size="sm">
          {t('sweep.changeRecipe')}
        </Anchor>
      )}
    </Group>
  );
}

function Methods(): ReactNode {
  const t = useTexts();
  const method = useSweepForm((state) => state.method);
  return (
    <Radio.Group
      label={t('sweep.method')}
      value={method}
      onChange={(next) => changeSweepForm({ method: next as SweepMethod })}
    >
      <Stack gap="2xs" mt="2xs">
        {SWEEP_METHODS.map((one) => (
          <Radio key={one} value={one} label={t(`sweep.methods.${one}`)} description={t(`sweep.methodHelp.${one}`)} />
        ))}
      </Stack>
    </Radio.Group>
  );
}

function Budget(): ReactNode {
  const t = useTexts();
  const { budget, minutes, seed } = useSweepForm();
  return (
    <SimpleGrid cols={{ base: 1, sm: 3 }}>
      <NumberInput
        label={t('sweep.budget')}
        value={budget as string | number}
        onChange={(value) => changeSweepForm({ budget: value })}
        allowDecimal={false}
        allowNegative={false}
        clampBehavior="none"
        error={isBudget(budget) ? undefined : t('sweep.problems.trials', { maximum: MOST_TRIALS })}
      />
      <NumberInput
        label={t('sweep.minutes')}
        inputWrapperOrder={['label', 'input', 'error', 'description']}
        description={t('sweep.minutesHelp')}
        value={minutes as string | number}
        onChange={(value) => changeSweepForm({ minutes: value })}
        allowNegative={false}
        clampBehavior="none"
        error={areMinutes(minutes) ? undefined : t('sweep.problems.minutes')}
      />
      <NumberInput
        label={t('sweep.seed')}
        inputWrapperOrder={['label', 'input', 'error', 'description']}
        description={t('sweep.seedHelp')}
        value={seed as string | number}
        onChange={(value) => changeSweepForm({ seed: value })}
        allowDecimal={false}
        allowNegative={false}
        hideControls
        error={isSeed(seed) ? undefined : t('train.seedRange', { maximum: MOST_SEED })}
      />
    </SimpleGrid>
  );
}
