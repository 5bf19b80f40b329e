import { Alert, Button, Stack, Text } from '@mantine/core';
import { IconListSearch } from '@tabler/icons-react';
import { useQuery } from '@tanstack/react-query';
import type { ReactNode } from 'react';
import { useTexts } from '../../../renderer/locales/use-texts';
import type { Mapping } from '../../../shared/contract/dataset';
import type { ShelfwiseError } from '../../../shared/errors';
import type { TextId } from '../../../shared/words/sentence';
import { useOpenings } from '../../../renderer/actions/use-opening';
import { ErrorNotice, withoutFlags } from '../../../renderer/components/ErrorNotice';
import { useEngine } from '../../../renderer/connection/engine-context';
import { useEngineText } from '../../../renderer/locales/engine-text';
import { CheckMapping } from './CheckMapping';

/** What only another file mends, whichever columns are chosen. */
const OF_DAMAGE: readonly TextId[] = [
  'import.not-text',
  'import.empty-file',
  'import.not-parquet',
  'import.not-decompressed',
  'import.file-changed',
  'import.file-gone',
];

/** A mapping can fix unknown files and columns, but not a damaged file, a missing folder or a full disk. */
function isAboutFiles({ code, message, said }: ShelfwiseError): boolean {
  const isDamage = said?.some((one) => typeof one === 'object' && OF_DAMAGE.some((id) => one.id === id)) === true;
  return !isDamage && (code === 'bad-data' || message.startsWith('The mapping'));
}

/**
 * Why a folder could not be read, and the form that assigns its columns. If the engine recognised the columns, nothing
 * is wrong yet: the curator only has to check them.
 */
export function ImportFailed(props: { folder: string; mapping: Mapping | null; error: ShelfwiseError }): ReactNode {
  const { folder, mapping, error } = props;
  const t = useTexts();
  const { queries } = useEngine();
  const { openFolder, readFolder } = useOpenings();
  const engineText = useEngineText();
  const isUnknown = isAboutFiles(error) && mapping === null;
  // A retry may look at another folder.
  const look = useQuery(
    queries.datasets.look.queryOptions({ input: { folder }, gcTime: 0, enabled: isAboutFiles(error) }),
  );
  if (isAboutFiles(error) && look.isPending) return null;
  const view = look.data ?? null;
  const another = (
    <Button size="compact-sm" variant="default" onClick={() => void openFolder()}>
      {t('shell.openAnother')}
    </Button>
  );
  return (
    <>
      {isUnknown && view !== null && view.mapping !== null ? (
        <Alert
          role="status"
          variant="light"
          icon={<IconListSearch aria-hidden />}
          title={t('data.checkTitle')}
          styles={{ title: { color: 'var(--mantine-color-text)' } }}
        >
          <Stack gap="xs" align="flex-start">
            <Text size="sm" c="var(--mantine-color-text)">
              {withoutFlags(engineText(error))}
            </Text>
            {another}
          </Stack>
        </Alert>
      ) : (
        <ErrorNotice error={error} onRetry={() => void readFolder(folder, mapping ?? undefined)}>
          {another}
        </ErrorNotice>
      )}
      {isAboutFiles(error) && <CheckMapping folder={folder} mapping={mapping} view={view} />}
    </>
  );
}
