import { Button, Table } from '@mantine/core';
import { IconDownload } from '@tabler/icons-react';
import { notifications } from '@mantine/notifications';
import { useQuery } from '@tanstack/react-query';
import type { ReactNode } from 'react';
import { useFileName } from '../../../renderer/actions/use-file-name';
import { useTexts } from '../../../renderer/locales/use-texts';
import type { Verification } from '../../../shared/contract/run';
import type { Run } from '../../../shared/contract/run-life';
import { originOf } from '../../../shared/values/certificate-origin';
import { useEngine, useShell } from '../../../renderer/connection/engine-context';
import { UnseenHeader } from '../../../renderer/components/UnseenHeader';
import { useFormat } from '../../../renderer/locales/format';
import { addError } from '../../../renderer/stores/notices';

/** Where a certificate was made; a cluster's is what that cluster says. */
export function useOriginText(): (certificate: Pick<Verification, 'origin' | 'verifiedAt'>) => string {
  const t = useTexts();
  return (certificate) => {
    const { origin } = certificate;
    if (origin !== undefined) return t('runs.verifiedOnCluster', { cluster: origin.cluster });
    return t(originOf(certificate) === 'here' ? 'runs.verifiedThere.here' : 'runs.verifiedThere.unknown');
  };
}

/** Results of a run's verifications, latest first; each can be saved as a file. */
export function Certificates({ run }: { run: Run }): ReactNode {
  const t = useTexts();
  const format = useFormat();
  const { client, queries } = useEngine();
  const shell = useShell();
  const fileName = useFileName();
  const { data: certificates = [] } = useQuery(queries.runs.certificates.queryOptions({ input: { runId: run.runId } }));
  const save = async (verifiedAt: string): Promise<void> => {
    try {
      const what = t('runs.certificateFile');
      const suggestedName = fileName({ run, what, day: verifiedAt.slice(0, 10), extension: 'json' });
      const out = await shell.user.pickSaveFile({ suggestedName, filter: { name: 'JSON', extensions: ['json'] } });
      if (out === null) return;
      const { path } = await client.runs.saveCertificate({ runId: run.runId, verifiedAt, out });
      notifications.show({ title: run.name, message: t('runs.certificateSaved', { path }) });
    } catch (thrown) {
      addError(t('runs.certificateFailed'), thrown);
    }
  };
  const originText = useOriginText();
  if (certificates.length === 0) return null;
  return (
    <Table horizontalSpacing={0} aria-label={t('runs.certificates')} mt="sm">
      <Table.Thead>
        <Table.Tr>
          <Table.Th>{t('runs.verifiedAt')}</Table.Th>
          <Table.Th>{t('runs.verdict')}</Table.Th>
          <Table.Th>{t('runs.verifiedWhere')}</Table.Th>
          <UnseenHeader text={t('runs.saveCertificate')} />
        </Table.Tr>
      </Table.Thead>
      <Table.Tbody>
        {certificates.map(({ verifiedAt, verdict, origin }) => (
          <Table.Tr key={verifiedAt}>
            <Table.Td>{format.moment(verifiedAt)}</Table.Td>
            <Table.Td>{t(`runs.verdicts.${verdict}`)}</Table.Td>
            <Table.Td>{originText({ verifiedAt, origin })}</Table.Td>
            <Table.Td ta="right">
              <Button
                size="compact-xs"
                variant="default"
                leftSection={<IconDownload size={12} aria-hidden />}
                onClick={() => void save(verifiedAt)}
              >
                {t('runs.saveCertificate')}
              </Button>
            </Table.Td>
          </Table.Tr>
        ))}
      </Table.Tbody>
    </Table>
  );
}
