/** Writes the lists of a run to a file that the user picks. */
import { useQueryClient } from '@tanstack/react-query';
import { useFileName } from '../../../renderer/actions/use-file-name';
import { useKeyFile } from '../../../renderer/actions/use-key-file';
import { useOnCluster } from '../../../renderer/actions/OnCluster';
import { useEngine, useShell } from '../../../renderer/connection/engine-context';
import type { EngineClient } from '../../../renderer/connection/connect';
import { useTexts } from '../../../renderer/locales/use-texts';
import { useDatasets } from '../../../renderer/stores/engine-data';
import { workOn } from '../../../renderer/stores/jobs';
import { usePreferences } from '../../../renderer/stores/preferences';
import type { AppliedTuning } from '../../../shared/contract/applied-tuning';
import type { Run } from '../../../shared/contract/run-life';
import type { RulesChoice } from '../../../shared/contract/rules';
import { EXPORT_FORMAT_ROWS, type ExportFormat } from '../../../shared/values/export-formats';
import type { Exported } from '../contract/calls';

interface ExportChoice {
  readonly format: ExportFormat;
  /** For a format that guards texts: the exact ones. */
  readonly raw?: boolean;
  /** Whether the file has the IDs of the user's files in place of pseudonyms. */
  readonly originals?: boolean;
  readonly rules?: RulesChoice | undefined;
  readonly tuning?: AppliedTuning | null;
}

/** @returns what writes the file; resolves to null if the user gave up, or the work on a cluster did not end well */
export function useExport(run: Run): (choice: ExportChoice) => Promise<Exported | null> {
  const t = useTexts();
  const { client, queries } = useEngine();
  const cache = useQueryClient();
  const shell = useShell();
  const dataset = useDatasets().data?.find(({ fingerprint }) => fingerprint === run.dataset.fingerprint);
  const keyFile = useKeyFile();
  const fileName = useFileName();
  const language = usePreferences((state) => state.language);
  const { on } = useOnCluster(run.dataset);
  return async ({ format, raw, originals = false, rules, tuning = null }) => {
    const { extension, fileName: words, isPrescribed } = EXPORT_FORMAT_ROWS[format];
    const what = words[language];
    const pseudonymKey = originals && dataset?.pseudonyms ? await keyFile('export', dataset.name) : undefined;
    if (pseudonymKey === null) return null;
    const out = await shell.user.pickSaveFile({
      suggestedName: isPrescribed ? `${what}.${extension}` : fileName({ run, what, extension }),
      filter: { name: t(`exporting.formats.${format}`), extensions: [extension] },
    });
    if (out === null) return null;
    if (on !== null && !(await listOn(client, on, run))) return null;
    const record = await client.runs.export({
      runId: run.runId,
      out,
      format,
      ...(raw !== undefined && { raw }),
      ...(pseudonymKey && { pseudonymKey }),
      ...(rules !== undefined && { rules }),
      ...(tuning !== null && { tuning }),
    });
    for (const queryKey of [
      queries.runs.exports.key(),
      queries.runs.lastExport.key(),
      queries.runs.list.key(),
      // The undo of an approval ends with it.
      queries.review.key(),
      queries.rules.counting.key(),
      queries.week.key(),
    ])
      await cache.invalidateQueries({ queryKey });
    return record;
  };
}

/** Computes the lists on a cluster. @returns whether the lists are there; false if the work failed */
const listOn = async (client: EngineClient, on: string, { runId, name }: Run): Promise<boolean> =>
  (await workOn(client, on, { kind: 'lists', subject: runId, name }, { kind: 'lists', request: { run: runId } })) !==
  null;
