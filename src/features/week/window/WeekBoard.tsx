import { Paper } from '@mantine/core';
import { type ReactNode, useRef } from 'react';
import { useKeys } from '../../../renderer/components/use-keys';
import { useRuns } from '../../../renderer/stores/engine-data';
import type { RulesOfScreen } from '../../../renderer/stores/use-counting-rules';
import type { ExportFormat } from '../../../shared/values/export-formats';
import { type Step, stepsOf } from '../contract/steps';
import type { Week } from '../contract/week';
import { ApprovedStep } from './ApprovedStep';
import { CameStep } from './CameStep';
import { ChangedStep } from './ChangedStep';
import { OddStep } from './OddStep';
import { SentStep } from './SentStep';
import { useSteps } from './use-steps';
import classes from './Week.module.css';

/** The steps of a week, in one sheet; what waits is open, what is done is a line. */
export function WeekBoard({
  week,
  before,
  rules,
  format,
  onGoOn,
}: {
  week: Week;
  /** The last week with lists before this one. */
  before: Week | null;
  rules: RulesOfScreen;
  format: ExportFormat;
  onGoOn: (() => void) | null;
}): ReactNode {
  const { data: runs } = useRuns();
  const run = runs?.find(({ runId }) => runId === week.run?.runId) ?? null;
  const { lists, odd, approvals, holding, states } = useSteps(week, rules.choice);
  const rowOf: Record<Step, () => ReactNode> = {
    came: () => <CameStep key="came" week={week} state={states.get('came')!} />,
    changed: () => (
      <ChangedStep key="changed" week={week} before={before} state={states.get('changed')!} onGoOn={onGoOn} />
    ),
    odd: () => lists !== null && <OddStep key="odd" found={odd} state={states.get('odd')!} />,
    approved: () => (
      <ApprovedStep
        key="approved"
        lists={lists}
        count={week.run?.lists ?? 0}
        rules={rules.counting?.names.length ?? 0}
        approvals={approvals}
        holding={holding}
        undecided={odd.data?.undecided ?? 0}
        isSent={week.sent !== null}
        state={states.get('approved')!}
      />
    ),
    sent: () => (
      <SentStep key="sent" week={week} run={run} rules={rules.choice} format={format} state={states.get('sent')!} />
    ),
  };
  const board = useRef<HTMLOListElement>(null);
  const steps = stepsOf(week);
  useKeys(
    steps.map((step, place) => [
      String(place + 1),
      () => {
        // Enter then does what the step asks for; links in it lead to parts of it.
        const first = (what: string) => board.current?.querySelector<HTMLElement>(`[data-step="${step}"] ${what}`);
        (first('button:not([disabled])') ?? first('a'))?.focus();
      },
    ]),
  );
  return (
    <Paper component="ol" withBorder className={classes.board} ref={board}>
      {steps.map((step) => rowOf[step]())}
    </Paper>
  );
}
