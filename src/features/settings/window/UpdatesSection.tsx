import { Alert, Button, Group, Progress, Stack, Switch, Text } from '@mantine/core';
import { IconDownload, IconRefresh } from '@tabler/icons-react';
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import type { ReactNode } from 'react';
import { ErrorNotice } from '../../../renderer/components/ErrorNotice';
import { Section } from '../../../renderer/components/Section';
import { useShell } from '../../../renderer/connection/engine-context';
import type { Shell } from '../../../renderer/connection/shell';
import { useFormat } from '../../../renderer/locales/format';
import { useTexts } from '../../../renderer/locales/use-texts';
import { usePreferences } from '../../../renderer/stores/preferences';
import type { Offer, UpdateState } from '../../../shared/processes/updates';

const KEY = ['shell', 'updates'];
/** Milliseconds between looks at a download. */
const FOLLOW = 500;
const DAY = 24 * 3600;

/** Whether there is a newer version: off until the user agrees, its notes shown before anything is downloaded. */
export function UpdatesSection(): ReactNode {
  const { desktop } = useShell();
  return desktop === null ? null : <OfDesktop updates={desktop.updates} />;
}

type Calls = NonNullable<Shell['desktop']>['updates'];

function OfDesktop({ updates }: { updates: Calls }): ReactNode {
  const t = useTexts();
  const { data } = useQuery({
    queryKey: KEY,
    queryFn: () => updates.state(),
    refetchInterval: ({ state }) => (state.data?.step.kind === 'downloading' ? FOLLOW : false),
  });
  if (data === undefined) return null;
  if (!data.updatesItself) return data.madeAt === null ? null : <Age madeAt={data.madeAt} />;
  return (
    <Section title={t('updates.title')} description={t('updates.help')}>
      <Steps state={data} updates={updates} />
    </Section>
  );
}

/** Where a package manager or the user replaces this installation. */
function Age({ madeAt }: { madeAt: string }): ReactNode {
  const t = useTexts();
  const format = useFormat();
  const days = Math.max(0, Math.floor((Date.now() - new Date(madeAt).getTime()) / (1000 * DAY)));
  return (
    <Section title={t('updates.title')}>
      <Text size="sm">{t('updates.by-hand', { date: format.day(madeAt), count: days })}</Text>
    </Section>
  );
}

/** A call after which another state holds, known or asked for anew. */
function useCall(): { error: Error | null; isPending: boolean; start: (call: () => Promise<UpdateState>) => void } {
  const cache = useQueryClient();
  const { error, isPending, mutate } = useMutation({
    mutationFn: (call: () => Promise<UpdateState>) => {
      const answered = call();
      // A download tells how far it is.
      void cache.invalidateQueries({ queryKey: KEY });
      return answered;
    },
    onSuccess: (state) => cache.setQueryData(KEY, state),
    onError: () => void cache.invalidateQueries({ queryKey: KEY }),
  });
  return { error, isPending, start: mutate };
}

function Steps({ state: { agreed, step }, updates }: { state: UpdateState; updates: Calls }): ReactNode {
  const t = useTexts();
  const { error, isPending, start } = useCall();
  const offer = 'offer' in step ? step.offer : null;
  return (
    <Stack gap="sm" align="flex-start">
      <Switch
        label={t('updates.agree')}
        checked={agreed}
        onChange={({ currentTarget: { checked } }) => start(() => updates.agree({ agreed: checked }))}
      />
      {error !== null && <ErrorNotice error={error} />}
      {step.kind === 'newest' && agreed && <Text size="sm">{t('updates.newest')}</Text>}
      {offer !== null && agreed && <News offer={offer} />}
      {step.kind === 'downloading' && (
        <Stack gap="3xs" w="100%" maw={420}>
          <Text size="sm">{t('updates.downloading', { version: step.offer.version })}</Text>
          <Progress
            value={step.fraction * 100}
            aria-label={t('updates.downloading', { version: step.offer.version })}
          />
        </Stack>
      )}
      {step.kind === 'ready' && (
        <Alert variant="light" role="status" title={t('updates.ready', { version: step.offer.version })}>
          <Text size="sm">{t('updates.installHelp')}</Text>
        </Alert>
      )}
      {agreed && <Act step={step} isPending={isPending} updates={updates} start={start} />}
    </Stack>
  );
}

function News({ offer }: { offer: Offer }): ReactNode {
  const t = useTexts();
  const format = useFormat();
  const language = usePreferences((state) => state.language);
  return (
    <Stack gap="3xs">
      <Text size="sm" fw={600}>
        {t('updates.offered', { version: offer.version, date: format.day(offer.date) })}
      </Text>
      <Text size="sm" style={{ whiteSpace: 'pre-wrap' }}>
        {offer.notes[language]}
      </Text>
    </Stack>
  );
}

/** The one thing to do next; while it goes on, to cancel it. */
function Act({
  step,
  isPending,
  updates,
  start,
}: {
  step: UpdateState['step'];
  isPending: boolean;
  updates: Calls;
  start: (call: () => Promise<UpdateState>) => void;
}): ReactNode {
  const t = useTexts();
  const format = useFormat();
  const cancel = (
    <Button size="xs" variant="default" onClick={() => start(() => updates.stop())}>
      {t('common.cancel')}
    </Button>
  );
  switch (step.kind) {
    case 'downloading':
      return cancel;
    case 'ready':
      return (
        <Button size="xs" loading={isPending} onClick={() => start(() => updates.install())}>
          {t('updates.install')}
        </Button>
      );
    case 'offered':
      return (
        <Button
          size="xs"
          loading={isPending}
          leftSection={<IconDownload size={14} aria-hidden />}
          onClick={() => start(() => updates.download())}
        >
          {t('updates.download', { size: format.bytes(step.offer.bytes) })}
        </Button>
      );
    default:
      return (
        <Group gap="xs">
          <Button
            size="xs"
            variant="default"
            loading={isPending}
            leftSection={<IconRefresh size={14} aria-hidden />}
            onClick={() => start(() => updates.look())}
          >
            {t('updates.look')}
          </Button>
          {isPending && cancel}
        </Group>
      );
  }
}
