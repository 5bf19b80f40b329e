import { Button, Modal } from '@mantine/core';
import { useMutation } from '@tanstack/react-query';
import type { ReactNode } from 'react';
import { KeptHead } from '../../../../renderer/actions/KeptHead';
import { useEngine } from '../../../../renderer/connection/engine-context';
import { useTexts } from '../../../../renderer/locales/use-texts';
import { addError } from '../../../../renderer/stores/notices';

/** Shows the head of the audit log that has an approval, to copy or to save. */
export function KeepHead({ runId }: { runId: string }): ReactNode {
  const t = useTexts();
  const { client } = useEngine();
  const sign = useMutation({
    mutationFn: () => client.heads.sign({ runId }),
    onError: (thrown) => addError(t('audit.headFailed'), thrown),
  });
  return (
    <>
      <Button variant="subtle" loading={sign.isPending} onClick={() => sign.mutate()}>
        {t('audit.keep')}
      </Button>
      <Modal
        opened={sign.data !== undefined}
        onClose={sign.reset}
        title={t('audit.head')}
        size="lg"
        closeButtonProps={{ 'aria-label': t('common.close') }}
      >
        {sign.data !== undefined && <KeptHead head={sign.data} runId={runId} />}
      </Modal>
    </>
  );
}
