import { Alert, List, Text } from '@mantine/core';
import { IconFolderExclamation } from '@tabler/icons-react';
import { useQuery } from '@tanstack/react-query';
import type { ReactNode } from 'react';
import { useTexts } from '../../../renderer/locales/use-texts';
import type { Dataset } from '../../../shared/contract/dataset';
import { useEngine } from '../../../renderer/connection/engine-context';
import { useEngineText } from '../../../renderer/locales/engine-text';

const SHOWN = 5;

/** Says if the user's folder has changed since it was read. */
export function SourceNotice({ dataset }: { dataset: Dataset }): ReactNode {
  const t = useTexts();
  const engineText = useEngineText();
  const { queries } = useEngine();
  const { data: source } = useQuery(
    queries.datasets.checkSource.queryOptions({ input: { fingerprint: dataset.fingerprint }, staleTime: 0 }),
  );
  if (source === undefined || source.state === 'unchanged') return null;
  const { state, changes, said } = source;
  return (
    <Alert
      variant="light"
      color="brick"
      icon={<IconFolderExclamation aria-hidden />}
      title={t(`data.source.${state}`)}
      styles={{ title: { color: 'var(--shelfwise-warning)' } }}
    >
      <Text size="sm" c="var(--mantine-color-text)">
        {t(`data.source.${state}Body`)}
      </Text>
      <List size="sm" mt="2xs">
        {changes.slice(0, SHOWN).map((change, at) => (
          <List.Item key={change}>{engineText({ message: change, said: said?.[at] })}</List.Item>
        ))}
      </List>
    </Alert>
  );
}
