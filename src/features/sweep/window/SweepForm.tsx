import { Anchor, Group, NumberInput, Stack, Text } from '@mantine/core';
import { IconPlayerPlay } from '@tabler/icons-react';
import { useQueryClient } from '@tanstack/react-query';
import type { ReactNode } from 'react';
import { useTexts } from '../../../renderer/locales/use-texts';
import { Link } from 'wouter';
import { SWEEP_METHODS } from '../contract/sweep';
import type { Dataset } from '../../../shared/contract/dataset';
import { MOST_TRIALS } from '../contract/limits';
import { presetRecipe } from '../../../shared/recipe/presets';
import { recipeDifferences } from '../../../shared/recipe/schema';
import type { Recipe } from '../../../shared/recipe/table';
import choice from '../../../renderer/components/choice.module.css';
import { OnCluster, useOnCluster } from '../../../renderer/actions/OnCluster';
import { ErrorNotice } from '../../../renderer/components/ErrorNotice';
import { ReasonedButton } from '../../../renderer/components/ReasonedButton';
import { Section } from '../../../renderer/components/Section';
import { useEngine } from '../../../renderer/connection/engine-context';
import { useWork } from '../../../renderer/stores/activity';
import { useMainAction } from '../../../renderer/stores/main-action';
import {
  areMinutes,
  canHalve,
  changeSweepForm,
  combinations,
  isBudget,
  knobProblems,
  knobRefusal,
  sweepRequestOf,
  type TriedKnob,
  useSweepForm,
} from './sweep-form';
import { startSweep } from './sweeps';
import { isSeed, MOST_SEED, nearestPreset } from '../../../renderer/stores/train-form';
import { TriedKnobs } from './TriedKnobs';
import { TrialEstimate } from './TrialEstimate';
import { useRecipe } from './use-recipe';
import classes from './Sweep.module.css';

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
        <TrialEstimate dataset={dataset} recipe={recipe} />
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
  const wrong = problemsOf(form, recipe).length + (isWhole ? 0 : 1);
  const blocked = isAtWork
    ? t('sweep.atWork')
    : form.knobs.length === 0
      ? t('sweep.noKnobs')
      : form.method === 'halving' && !canHalve(form.knobs, recipe)
        ? t('sweep.problems.noEpochs')
        : wrong > 0
          ? t('sweep.blocked', { count: wrong })
          : place.blocked;
  const start = (): void => {
    const request = sweepRequestOf(form, dataset.fingerprint, recipe);
    if (request === null || blocked !== null) return;
    const where = place.on === null ? request : { ...request, on: place.on };
    void startSweep(client, dataset, where, () => void cache.invalidateQueries({ queryKey: queries.units.key() }));
  };
  return { start, blocked };
}

function problemsOf(
  { knobs, method, budget, minutes, seed }: ReturnType<typeof useSweepForm.getState>,
  recipe: Recipe,
): string[] {
  const isWrong = (tried: TriedKnob): boolean =>
    knobProblems(tried, method).length > 0 || knobRefusal(tried.knob, { knobs, method }, recipe) !== null;
  const wrong = knobs.filter(isWrong).map(({ knob }): string => knob);
  if (!isBudget(budget) || (wrong.length === 0 && isLargeGrid({ knobs, method, budget }))) wrong.push('budget');
  if (!areMinutes(minutes)) wrong.push('minutes');
  if (!isSeed(seed)) wrong.push('seed');
  return wrong;
}

type Grid = Pick<ReturnType<typeof useSweepForm.getState>, 'knobs' | 'method' | 'budget'>;

const isLargeGrid = ({ knobs, method, budget }: Grid): boolean =>
  method === 'grid' &&
  knobs.every((tried) => knobProblems(tried, method).length === 0) &&
  combinations(knobs, method) > Number(budget);

function RecipeLine(): ReactNode {
  const t = useTexts();
  const { recipe, isKept } = useRecipe();
  const preset = nearestPreset(recipe);
  const count = recipeDifferences(presetRecipe(preset), recipe).length;
  const name = t(`common.presets.${preset}`);
  return (
    <Group gap="xs">
      <Text size="sm">
        {isKept
          ? t('sweep.recipeKept', { preset: name })
          : count === 0
            ? t('sweep.recipeOfTrain', { preset: name })
            : t('sweep.recipeOfTrainChanged', { preset: name, count })}
      </Text>
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
  const chosen = useSweepForm((state) => state.method);
  return (
    <div role="radiogroup" aria-label={t('sweep.method')}>
      <Text size="sm" fw={600} mb="2xs" aria-hidden>
        {t('sweep.method')}
      </Text>
      <div className={classes.methods}>
        {SWEEP_METHODS.map((method) => (
          <label key={method} className={choice.card}>
            <input
              type="radio"
              name="sweep-method"
              value={method}
              checked={method === chosen}
              onChange={() => changeSweepForm({ method })}
            />
            <Text component="span" display="block" size="sm" fw={600}>
              {t(`sweep.methods.${method}`)}
            </Text>
            <Text component="span" display="block" size="xs" c="dimmed">
              {t(`sweep.methodHelp.${method}`)}
            </Text>
          </label>
        ))}
      </div>
    </div>
  );
}

function Budget(): ReactNode {
  const t = useTexts();
  const { budget, minutes, seed, knobs, method } = useSweepForm();
  const budgetError = !isBudget(budget)
    ? t('sweep.problems.trials', { maximum: MOST_TRIALS })
    : isLargeGrid({ knobs, method, budget })
      ? t('sweep.problems.largeGrid', { size: combinations(knobs, method) })
      : undefined;
  return (
    <div className={classes.budget}>
      <NumberInput
        label={t('sweep.budget')}
        value={budget as string | number}
        onChange={(value) => changeSweepForm({ budget: value })}
        allowDecimal={false}
        allowNegative={false}
        clampBehavior="none"
        error={budgetError}
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
    </div>
  );
}
