import { ActionIcon, Button, Group, Popover, Select, Stack, Text } from '@mantine/core';
import { useDisclosure } from '@mantine/hooks';
import { IconPencil, IconTrash } from '@tabler/icons-react';
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import type { ReactNode } from 'react';
import { useTexts } from '../../../../renderer/locales/use-texts';
import { isSameTuning, type Tuning } from '../../../../shared/contract/tuning';
import type { KeptTuning } from '../../../../shared/contract/kept';
import type { RunRecord } from '../../../../shared/contract/run';
import { ErrorNotice } from '../../../../renderer/components/ErrorNotice';
import { NameForm } from '../../../../renderer/components/NameForm';
import { VersionsPopover } from '../../../../renderer/components/VersionsPopover';
import { useEngine } from '../../../../renderer/connection/engine-context';
import { addUndo } from '../../../../renderer/stores/notices';
import { tuningForRun } from './kept-tuning';
import { TuningVersions } from './TuningVersions';
import { putTuning, tellKept, useTuning } from './tuning-store';

/** Saved tunings of the data set: apply to any profile, rename, remove. */
export function KeptTunings({ run, tuning }: { run: RunRecord; tuning: Tuning }): ReactNode {
  const t = useTexts();
  const { client, queries } = useEngine();
  const cache = useQueryClient();
  const data = run.dataset.fingerprint;
  const { data: kept = [] } = useQuery(queries.tuning.list.queryOptions({ input: { data } }));
  const keptId = useTuning((state) => state.keptId);
  const applied = kept.find(({ id }) => id === keptId) ?? null;
  const { tuning: asKept, left } = applied === null ? { tuning: null, left: [] } : tuningForRun(applied, run);
  const isChanged = asKept !== null && !isSameTuning(asKept, tuning);

  const refresh = () =>
    Promise.all([
      cache.invalidateQueries({ queryKey: queries.tuning.list.key() }),
      cache.invalidateQueries({ queryKey: queries.tuning.history.key() }),
    ]);
  const keep = useMutation({
    mutationFn: (given: { name: string; tuning: Tuning; runId: string; id?: string; revision?: number }) =>
      client.tuning.keep({ data, ...given }),
    onSuccess: async ({ id }) => {
      await refresh();
      tellKept(id);
    },
  });
  const remove = useMutation({
    mutationFn: ({ id, revision }: KeptTuning) => client.tuning.remove({ data, id, revision }),
    onSuccess: async (_, { id, name, revision }) => {
      tellKept(null);
      addUndo(
        (say) => say('versions.removedTuning', { name }),
        ['compare'],
        async () => {
          await client.tuning.restore({ data, id, revision, to: revision });
          await refresh();
        },
        {
          key: queries.tuning.history.key(),
          isStill: async () => (await client.tuning.history({ data })).some((one) => one.id === id && one.removed),
        },
      );
      await refresh();
    },
  });
  const error = keep.error ?? remove.error;
  return (
    <Stack gap="xs" data-help={t('compare.help.kept')}>
      <Select
        size="xs"
        label={t('compare.kept')}
        placeholder={t(kept.length === 0 ? 'compare.keptNone' : 'compare.keptPlaceholder')}
        data={kept.map(({ id, name }) => ({ value: id, label: name }))}
        value={applied?.id ?? null}
        nothingFoundMessage={t('compare.keptNone')}
        onChange={(id) => {
          const chosen = kept.find((other) => other.id === id);
          if (chosen !== undefined) putTuning(tuningForRun(chosen, run).tuning, chosen.id);
        }}
      />
      {left.length > 0 && (
        <Text size="xs" c="dimmed">
          {t('compare.keptLeft', { what: left.map((knob) => t(`compare.parts.${knob}`)).join(', ') })}
        </Text>
      )}
      <Group gap="xs">
        <NamePopover
          label={t('compare.keepAs')}
          initial=""
          onName={(name) => keep.mutate({ name, tuning, runId: run.runId })}
        />
        {applied !== null && (
          <>
            {isChanged && (
              <Button
                size="compact-xs"
                variant="default"
                onClick={() => keep.mutate({ ...idOf(applied), name: applied.name, tuning, runId: run.runId })}
              >
                {t('compare.keepChanges')}
              </Button>
            )}
            <NamePopover
              key={`${applied.id} ${applied.revision}`}
              label={t('compare.renameKept')}
              icon={<IconPencil size={14} />}
              initial={applied.name}
              onName={(name) => keep.mutate({ ...idOf(applied), name, tuning: applied.tuning, runId: applied.runId })}
            />
            <VersionsPopover size="sm" name={applied.name}>
              {(close) => (
                <TuningVersions
                  data={data}
                  kept={applied}
                  onRestored={async (now) => {
                    putTuning(tuningForRun(now, run).tuning, now.id);
                    await refresh();
                    close();
                  }}
                />
              )}
            </VersionsPopover>
            <ActionIcon
              size="sm"
              variant="default"
              aria-label={t('compare.removeKept', { name: applied.name })}
              title={t('compare.removeKept', { name: applied.name })}
              onClick={() => remove.mutate(applied)}
            >
              <IconTrash size={14} />
            </ActionIcon>
          </>
        )}
      </Group>
      {error !== null && <ErrorNotice title={t('compare.keepFailed')} error={error} />}
    </Stack>
  );
}

const idOf = ({ id, revision }: KeptTuning): { id: string; revision: number } => ({ id, revision });

/** A button that asks for a name in a popover. */
function NamePopover({
  label,
  icon,
  initial,
  onName,
}: {
  label: string;
  icon?: ReactNode;
  initial: string;
  onName: (name: string) => void;
}): ReactNode {
  const t = useTexts();
  const [opened, { toggle, close }] = useDisclosure(false);
  return (
    <Popover opened={opened} onChange={(open) => open || close()} width={260} trapFocus returnFocus withArrow>
      <Popover.Target>
        {icon === undefined ? (
          <Button size="compact-xs" variant="default" onClick={toggle}>
            {label}
          </Button>
        ) : (
          <ActionIcon size={24} variant="default" aria-label={label} title={label} onClick={toggle}>
            {icon}
          </ActionIcon>
        )}
      </Popover.Target>
      <Popover.Dropdown aria-label={label}>
        <NameForm
          label={t('compare.keptName')}
          labelIs="above"
          action={t('compare.keep')}
          initial={initial}
          onName={(name) => {
            onName(name);
            close();
          }}
        />
      </Popover.Dropdown>
    </Popover>
  );
}
