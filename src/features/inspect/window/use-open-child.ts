/** The list of one profile under one run, and what is asked about it, whichever form it is shown in. */
import { useQuery } from '@tanstack/react-query';
import { useEffect, useMemo, useState } from 'react';
import { hasLists, type Run } from '../../../shared/contract/run-life';
import type { RunRecord } from '../../../shared/contract/run';
import { NEUTRAL_TUNING, tunedKeys, type Tuning, TUNING_ROWS } from '../../../shared/contract/tuning';
import { toShelfwiseError } from '../../../shared/errors';
import { sideOf } from '../../../renderer/components/changes-place';
import type { CameFrom, Origin } from '../../../renderer/components/origin';
import { useEngine } from '../../../renderer/connection/engine-context';
import { useRuns } from '../../../renderer/stores/engine-data';
import { useCountingRules } from '../../../renderer/stores/use-counting-rules';
import { useSecondRun } from './second-run';
import { toggleForm, useForm } from './shelf/form';
import { useSince } from './shelf/use-since';
import { focusTuning, leaveTuning } from './tuning/TuningPanel';
import { openTuning, resetTuning, tuningFor, useTuning } from './tuning/tuning-store';
import { useAhead } from './use-ahead';
import { useTunedList } from './tuning/use-tuned-list';

/** What is asked about the list as it is delivered. */
export type Mode = 'shelf' | 'whatif' | 'tune';

/** The run to compare with, if it is another run that has lists. */
function useSecond(run: RunRecord, origin: Origin | null): RunRecord | null {
  const { data: runs = [] } = useRuns();
  const chosen = useSecondRun(({ runId, from }) => (from === null || from === origin?.kind ? runId : null));
  const second = runs.find((one) => one.runId === chosen && hasLists(one)) ?? null;
  return second?.runId === run.runId ? null : second;
}

/** Whether it was opened from what changed between exactly these two. */
const isBeforeAndAfter = (origin: Origin | null, before: RunRecord, after: RunRecord): boolean =>
  origin?.kind === 'changes' &&
  sideOf(origin.values['before'] ?? '').runId === before.runId &&
  sideOf(origin.values['after'] ?? '').runId === after.runId;

export type OpenChild = ReturnType<typeof useOpenChild>;

export function useOpenChild({
  run,
  data,
  profile,
  from,
}: {
  run: Run;
  data: string;
  profile: string;
  /** The list that one came from. */
  from: CameFrom;
}) {
  const { queries } = useEngine();
  const { runId } = run;
  const isOfQueue = from.origin?.kind === 'review';
  const form = useForm((state) => state.form);
  const [mode, setMode] = useState<Mode>('shelf');
  // A tuning of another profile is neither shown nor requested here.
  const kept = useTuning();
  /** The shelf shows what is delivered: a tuning is asked for in its modes, and in the list. */
  const isAsked = form === 'list' || mode !== 'shelf';
  const tuningOf = (one: string): Tuning => (isAsked ? tuningFor(kept, runId, one, isOfQueue) : NEUTRAL_TUNING);
  const isKept = isAsked && kept.profile === profile && kept.runId === runId && kept.isOfQueue === isOfQueue;
  const tuning = isKept ? kept.tuning : tuningOf(profile);
  useEffect(() => openTuning(runId, profile, isOfQueue), [runId, profile, isOfQueue]);

  const [explained, setExplained] = useState<string | null>(null);
  /** The title for which "why not in the list" is asked; no title is explained meanwhile. */
  const [missing, setMissing] = useState<string | null>(null);
  useEffect(() => {
    setExplained(null);
    setMissing(null);
  }, [runId, profile, isOfQueue]);

  const opened = useQuery(queries.profiles.open.queryOptions({ input: { data, profile } }));
  const second = useSecond(run, from.origin);
  const [isAsRanked, setIsAsRanked] = useState(false);
  // For the day that is reviewed and exported, too.
  const { counting, choice } = useCountingRules(data);
  const hasRules = counting != null;
  const rules = form === 'list' && isAsRanked && hasRules ? 'none' : choice.rules;
  const against = second?.runId ?? null;
  const answer = useTunedList({ runId, profile, tuning, rules }, counting, against);
  useDropped(answer.error, tuning);
  const { since, sinceOf } = useSince({
    data,
    runId,
    profile,
    rules,
    // Beside a second run, that is what the list is compared with.
    isAsked: form === 'shelf' && second === null,
  });
  useAhead(
    from.around?.next ?? null,
    (next) => ({ runId, profile: next, tuning: tuningOf(next), rules, ...(against === null ? {} : { against }) }),
    sinceOf,
    data,
    !answer.asking,
  );
  const history = useMemo(() => opened.data?.history ?? [], [opened.data]);

  const explain = (item: string | null): void => {
    setExplained(item);
    setMissing(null);
  };
  const closeMode = (): void => {
    if (mode === 'tune') leaveTuning();
    setMode('shelf');
  };

  return {
    run,
    runId,
    data,
    profile,
    from,
    form,
    mode,
    tuning,
    opened,
    history,
    second,
    /** Whether the second run is the earlier of two lists whose changes are looked at. */
    isChange: second !== null && isBeforeAndAfter(from.origin, second, run),
    /** What leaves the program, whatever is shown. */
    delivered: choice.rules,
    rules,
    // One switch for both lists: above the first of them.
    asRanked: hasRules ? { isOn: isAsRanked, setOn: setIsAsRanked } : null,
    answer,
    /** What is new since the week before; null until it is known, and where nothing was. */
    since,
    explained,
    missing,
    /** Asks why the title is there; null ends an explanation. */
    explain,
    /** Asks why the title is not there. */
    askMissing: (item: string): void => {
      setExplained(null);
      setMissing(item);
    },
    /** Shows a mode, or ends it where it is shown. */
    toggleMode: (wanted: Exclude<Mode, 'shelf'>): void => {
      const isShown = mode === wanted && explained === null && missing === null;
      explain(null);
      if (isShown) closeMode();
      else setMode(wanted);
      if (!isShown && wanted === 'tune') focusTuning();
    },
    closeMode,
    /** A change that an explanation proposes is tried in the list that is shown. */
    tryOut: (): void => setMode(mode === 'shelf' ? 'whatif' : mode),
    /** What was tuned in the list goes on in the mode that it belongs to. */
    changeForm: (): void => {
      const keys = tunedKeys(tuning);
      if (form === 'list' && mode === 'shelf' && keys.length > 0)
        setMode(keys.some((key) => TUNING_ROWS[key].ofOneProfile === true) ? 'whatif' : 'tune');
      toggleForm();
    },
  };
}

/** A choice that this run or these data cannot follow any more is no mistake of who opens the child: it goes without a word. */
function useDropped(error: unknown, tuning: Tuning): void {
  useEffect(() => {
    if (error !== null && toShelfwiseError(error).code === 'usage' && tunedKeys(tuning).length > 0) resetTuning();
  }, [error, tuning]);
}
