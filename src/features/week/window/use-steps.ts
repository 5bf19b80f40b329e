import { skipToken, useQuery, type UseQueryResult } from '@tanstack/react-query';
import { useEngine } from '../../../renderer/connection/engine-context';
import { useSelection } from '../../../renderer/stores/selection';
import { type RulesOfScreen, useRulesChoice } from '../../../renderer/stores/use-counting-rules';
import { type Approval, approvalHolding, type StandingApprovals } from '../../../shared/contract/approvals';
import type { Causes } from '../../review/contract/queue';
import { stateOfSteps, type Step, type StepState } from '../contract/steps';
import type { Week } from '../contract/week';

interface Steps {
  /** The lists that the week is about; null before there are any. */
  readonly lists: ({ readonly runId: string } & RulesOfScreen['choice']) | null;
  readonly odd: UseQueryResult<Causes>;
  readonly approvals: StandingApprovals | undefined;
  /** The approval in force, if it is of these very lists: once rules change, it no longer is. */
  readonly holding: Approval | null;
  readonly states: ReadonlyMap<Step, StepState>;
}

/** Where a week stands. @param isAsked whether what is not known yet is asked for */
export function useSteps(week: Week | null, choice: RulesOfScreen['choice'], isAsked = true): Steps {
  const { queries } = useEngine();
  const lists = week?.run == null ? null : { runId: week.run.runId, ...choice };
  const input = lists ?? skipToken;
  const asking = isAsked ? {} : { enabled: false };
  const odd = useQuery({ ...queries.review.causes.queryOptions({ input }), ...asking });
  const { data: approvals } = useQuery({ ...queries.review.approvals.queryOptions({ input }), ...asking });
  const holding = approvalHolding(approvals);
  const states =
    week === null
      ? new Map<Step, StepState>()
      : stateOfSteps({ ...week, approved: holding }, odd.data?.undecided ?? null);
  return { lists, odd, approvals, holding, states };
}

/** How many odd lists wait in the week, for the rail: as the board said last, since nothing is asked for here. Null where nothing does that can be counted. */
export function useWaiting(): number | null {
  const { queries } = useEngine();
  const data = useSelection((state) => state.dataset);
  const input = data === null ? skipToken : { data };
  const { data: known } = useQuery({ ...queries.week.list.queryOptions({ input }), enabled: false });
  const week = known?.weeks[0] ?? null;
  const { odd, states } = useSteps(week, useRulesChoice(week?.data.fingerprint ?? ''), false);
  return states.get('odd') === 'now' ? (odd.data?.undecided ?? null) : null;
}
