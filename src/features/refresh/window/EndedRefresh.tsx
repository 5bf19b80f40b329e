import { Alert, Anchor, Button, Group } from '@mantine/core';
import { useEffect, type ReactNode } from 'react';
import { Link } from 'wouter';
import { useTexts } from '../../../renderer/locales/use-texts';
import { UseRun } from '../../../renderer/actions/UseRun';
import { placeOfChanges } from '../../../renderer/components/changes-place';
import { useEngineText } from '../../../renderer/locales/engine-text';
import { useFormat } from '../../../renderer/locales/format';
import { useRuns } from '../../../renderer/stores/engine-data';
import { activateRun, useSelection } from '../../../renderer/stores/selection';
import { useInUse } from '../../../renderer/stores/use-in-use';
import type { Run } from '../../../shared/contract/run-life';
import type { RulesChoice } from '../../../shared/contract/rules';
import type { Refresh } from '../contract/refresh';
import { Leaving } from './Leaving';
import { useCame } from './use-came';

/** Lists that a person may let go: those that hold, and those against which the comparison alone speaks. */
const MAY_LEAVE: readonly Refresh['state'][] = ['waiting', 'worse', 'not-compared'];

/**
 * How a refresh ended, what came of it, and what can be done from there.
 * @param properties.choice the rules that its lists are made with
 */
export function EndedRefresh({
  refresh,
  choice,
  onWrite,
}: {
  refresh: Refresh;
  choice: { readonly rules?: RulesChoice };
  /** Writes the file, by the same refresh again. */
  onWrite: (refresh: Refresh) => void;
}): ReactNode {
  const t = useTexts();
  const engineText = useEngineText();
  const { state, reason, from, run } = refresh;
  const { data: runs } = useRuns();
  const inUse = useInUse();
  const made = runs?.find(({ runId }) => runId === run?.runId);
  // A run that was held back is a choice for its own page.
  const use = made === undefined || state !== 'exported' ? null : inUse(made);
  const isShown = useGoneOver(refresh, use === null ? undefined : made);
  const mayLeave = MAY_LEAVE.includes(state);
  return (
    <Alert variant="light" color="gray" role="status" title={t(`refresh.states.${state}`)}>
      {reason === null ? refresh.export?.file : engineText(reason)}
      <Figures refresh={refresh} />
      {made !== undefined && use !== null && <div>{t(isShown ? 'refresh.inUseShown' : 'refresh.inUseNow')}</div>}
      {run !== null && (
        <Group gap="md" mt="xs">
          <Anchor component={Link} href={placeOfChanges(from, run, 'refreshes')} size="sm">
            {t('changes.open')}
          </Anchor>
          {made !== undefined && (use === null ? mayLeave : !isShown) && (
            <Button
              variant="default"
              size="compact-md"
              onClick={() => activateRun(made.runId, made.dataset.fingerprint)}
            >
              {t('runs.activate')}
            </Button>
          )}
          {made !== undefined && use === null && state === 'exported' && <UseRun run={made} />}
          {mayLeave && <Leaving lists={{ runId: run.runId, ...choice }} onWrite={() => onWrite(refresh)} />}
        </Group>
      )}
    </Alert>
  );
}

/** What came, and the score then and now. */
function Figures({ refresh }: { refresh: Refresh }): ReactNode {
  const t = useTexts();
  const format = useFormat();
  const came = useCame(refresh);
  const { compared, state } = refresh;
  const score = compared?.figures.find(({ metric }) => metric === 'score');
  return (
    <>
      {came !== null && state !== 'nothing-new' && (
        <div>{t('refresh.fact', { name: t('refresh.columns.came'), text: came })}</div>
      )}
      {score !== undefined && compared !== null && compared.verdict !== 'not-compared' && (
        <div>
          {t('refresh.fact', {
            name: t('refresh.columns.score'),
            text: `${format.score(score.before)} → ${format.score(score.now)} · ${t(`paired.${compared.verdict}`)}: ${format.change(score.mean)}`,
          })}
        </div>
      )}
    </>
  );
}

/** The refreshes after which the window went over to the new run, once each: a person may go back to the old one. */
const goneOver = new Set<string>();

/**
 * Goes over to the run that is in use now, if the window shows the one that the refresh began with.
 * @returns whether the window shows it
 */
function useGoneOver({ refreshId, from }: Refresh, made: Run | undefined): boolean {
  const shown = useSelection(({ runId }) => runId);
  useEffect(() => {
    if (made === undefined || goneOver.has(refreshId)) return;
    goneOver.add(refreshId);
    if (shown === null || shown === from.runId) activateRun(made.runId, made.dataset.fingerprint);
  }, [made, refreshId, from, shown]);
  return made !== undefined && shown === made.runId;
}
