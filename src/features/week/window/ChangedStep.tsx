import { Button, Group, Text } from '@mantine/core';
import { skipToken, useQuery } from '@tanstack/react-query';
import type { ReactNode } from 'react';
import { Link } from 'wouter';
import { useChance } from '../../changes/window/public';
import { useNewModel } from '../../../renderer/actions/use-new-model';
import { WorseModel } from '../../../renderer/actions/WorseModel';
import { placeOfChanges } from '../../../renderer/components/changes-place';
import { CoverStrip } from '../../../renderer/components/titles/CoverStrip';
import { useEngine } from '../../../renderer/connection/engine-context';
import { useEngineText } from '../../../renderer/locales/engine-text';
import { useTexts } from '../../../renderer/locales/use-texts';
import { MOST_COVERS } from '../contract/limits';
import type { StepState } from '../contract/steps';
import type { Week } from '../contract/week';
import { LookLink } from './LookLink';
import { StepRow } from './StepRow';
import { sideOfWeek } from '../../../renderer/components/weeks';

/** How the lists differ from those that children have; for data that nothing was learned from yet, the way to learn. */
export function ChangedStep({
  week,
  before,
  state,
  onGoOn,
}: {
  week: Week;
  /** The last week with lists before this one; null for the first. */
  before: Week | null;
  state: StepState;
  /** Goes on with a refresh that did not end; null without one. */
  onGoOn: (() => void) | null;
}): ReactNode {
  const t = useTexts();
  const engineText = useEngineText();
  const { queries } = useEngine();
  const { run, refresh } = week;
  const side = before === null ? null : sideOfWeek(before);
  const changes = useQuery(
    queries.changes.lists.queryOptions({
      input: run === null || side === null ? skipToken : { before: side, after: { runId: run.runId } },
      retry: false,
    }),
  );
  const chance = useChance(changes.data);
  const model = useNewModel(run?.runId ?? null);
  const place = run === null || side === null ? null : placeOfChanges(side, { runId: run.runId }, 'week');
  if (run === null)
    return (
      <StepRow step="changed" state={state} number={null} text={t('week.nothingLearned')}>
        {refresh?.reason != null && <Text size="sm">{engineText(refresh.reason)}</Text>}
        <Group mt="md">
          {onGoOn === null ? (
            <Button component={Link} href="/train">
              {t('week.learn')}
            </Button>
          ) : (
            <Button onClick={onGoOn}>{t('week.goOn')}</Button>
          )}
        </Group>
      </StepRow>
    );
  if (place === null)
    return (
      <StepRow
        step="changed"
        state={state}
        number={run.lists}
        text={t('week.firstLists', { count: run.lists })}
        action={<LookLink step="changed" href="/profiles" />}
      />
    );
  const { data: found } = changes;
  // Where training again gives the same lists, whatever moved would be beyond chance.
  const isKnown = found?.chance != null && found.chance.seeds.length > 0;
  const number = found === undefined ? 0 : isKnown ? found.chance!.titles.beyond : usualOf(found);
  const shown = found === undefined ? [] : isKnown ? found.titles.slice(0, number) : found.titles;
  const said = [
    changes.error !== null && t('week.notCompared'),
    found !== undefined && (isKnown ? t('week.further', { count: number }) : t('week.usual', { count: number })),
    chance.work?.state.kind === 'running' && t('week.measuring'),
    model !== null && t(`week.model.${model.verdict}`, { run: model.before }),
  ].filter((text) => text !== false);
  return (
    <StepRow
      step="changed"
      state={state}
      number={changes.error === null ? found && number : null}
      text={said.join(' · ')}
      strip={shown.length > 0 && <CoverStrip titles={shown.slice(0, MOST_COVERS)} label={t('week.moved')} />}
      action={state === 'harm' ? undefined : <LookLink step="changed" href={place} />}
    >
      {model?.verdict === 'worse' ? (
        <WorseModel runId={run.runId} />
      ) : (
        refresh?.reason != null && <Text size="sm">{engineText(refresh.reason)}</Text>
      )}
      <Group mt="md">
        <Button component={Link} href={place}>
          {t('week.seeChanges')}
        </Button>
      </Group>
    </StepRow>
  );
}

/** New titles in a list, of 25: the mean over the children that have a list on both sides, rounded. */
const usualOf = ({ came, profiles }: { readonly came: number; readonly profiles: number }): number =>
  Math.round(came / Math.max(1, profiles));
