/** The name that is proposed for a file about a run: data set, run, what it is, day. */
import { fileNameOf } from '../../shared/values/file-name';
import type { RunRecord } from '../../shared/contract/run';
import { today } from '../../shared/values/day';
import { runNameIn } from '../../shared/words/run-name';
import { useTexts } from '../locales/use-texts';
import { usePreferences } from '../stores/preferences';

interface OfRun {
  readonly run: Pick<RunRecord, 'name'> & { readonly dataset: Pick<RunRecord['dataset'], 'name'> };
  /** What it is, in the user's words; empty where the extension says so. */
  readonly what: string;
  /** Today where absent. */
  readonly day?: string;
  /** Null for a folder. */
  readonly extension: string | null;
}

export function useFileName(): (of: OfRun) => string {
  const t = useTexts();
  const language = usePreferences((state) => state.language);
  return ({ run, what, day = today(), extension }) =>
    fileNameOf([run.dataset.name, runNameIn(run.name, t, language), what, day], extension);
}
