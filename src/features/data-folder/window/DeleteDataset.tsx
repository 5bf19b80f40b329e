import { useQueryClient } from '@tanstack/react-query';
import type { ReactNode } from 'react';
import { useTexts } from '../../../renderer/locales/use-texts';
import type { Dataset } from '../../../shared/contract/dataset';
import { ConfirmButton } from '../../../renderer/components/ConfirmButton';
import { useEngine } from '../../../renderer/connection/engine-context';
import { inTrash, useRestore } from '../../../renderer/actions/use-restore';
import { forgetWork } from '../../../renderer/stores/activity';
import { useRunsOfDataset } from '../../../renderer/stores/engine-data';
import { addError, addUndo } from '../../../renderer/stores/notices';
import { closeDataset } from '../../../renderer/stores/selection';

/** Deletes the data set, after saying which runs can then no longer be verified. */
export function DeleteDataset({ dataset }: { dataset: Dataset }): ReactNode {
  const t = useTexts();
  const { client, queries } = useEngine();
  const cache = useQueryClient();
  const restore = useRestore();
  const runs = useRunsOfDataset();
  const remove = async (): Promise<void> => {
    try {
      const { id } = await client.workspace.delete({ id: dataset.fingerprint });
      addUndo(
        (say) => say('trash.deleted.dataset', { name: dataset.name }),
        ['data', 'week', 'settings'],
        () => restore(id),
        inTrash(client, queries, id),
      );
      forgetWork('import', dataset.folder);
      closeDataset();
    } catch (thrown) {
      addError(t('data.removeFailed'), thrown);
    }
    await cache.invalidateQueries({ queryKey: queries.datasets.key() });
  };
  return (
    <ConfirmButton
      className="shelfwise-last"
      variant="subtle"
      color="gray"
      label={t('data.remove')}
      question={t('data.removeTitle')}
      consequences={`${t('data.removeBody')} ${runs.length === 0 ? t('data.removeNoRuns') : t('data.removeRuns', { count: runs.length })}`}
      onConfirm={() => void remove()}
    />
  );
}
