/** The steps of a week, and at which it stands: the same for the window and the command line. */
import type { Week } from './week';

/** With times, a week is what came in since the last; without, data is delivered once. */
const STEPS = ['came', 'changed', 'odd', 'approved', 'sent'] as const;
const STEPS_WITHOUT_TIMES = ['came', 'approved', 'sent'] as const;
export type Step = (typeof STEPS)[number];

export const stepsOf = ({ data }: Week): readonly Step[] => (data.period === null ? STEPS_WITHOUT_TIMES : STEPS);

/** done: nothing is left to do; now: it waits for somebody; harm: it went wrong; later: an earlier one comes first. */
export type StepState = 'done' | 'now' | 'harm' | 'later';

/** Refreshes that made lists which somebody has to look at before they may leave. */
const HARMED: ReadonlySet<string> = new Set(['worse', 'not-compared', 'rules', 'failed']);

/**
 * What waits in a week: the first step that is not done, of which nothing later can go on.
 * @param undecided odd lists that nobody has decided about; null while it is not known
 */
export function stateOfSteps(week: Week, undecided: number | null): ReadonlyMap<Step, StepState> {
  const { run, refresh, approved, sent } = week;
  const isDone: Record<Step, boolean> = {
    came: true,
    changed: run !== null && (approved !== null || sent !== null || !HARMED.has(refresh?.state ?? '')),
    odd: approved !== null || sent !== null || undecided === 0,
    approved: approved !== null || sent !== null,
    sent: sent !== null,
  };
  const steps = stepsOf(week);
  const now = steps.find((step) => !isDone[step]);
  return new Map(
    steps.map((step) => {
      if (step === now) return [step, step === 'changed' && HARMED.has(refresh?.state ?? '') ? 'harm' : 'now'];
      return [step, isDone[step] ? 'done' : 'later'];
    }),
  );
}
