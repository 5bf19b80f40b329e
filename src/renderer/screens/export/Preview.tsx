/** How the file begins, by the lines of the file itself. */
import { Box } from '@mantine/core';
import { keepPreviousData, useQuery } from '@tanstack/react-query';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import type { AppliedRules, RunRecord } from '../../../shared/contract';
import type { ExportFormat } from '../../../shared/export-formats';
import { Query } from '../../components/Query';
import { Section } from '../../components/Section';
import { useEngine } from '../../connection/engine-context';

export function Preview({
  run,
  format,
  raw,
  rules,
}: {
  run: RunRecord;
  format: ExportFormat;
  raw: boolean;
  rules: AppliedRules | null;
}): ReactNode {
  const { t } = useTranslation();
  const { queries } = useEngine();
  const preview = useQuery(
    queries.runs.previewExport.queryOptions({
      input: { runId: run.runId, format, raw, ...(rules !== null && { rules }) },
      placeholderData: keepPreviousData,
    }),
  );
  return (
    <Section title={t('exporting.preview')} description={t('exporting.previewHelp')}>
      <Query of={preview}>
        {({ lines }) => (
          <Box component="pre" m={0} fz="xs" ff="monospace" tabIndex={0} style={{ overflowX: 'auto' }}>
            {lines.join('\n')}
          </Box>
        )}
      </Query>
    </Section>
  );
}
