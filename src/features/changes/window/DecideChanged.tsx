import { Group, NativeSelect, Stack, Text } from '@mantine/core';
import { useState, type ReactNode } from 'react';
import type { ChangedGroup, ChangedLists, ChangesRequest } from '../contract/changes';
import { DecideAll } from '../../review/window/public';
import { useLabels } from '../../../renderer/components/labels/use-labels';
import { useEngine } from '../../../renderer/connection/engine-context';
import { useTexts } from '../../../renderer/locales/use-texts';

/** Decides in one pass about the lists that changed, or about those of a segment, a genre or a title. */
export function DecideChanged({ changes, request }: { changes: ChangedLists; request: ChangesRequest }): ReactNode {
  const t = useTexts();
  const { client } = useEngine();
  const labels = useLabels();
  const genre = (group: string): string =>
    labels.group === null
      ? group
      : labels
          .members(labels.group, group)
          .map(({ label }) => label)
          .join(', ');
  const [chosen, setChosen] = useState(0);
  const { runId } = changes.after;
  const groups: { label: string; of?: ChangedGroup }[] = [
    { label: `${t('changes.of.all')} (${changes.changed - changes.reordered})` },
    ...changes.segments
      .filter(({ changed }) => changed > 0)
      .map(({ id, name }) => ({ label: t('changes.of.segment', { name }), of: { segment: id } })),
    ...changes.groups.map(({ group }) => ({
      label: t('changes.of.group', { name: group === null ? t('common.missing') : genre(group) }),
      of: { group },
    })),
    ...changes.titles.map(({ item, title }) => ({
      label: t('changes.of.item', { name: title ?? item }),
      of: { item },
    })),
  ];
  const { of, label } = groups[chosen] ?? groups[0]!;
  const read = async () => {
    const [changed, decisions] = await Promise.all([
      client.changes.profiles({ ...request, ...(of !== undefined && { of }) }),
      client.review.decisions({ runId }),
    ]);
    const known = new Map(decisions.map(({ profile, decision }) => [profile, decision]));
    return changed.map(({ profile }) => ({ profile, decision: known.get(profile) ?? UNDECIDED }));
  };
  return (
    <Stack gap="2xs">
      <Group gap="sm" align="flex-end">
        <NativeSelect
          label={t('changes.decideOf')}
          value={chosen}
          onChange={({ currentTarget }) => setChosen(Number(currentTarget.value))}
          data={groups.map((group, at) => ({ value: String(at), label: group.label }))}
        />
        <DecideAll runId={runId} label={label} isSaid read={read} />
      </Group>
      <Text size="sm" c="dimmed">
        {t('changes.decideHelp')}
      </Text>
    </Stack>
  );
}

const UNDECIDED = { decision: null, owner: '', runId: null, revision: 0, changedAt: null };
