import { Button } from '@mantine/core';
import { useDisclosure } from '@mantine/hooks';
import { IconArrowsLeftRight, IconFileCertificate } from '@tabler/icons-react';
import { useMutation } from '@tanstack/react-query';
import type { ReactNode } from 'react';
import { KeptHead } from '../../../../renderer/actions/KeptHead';
import { ErrorNotice } from '../../../../renderer/components/ErrorNotice';
import { Section } from '../../../../renderer/components/Section';
import { useEngine } from '../../../../renderer/connection/engine-context';
import { useTexts } from '../../../../renderer/locales/use-texts';
import type { Run } from '../../../../shared/contract/run-life';
import { CompareHeads } from './CompareHeads';

/** The audit log of a run's data: its head for somebody else to keep, and what one that was kept tells. */
export function HeadSection({ run: { runId } }: { run: Run }): ReactNode {
  const t = useTexts();
  const { client } = useEngine();
  const sign = useMutation({ mutationFn: () => client.heads.sign({ runId }) });
  const [comparing, { open, close }] = useDisclosure(false);
  return (
    <Section
      title={t('audit.title')}
      description={t('audit.lead')}
      actions={
        <>
          <Button
            size="xs"
            variant="default"
            leftSection={<IconFileCertificate size={14} aria-hidden />}
            loading={sign.isPending}
            onClick={() => sign.mutate()}
          >
            {t('audit.keep')}
          </Button>
          <Button
            size="xs"
            variant="default"
            leftSection={<IconArrowsLeftRight size={14} aria-hidden />}
            onClick={open}
          >
            {t('audit.compare')}
          </Button>
        </>
      }
    >
      {sign.error !== null && <ErrorNotice title={t('audit.headFailed')} error={sign.error} />}
      {sign.data !== undefined && (
        <div role="status">
          <KeptHead head={sign.data} runId={runId} />
        </div>
      )}
      <CompareHeads opened={comparing} onClose={close} />
    </Section>
  );
}
