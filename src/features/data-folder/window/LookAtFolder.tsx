import { Alert, Button, Text } from '@mantine/core';
import { IconAlertTriangle, IconArrowLeft, IconBook2, IconCircleCheck, IconListSearch } from '@tabler/icons-react';
import { useQuery } from '@tanstack/react-query';
import { useMemo, type ReactNode } from 'react';
import { useTexts } from '../../../renderer/locales/use-texts';
import type { FolderView } from '../../../shared/contract/dataset';
import { lastPart, useOpenings } from '../../../renderer/actions/use-opening';
import { withoutFlags } from '../../../renderer/components/ErrorNotice';
import { Query } from '../../../renderer/components/Query';
import { Screen } from '../../../renderer/components/Screen';
import { useEngine } from '../../../renderer/connection/engine-context';
import { useEngineText } from '../../../renderer/locales/engine-text';
import { useMainAction } from '../../../renderer/stores/main-action';
import { useOpening } from '../../../renderer/stores/opening';
import { CheckMapping } from './CheckMapping';
import { FolderPreview } from './FolderPreview';

const FORM = 'mapping-of-folder';

/** Files with known names are read as they are; for others, the curator has to assign the columns. */
const canBeRead = (view: FolderView): boolean =>
  view.layout !== null || view.files.some(({ columns }) => columns.length > 0);

/** A folder before it is read: its files, what it is taken for, and the button that reads it. */
export function LookAtFolder({ folder, back }: { folder: string; back: ReactNode }): ReactNode {
  const t = useTexts();
  const { queries } = useEngine();
  const { openFolder, readFolder } = useOpenings();
  const hasPseudonyms = useOpening((state) => state.pseudonymKey !== null);
  // A folder can change unnoticed, so each visit looks again.
  const look = useQuery(queries.datasets.look.queryOptions({ input: { folder }, gcTime: 0, staleTime: Infinity }));
  const view = look.data ?? null;
  const label = t('data.look.read');
  const isReadable = view !== null && canBeRead(view);
  const isRecognised = view !== null && view.layout !== null;
  const read = useMemo(() => {
    if (!isReadable) return null;
    return () => {
      if (isRecognised) void readFolder(folder);
      else document.querySelector<HTMLFormElement>(`#${FORM}`)?.requestSubmit();
    };
    // The effect depends only on these values; the functions of useOpenings are new on each render.
  }, [folder, isReadable, isRecognised]);
  useMainAction({ label, run: read ?? (() => undefined), blocked: read === null ? t('data.look.nothing') : null });
  return (
    <Screen
      title={t('data.look.title', { name: lastPart(folder) })}
      subtitle={folder}
      actions={
        <>
          {back}
          <Button variant="default" onClick={() => void openFolder()}>
            {t('shell.openAnother')}
          </Button>
          {read !== null && (
            <Button leftSection={<IconBook2 size={16} aria-hidden />} onClick={read}>
              {label}
            </Button>
          )}
        </>
      }
    >
      <Query of={look} lines={10}>
        {(found) => (
          <>
            <Taken view={found} />
            {hasPseudonyms && <Text size="sm">{t('data.look.pseudonyms')}</Text>}
            {found.layout === null && canBeRead(found) ? (
              <CheckMapping folder={folder} mapping={null} view={found} id={FORM} />
            ) : (
              <FolderPreview view={found} fields={null} />
            )}
          </>
        )}
      </Query>
    </Screen>
  );
}

/** What the program takes the folder for. */
function Taken({ view }: { view: FolderView }): ReactNode {
  const t = useTexts();
  const engineText = useEngineText();
  if (view.layout !== null) {
    const layout = t(`data.layouts.${view.layout}`);
    const broken = view.files.filter(({ isDamaged }) => isDamaged === true).map(({ file }) => file);
    return broken.length > 0 ? (
      <Alert role="alert" variant="light" color="brick" icon={<IconAlertTriangle aria-hidden />} py="xs">
        {t('data.look.brokenFiles', { layout, files: broken.join(', '), count: broken.length })}
      </Alert>
    ) : (
      <Alert role="status" variant="light" icon={<IconCircleCheck aria-hidden />} py="xs">
        {t('data.look.recognised', { layout })}
      </Alert>
    );
  }
  const isGuessed = view.mapping !== null;
  // Without a table there are no columns to assign, whichever file is missing.
  const why = !canBeRead(view)
    ? t('data.look.noTables')
    : view.problem !== null
      ? withoutFlags(engineText(view.problem))
      : t(isGuessed ? 'data.look.madeOut' : 'data.look.unknown');
  return (
    <Alert
      role="status"
      variant="light"
      icon={<IconListSearch aria-hidden />}
      title={t(canBeRead(view) ? 'data.checkTitle' : 'data.look.nothing')}
      styles={{ title: { color: 'var(--mantine-color-text)' } }}
    >
      {why}
    </Alert>
  );
}

/** The way back from a folder that was not read. */
export function BackButton({ name, onClick }: { name: string; onClick: () => void }): ReactNode {
  return (
    <Button variant="default" leftSection={<IconArrowLeft size={16} aria-hidden />} onClick={onClick}>
      {name}
    </Button>
  );
}
