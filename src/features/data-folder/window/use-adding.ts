/** Adds a folder to the open data set. */
import { useQueryClient } from '@tanstack/react-query';
import { useTexts } from '../../../renderer/locales/use-texts';
import type { Dataset } from '../../../shared/contract/dataset';
import { useEngine, useShell } from '../../../renderer/connection/engine-context';
import { runWork } from '../../../renderer/stores/activity';
import { addError, closeErrors } from '../../../renderer/stores/notices';
import { carryToDataset } from '../../../renderer/stores/of-dataset';
import { openDataset, useSelection } from '../../../renderer/stores/selection';
import { useKeyFile } from '../../../renderer/actions/use-key-file';
import { lastPart } from '../../../renderer/actions/use-opening';

/** @returns a function that asks for the folder, and for the key file if the data set has pseudonyms */
export function useAdding(): (dataset: Dataset) => Promise<void> {
  const t = useTexts();
  const { client, queries } = useEngine();
  const shell = useShell();
  const cache = useQueryClient();
  const keyFile = useKeyFile();
  const add = async ({ fingerprint, name, pseudonyms }: Dataset): Promise<void> => {
    const folder = await shell.user.pickFolder({ purpose: 'new' });
    if (folder === null) return;
    const pseudonymKey = pseudonyms === undefined ? undefined : await keyFile('again', name);
    if (pseudonymKey === null) return;
    const input = { data: fingerprint, folder, ...(pseudonymKey !== undefined && { pseudonymKey }) };
    const answer = await runWork({ kind: 'add', subject: fingerprint, name: lastPart(folder) }, (options) =>
      client.datasets.add(input, options),
    );
    if (answer === null) return;
    await cache.invalidateQueries({ queryKey: queries.datasets.key() });
    carryToDataset(fingerprint, answer.fingerprint);
    // Does not switch away if the user has opened other data meanwhile; the summary waits with the new data set.
    if (useSelection.getState().dataset === fingerprint) openDataset(answer.fingerprint);
  };
  return async (dataset) => {
    closeErrors(t('adding.button'));
    try {
      await add(dataset);
    } catch (thrown) {
      addError(t('adding.button'), thrown);
    }
  };
}
