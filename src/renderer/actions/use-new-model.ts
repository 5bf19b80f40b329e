/** What a refresh found of a model that it made, and the way to keep the one that it began with. */
import { useQuery } from '@tanstack/react-query';
import type { Run } from '../../shared/contract/run-life';
import { refreshOfRun } from '../../shared/values/refresh-of-run';
import { newModelText } from '../../shared/words/new-model-text';
import { useNameApart } from '../components/use-name-apart';
import { useEngine } from '../connection/engine-context';
import { useFormat } from '../locales/format';
import { useTexts } from '../locales/use-texts';
import { useRuns } from '../stores/engine-data';
import { addUndo } from '../stores/notices';
import { useInUse, useRunsInUse } from '../stores/use-in-use';
import { useWriteChoice } from './use-choose-run';

export interface NewModel {
  readonly verdict: 'better' | 'same' | 'worse';
  /** Names both models and on what they were measured. */
  readonly text: string;
  /** Name of the model that the refresh began with. */
  readonly before: string;
  /** Null once it is gone. */
  readonly earlier: Run | null;
}

/** @returns null for a model that no refresh made, or that could not be compared, and until that is known */
export function useNewModel(runId: string | null): NewModel | null {
  const t = useTexts();
  const format = useFormat();
  const nameApart = useNameApart();
  const { queries } = useEngine();
  const { data: runs = [] } = useRuns();
  const { data: refreshes = [] } = useQuery({ ...queries.refresh.list.queryOptions(), enabled: runId !== null });
  const compared = runId === null ? null : (refreshOfRun(refreshes, runId)?.compared ?? null);
  if (compared === null || compared.verdict === 'not-compared') return null;
  const earlier = runs.find((run) => run.runId === compared.with) ?? null;
  const before = earlier === null ? compared.with : nameApart(earlier);
  const text = newModelText(compared, before, { t, format });
  return text === null ? null : { verdict: compared.verdict, text, before, earlier };
}

interface Keeping {
  /** Whether somebody has said already that it stays. */
  readonly isKept: boolean;
  readonly keep: () => Promise<void>;
}

/** Keeps a model in use, with which the next refresh begins, whatever a refresh has made of it. The lists on the screen stay those of the new one. */
export function useKeepModel(run: Run | null): Keeping {
  const { write, tryWrite } = useWriteChoice();
  const use = useInUse();
  const { chosen } = useRunsInUse();
  const keep = (): Promise<void> => {
    const kept = run!;
    const before = chosen === null ? { runId: kept.runId, chosen: false } : { runId: chosen.runId, chosen: true };
    return tryWrite({ runId: kept.runId, chosen: true }, () =>
      addUndo(
        (say, nameOfRun) => say('refresh.keptModel', { run: nameOfRun(kept) }),
        ['week', 'changes', 'runs'],
        () => write(before),
      ),
    );
  };
  return { isKept: run !== null && use(run) === 'chosen', keep };
}
