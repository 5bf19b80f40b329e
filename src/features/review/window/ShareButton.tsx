import { Button, Menu, Modal } from '@mantine/core';
import { IconChevronDown, IconFileExport, IconFileImport } from '@tabler/icons-react';
import { useQueryClient } from '@tanstack/react-query';
import { useState, type ReactNode } from 'react';
import { useTexts } from '../../../renderer/locales/use-texts';
import type { Exchanged } from '../contract/exchange';
import { useLast } from '../../../renderer/components/use-last';
import { useEngine, useShell } from '../../../renderer/connection/engine-context';
import { addError, addNotice, closeErrors } from '../../../renderer/stores/notices';
import { MergePreview } from './MergePreview';
import classes from './Review.module.css';

const JSON_FILE = { name: 'JSON', extensions: ['json'] };

interface Looked {
  readonly file: string;
  readonly found: Exchanged;
}

/**
 * Saves notes and decisions as a file for another workspace, or merges such a file after showing what it would change.
 */
export function ShareButton({ data }: { data: string }): ReactNode {
  const t = useTexts();
  const { client, queries } = useEngine();
  const cache = useQueryClient();
  const shell = useShell();
  const [looked, setLooked] = useState<Looked | null>(null);
  const shown = useLast(looked);
  // Asks for files before the dialog opens: in the browser, picking a file opens a dialog too.
  const ask = async (title: string, work: () => Promise<void>): Promise<void> => {
    closeErrors(title);
    try {
      await work();
    } catch (error) {
      addError(title, error);
    }
  };
  const look = async (): Promise<void> => {
    const file = await shell.user.pickFile(JSON_FILE);
    if (file === null) return;
    setLooked({ file, found: await client.review.importKept({ data, file, theirs: [], save: false }) });
  };
  const write = async (): Promise<void> => {
    const out = await shell.user.pickSaveFile({ suggestedName: 'notes-and-decisions.json', filter: JSON_FILE });
    if (out !== null) addNotice(t('share.exported', await client.review.saveKept({ data, out })));
  };
  const tell = ({ notes, decisions, dropped, conflicts }: Exchanged): void => {
    setLooked(null);
    const taken = conflicts.filter((conflict) => conflict.taken === 'theirs').length;
    const said = [t('share.merged', { notes, decisions, taken })];
    if (dropped > 0) said.push(t('share.mergedDropped', { number: dropped }));
    addNotice(said.join(' '));
    // Notes and decisions of any profile may have changed.
    for (const of of [queries.review, queries.profiles]) void cache.invalidateQueries({ queryKey: of.key() });
  };
  return (
    <>
      <Menu position="bottom-end" width={320}>
        <Menu.Target>
          <Button variant="default" rightSection={<IconChevronDown size={16} aria-hidden />}>
            {t('share.open')}
          </Button>
        </Menu.Target>
        <Menu.Dropdown>
          <Menu.Label className={classes.lead}>{t('share.lead')}</Menu.Label>
          <Menu.Item
            leftSection={<IconFileImport size={16} aria-hidden />}
            onClick={() => void ask(t('share.failed.import'), look)}
          >
            {t('share.import')}
          </Menu.Item>
          <Menu.Item
            leftSection={<IconFileExport size={16} aria-hidden />}
            onClick={() => void ask(t('share.failed.export'), write)}
          >
            {t('share.export')}
          </Menu.Item>
        </Menu.Dropdown>
      </Menu>
      <Modal
        opened={looked !== null}
        onClose={() => setLooked(null)}
        title={t('share.title')}
        size="lg"
        closeButtonProps={{ 'aria-label': t('common.close') }}
      >
        {shown !== null && (
          <MergePreview
            key={shown.found.fileSha256}
            data={data}
            file={shown.file}
            found={shown.found}
            onMerged={tell}
          />
        )}
      </Modal>
    </>
  );
}
