import { Alert } from '@mantine/core';
import { useQueryClient } from '@tanstack/react-query';
import { useState, type ReactNode } from 'react';
import { useTexts } from '../../../renderer/locales/use-texts';
import { ConfirmButton } from '../../../renderer/components/ConfirmButton';
import { ErrorNotice } from '../../../renderer/components/ErrorNotice';
import { useEngine } from '../../../renderer/connection/engine-context';
import { useFormat } from '../../../renderer/locales/format';

/** Empties the trash for good after asking; files of other programs stay and are listed. */
export function EmptyTrash(): ReactNode {
  const t = useTexts();
  const format = useFormat();
  const { client, queries } = useEngine();
  const cache = useQueryClient();
  const [answer, setAnswer] = useState<{ bytes: number; leftAlone: string[] } | { error: unknown } | null>(null);
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
          <ErrorNotice title={t('trash.collectFailed')} error={answer.error} />
        ) : (
          <Alert variant="light" role="status" py="2xs">
            {t('trash.collected', { bytes: format.bytes(answer.bytes) })}
            {answer.leftAlone.length > 0 && ` ${t('trash.leftAlone', { names: answer.leftAlone.join(', ') })}`}
          </Alert>
        ))}
      <ConfirmButton
        size="xs"
        label={t('trash.collect')}
        question={t('trash.collectQuestion')}
        consequences={t('trash.collectBody')}
        onConfirm={() => void collect()}
      />
    </>
  );
}
