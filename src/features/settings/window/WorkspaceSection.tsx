import { useQuery } from '@tanstack/react-query';
import type { ReactNode } from 'react';
import { useTexts } from '../../../renderer/locales/use-texts';
import { KeyValue } from '../../../renderer/components/KeyValue';
import { Query } from '../../../renderer/components/Query';
import { Section } from '../../../renderer/components/Section';
import { useEngine, useShell } from '../../../renderer/connection/engine-context';
import { useFormat } from '../../../renderer/locales/format';

/** Where the workspace is and what it holds. */
export function WorkspaceSection(): ReactNode {
  const t = useTexts();
  const format = useFormat();
  const { queries } = useEngine();
  const { desktop } = useShell();
  const diagnosis = useQuery(queries.workspace.doctor.queryOptions());
  return (
    <Section
      title={t('settings.workspace')}
      description={t(`settings.workspaceHelp.${desktop === null ? 'browser' : 'electron'}`)}
    >
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
