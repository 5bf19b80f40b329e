import { Anchor, Button, Text } from '@mantine/core';
import { IconCheck } from '@tabler/icons-react';
import type { ReactNode } from 'react';
import { Link, useLocation } from 'wouter';
import { useChooseRun } from '../../../renderer/actions/use-choose-run';
import { keysOf } from '../../../renderer/components/shortcuts';
import { useNameApart } from '../../../renderer/components/use-name-apart';
import { useTexts } from '../../../renderer/locales/use-texts';
import { useRuns } from '../../../renderer/stores/engine-data';
import { useMainAction } from '../../../renderer/stores/main-action';
import { recipeOf, useTrainForm } from '../../../renderer/stores/train-form';
import type { Dataset } from '../../../shared/contract/dataset';
import { hasLists, type Run } from '../../../shared/contract/run-life';
import { recipeDifferences } from '../../../shared/recipe/schema';

/** The finished run that the form would train once more: the same settings, seed and data; null without one. */
export function useAlreadyTrained(dataset: Dataset): Run | null {
  const { fields, seed } = useTrainForm();
  const { data: runs = [] } = useRuns();
  const recipe = recipeOf(fields);
  return (
    runs.find(
      (run) =>
        run.status === 'finished' &&
        hasLists(run) &&
        !run.marks.archived &&
        run.dataset.fingerprint === dataset.fingerprint &&
        run.seed === seed &&
        run.recipe.version === recipe.version &&
        recipeDifferences(run.recipe, recipe).length === 0,
    ) ?? null
  );
}

/** Says which run that is, and leads to it. */
export function AlreadyTrained({ run }: { run: Run }): ReactNode {
  const t = useTexts();
  const nameApart = useNameApart();
  return (
    <Text size="sm" role="status">
      {t('train.alreadyTrained')}{' '}
      <Anchor component={Link} href={placeOf(run)} size="sm">
        {nameApart(run)}
      </Anchor>
    </Text>
  );
}

/** What the form is for, where its run exists: to use that run, or to look at it if it is in use. */
export function UseTrained({ run }: { run: Run }): ReactNode {
  const t = useTexts();
  const [, go] = useLocation();
  const { isInUse, choose } = useChooseRun(run);
  const label = t(isInUse ? 'train.openTrained' : 'train.useTrained');
  const act = (): void => (isInUse ? go(placeOf(run)) : void choose());
  useMainAction({ label, run: act, blocked: null });
  return (
    <Button
      title={keysOf('mainAction').join('+')}
      aria-keyshortcuts="Control+Enter"
      leftSection={isInUse ? undefined : <IconCheck size={16} aria-hidden />}
      onClick={act}
    >
      {label}
    </Button>
  );
}

const placeOf = ({ runId }: Run): string => `/runs/${encodeURIComponent(runId)}`;
