/** Starts a refresh: asks for the folder, the key file if the data has pseudonyms, and the output file if one may be written. */
import { useQueryClient } from '@tanstack/react-query';
import { useTexts } from '../../../renderer/locales/use-texts';
import type { RefreshBase, RefreshRequest } from '../contract/refresh';
import { EXPORT_FORMAT_ROWS } from '../../../shared/values/export-formats';
import { fileNameOf } from '../../../shared/values/file-name';
import { today } from '../../../shared/values/day';
import { usePreferences } from '../../../renderer/stores/preferences';
import { useKeyFile } from '../../../renderer/actions/use-key-file';
import { lastPart } from '../../../renderer/actions/use-opening';
import { useEngine, useShell } from '../../../renderer/connection/engine-context';
import { runWork } from '../../../renderer/stores/activity';
import { addError, closeErrors } from '../../../renderer/stores/notices';

/** With `run` and `to`, another run and data set than those of the base. */
type RefreshChoice = Pick<RefreshRequest, 'format' | 'evenIfWorse' | 'originalIds' | 'rules' | 'date' | 'run' | 'to'>;

interface Given {
  /** With what is new; where absent, the user picks one. */
  readonly folder?: string | undefined;
  /** Whether the lists may leave at its end. */
  readonly writes: boolean;
}

type Begin = (base: RefreshBase, choice: RefreshChoice, given: Given) => Promise<void>;

export function useRefresh(): Begin {
  const t = useTexts();
  const { client, queries } = useEngine();
  const shell = useShell();
  const cache = useQueryClient();
  const keyFile = useKeyFile();
  const pickFile = (data: string, folder: string, format: RefreshRequest['format']): Promise<string | null> => {
    const { extension, fileName, isPrescribed } = EXPORT_FORMAT_ROWS[format];
    const what = fileName[usePreferences.getState().language];
    return shell.user.pickSaveFile({
      suggestedName: isPrescribed
        ? `${what}.${extension}`
        : fileNameOf([data, lastPart(folder), what, today()], extension),
      filter: { name: t(`exporting.formats.${format}`), extensions: [extension] },
    });
  };
  const begin: Begin = async ({ run, data }, choice, given) => {
    const folder = given.folder ?? (await shell.user.pickFolder({ purpose: 'new' }));
    if (folder === null) return;
    const pseudonymKey = data.pseudonyms ? await keyFile('again', data.name) : undefined;
    if (pseudonymKey === null) return;
    const out = given.writes ? await pickFile(data.name, folder, choice.format) : undefined;
    if (out === null) return;
    const request = {
      // The run shown on the screen, even if another has finished since. `to` stays open unless it is given: data that another program's
      // refresh adds meanwhile would otherwise be missing from later lists.
      run: run.runId,
      folder,
      ...(out !== undefined && { out }),
      ...choice,
      ...(pseudonymKey !== undefined && { pseudonymKey }),
    };
    await runWork({ kind: 'refresh', subject: run.runId, name: lastPart(folder) }, (options) =>
      client.refresh.run(request, options),
    );
    // After a failure too: it may have added data, or trained.
    for (const queryKey of [queries.refresh.key(), queries.datasets.key(), queries.runs.key()])
      await cache.invalidateQueries({ queryKey });
  };
  return async (base, choice, given) => {
    closeErrors(t('refresh.start'));
    try {
      await begin(base, choice, given);
    } catch (thrown) {
      addError(t('refresh.start'), thrown);
    }
  };
}
