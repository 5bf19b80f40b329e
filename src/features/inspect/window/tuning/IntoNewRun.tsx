import { Text } from '@mantine/core';
import type { ReactNode } from 'react';
import { useTexts } from '../../../../renderer/locales/use-texts';
import { useLocation } from 'wouter';
import type { RunRecord } from '../../../../shared/contract/run';
import type { Tuning } from '../../../../shared/contract/tuning';
import { TUNING_ROWS, type TuningKey } from '../../../../shared/contract/tuning-keys';
import { recipeWithTuning } from '../../../../shared/recipe/from-tuning';
import { ReasonedButton } from '../../../../renderer/components/ReasonedButton';
import { takeSettings } from '../../../../renderer/stores/train-form';

/** Copies a tuning into the recipe of a new run, and says what a recipe cannot hold. */
export function IntoNewRun({ run, tuning }: { run: RunRecord; tuning: Tuning }): ReactNode {
  const t = useTexts();
  const [, go] = useLocation();
  const own = run.recipe;
  const { recipe, notTaken } = recipeWithTuning(own, tuning);
  const changes = JSON.stringify(recipe) !== JSON.stringify(own);
  const named = (parts: readonly TuningKey[]): string => parts.map((part) => t(`compare.parts.${part}`)).join(', ');
  const [ofProfile, beyond] = [true, false].map((ofOne) =>
    notTaken.filter((key) => (TUNING_ROWS[key].ofOneProfile === true) === ofOne),
  ) as [TuningKey[], TuningKey[]];
  const whyNot =
    beyond.length > 0
      ? t('compare.intoRunBeyond', { what: named(beyond) })
      : t(ofProfile.length > 0 ? 'compare.intoRunOnlyProfile' : 'compare.intoRunNothing');
  return (
    <div data-help={t('compare.intoRunLead')}>
      <ReasonedButton
        size="compact-sm"
        variant="light"
        below
        reason={changes ? null : whyNot}
        onClick={() => {
          takeSettings(run, recipe);
          go('/train');
        }}
      >
        {t('compare.intoRun')}
      </ReasonedButton>
      {changes && notTaken.length > 0 && (
        <Text size="xs" c="dimmed" mt="2xs">
          {ofProfile.length > 0 && t('compare.intoRunNotTaken', { what: named(ofProfile) })}{' '}
          {beyond.length > 0 && t('compare.intoRunBeyond', { what: named(beyond) })}
        </Text>
      )}
    </div>
  );
}
