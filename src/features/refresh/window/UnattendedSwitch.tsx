import { Button, Group, Modal, Stack, Switch, Text, TextInput } from '@mantine/core';
import { useDisclosure } from '@mantine/hooks';
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { useState, type ReactNode } from 'react';
import { LONGEST_KEPT_NAME } from '../../../shared/limits';
import { ErrorNotice } from '../../../renderer/components/ErrorNotice';
import { useEngine } from '../../../renderer/connection/engine-context';
import { useFormat } from '../../../renderer/locales/format';
import { useTexts } from '../../../renderer/locales/use-texts';

/** Lets refreshes write files without an approval, by the word of a person who says their name; ends that at once. */
export function UnattendedSwitch(): ReactNode {
  const t = useTexts();
  const format = useFormat();
  const { client, queries } = useEngine();
  const cache = useQueryClient();
  const [opened, { open, close }] = useDisclosure(false);
  const { data: unattended } = useQuery(queries.refresh.unattended.queryOptions());
  const set = useMutation({
    mutationFn: (by: string | null) => client.refresh.letUnattended({ by }),
    onSuccess: async () => {
      close();
      await cache.invalidateQueries({ queryKey: queries.refresh.key() });
    },
  });
  const isOn = unattended != null;
  return (
    <>
      <Switch
        label={t('refresh.unattended')}
        description={
          isOn
            ? t('refresh.unattendedBy', {
                moment: format.moment(unattended.at),
                name: unattended.by === '' ? '–' : unattended.by,
              })
            : t('refresh.unattendedHelp')
        }
        checked={isOn}
        disabled={unattended === undefined}
        onChange={() => (isOn ? set.mutate(null) : open())}
      />
      {set.error !== null && !opened && <ErrorNotice title={t('refresh.unattendedFailed')} error={set.error} />}
      <Modal
        opened={opened}
        onClose={close}
        title={t('refresh.unattendedTitle')}
        closeButtonProps={{ 'aria-label': t('common.close') }}
      >
        <WhoseWord isPending={set.isPending} error={set.error} onLet={(by) => set.mutate(by)} />
      </Modal>
    </>
  );
}

function WhoseWord({
  isPending,
  error,
  onLet,
}: {
  isPending: boolean;
  error: Error | null;
  onLet: (by: string) => void;
}): ReactNode {
  const t = useTexts();
  const [by, setBy] = useState('');
  const name = by.trim();
  return (
    <form
      onSubmit={(event) => {
        event.preventDefault();
        if (name !== '') onLet(name);
      }}
    >
      <Stack gap="sm">
        <Text size="sm">{t('refresh.unattendedLead')}</Text>
        <TextInput
          label={t('checks.by')}
          required
          maxLength={LONGEST_KEPT_NAME}
          data-autofocus
          value={by}
          onChange={(event) => setBy(event.currentTarget.value)}
        />
        {error !== null && <ErrorNotice title={t('refresh.unattendedFailed')} error={error} />}
        <Group justify="flex-end">
          <Button type="submit" loading={isPending} disabled={name === ''}>
            {t('refresh.unattendedOn')}
          </Button>
        </Group>
      </Stack>
    </form>
  );
}
