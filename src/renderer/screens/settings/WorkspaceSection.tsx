/** The workspace: where it is, what it holds, and its trash. */
import { Alert } from '@mantine/core';
import { useQuery, useQueryClient } from '@tanstack/react-query';
import { useState, type ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { ConfirmButton } from '../../components/ConfirmButton';
import { ErrorNotice } from '../../components/ErrorNotice';
import { KeyValue } from '../../components/KeyValue';
import { Query } from '../../components/Query';
import { Section } from '../../components/Section';
import { useEngine } from '../../connection/engine-context';
import { useFormat } from '../../locales/format';

export function WorkspaceSection(): ReactNode {
  const { t } = useTranslation();
  const format = useFormat();
  const { queries } = useEngine();
  const diagnosis = useQuery(queries.workspace.doctor.queryOptions());
  return (
    <Section title={t('settings.workspace')} description={t('settings.workspaceHelp')} actions={<Collect />}>
      <Query of={diagnosis}>
        {({ workspace, program }) => (
          <KeyValue
            facts={[
              [t('settings.folder'), workspace.folder],
              [
                t('settings.holds'),
                `${t('settings.datasets', { count: workspace.datasets })}, ${t('settings.runs', { count: workspace.runs })}`,
              ],
              [t('settings.space'), format.bytes(workspace.bytes)],
              [t('settings.free'), format.bytes(workspace.freeBytes)],
              [t('settings.version'), `Shelfwise ${program.version}`],
            ]}
          />
        )}
      </Query>
    </Section>
  );
}

function Collect(): ReactNode {
  const { t } = useTranslation();
  const format = useFormat();
  const { client, queries } = useEngine();
  const cache = useQueryClient();
  const [answer, setAnswer] = useState<{ bytes: number } | { error: unknown } | null>(null);
  const collect = async (): Promise<void> => {
    try {
      setAnswer(await client.workspace.collect());
    } catch (error) {
      setAnswer({ error });
    }
    await cache.invalidateQueries({ queryKey: queries.workspace.key() });
  };
  return (
    <>
      {answer !== null &&
        ('error' in answer ? (
          <ErrorNotice title={t('settings.collectFailed')} error={answer.error} />
        ) : (
          <Alert variant="light" role="status" py={4}>
            {t('settings.collected', { bytes: format.bytes(answer.bytes) })}
          </Alert>
        ))}
      <ConfirmButton
        size="xs"
        label={t('settings.collect')}
        question={t('settings.collectQuestion')}
        consequences={t('settings.collectBody')}
        onConfirm={() => void collect()}
      />
    </>
  );
}
