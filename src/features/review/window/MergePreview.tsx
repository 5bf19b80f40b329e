import { Button, Group, SegmentedControl, Stack, Text, Title } from '@mantine/core';
import { useMutation } from '@tanstack/react-query';
import { useState, type ReactNode } from 'react';
import { useTexts } from '../../../renderer/locales/use-texts';
import type { Exchanged, ExchangeConflict, GivenDecision } from '../contract/exchange';
import { ErrorNotice } from '../../../renderer/components/ErrorNotice';
import { KeyValue } from '../../../renderer/components/KeyValue';
import { ReasonedButton } from '../../../renderer/components/ReasonedButton';
import { useEngine } from '../../../renderer/connection/engine-context';
import { useFormat } from '../../../renderer/locales/format';
import { useRuns } from '../../../renderer/stores/engine-data';
import classes from './Review.module.css';

/** Number of conflicting profiles shown. */
const MOST_SHOWN = 100;

type Side = ExchangeConflict['taken'];

/** The default side, and the profiles for which the other side counts. */
interface Choice {
  readonly all: Side;
  readonly others: ReadonlySet<string>;
}

const sideOf = ({ all, others }: Choice, profile: string): Side =>
  others.has(profile) ? (all === 'ours' ? 'theirs' : 'ours') : all;

function byProfile(conflicts: readonly ExchangeConflict[]): ReadonlyMap<string, readonly ExchangeConflict[]> {
  const groups = new Map<string, ExchangeConflict[]>();
  for (const conflict of conflicts) groups.set(conflict.profile, [...(groups.get(conflict.profile) ?? []), conflict]);
  return groups;
}

/** What merging a file would change, and which side counts where both differ. Nothing changes before Merge. */
export function MergePreview({
  data,
  file,
  found,
  onMerged,
}: {
  data: string;
  file: string;
  found: Exchanged;
  onMerged: (done: Exchanged) => void;
}): ReactNode {
  const t = useTexts();
  const { client } = useEngine();
  const format = useFormat();
  const [choice, setChoice] = useState<Choice>({ all: 'ours', others: new Set() });
  const { notes, decisions, same, unknown, dropped, conflicts, fileSha256 } = found;
  const differing = byProfile(conflicts);
  const theirs = [...differing.keys()].filter((profile) => sideOf(choice, profile) === 'theirs');
  const merge = useMutation({
    mutationFn: () => client.review.importKept({ data, file, fileSha256, theirs, save: true }),
    onSuccess: onMerged,
  });
  const hasAny = notes + decisions + theirs.length > 0;
  return (
    <Stack gap="md">
      <KeyValue
        facts={[
          [t('share.file'), file],
          [t('share.newNotes'), format.count(notes)],
          [t('share.newDecisions'), format.count(decisions)],
          [t('share.same'), format.count(same)],
          [t('share.dropped'), dropped === 0 ? null : t('share.droppedVersions', { number: dropped })],
          [t('share.unknown'), unknown === 0 ? null : t('share.unknownLeft', { number: format.count(unknown) })],
        ]}
      />
      {differing.size > 0 && (
        <div>
          <Group justify="space-between" gap="xs">
            <Title order={3}>{t('share.differing')}</Title>
            <Group gap="xs">
              {(['ours', 'theirs'] as const).map((all) => (
                <Button
                  key={all}
                  size="compact-xs"
                  variant="default"
                  onClick={() => setChoice({ all, others: new Set() })}
                >
                  {t(all === 'ours' ? 'share.keepAll' : 'share.takeAll')}
                </Button>
              ))}
            </Group>
          </Group>
          <Text size="xs" c="dimmed">
            {t('share.differingHelp')}
          </Text>
          <ul className={classes.list}>
            {[...differing].slice(0, MOST_SHOWN).map(([profile, ofProfile]) => (
              <Disagreement
                key={profile}
                profile={profile}
                conflicts={ofProfile}
                side={sideOf(choice, profile)}
                onSide={(side) => {
                  const others = new Set(choice.others);
                  if (side === choice.all) others.delete(profile);
                  else others.add(profile);
                  setChoice({ ...choice, others });
                }}
              />
            ))}
          </ul>
          {differing.size > MOST_SHOWN && (
            <Text size="sm">{t('share.more', { number: differing.size - MOST_SHOWN })}</Text>
          )}
        </div>
      )}
      {merge.error !== null && <ErrorNotice title={t('share.failed.merge')} error={merge.error} />}
      <Group justify="flex-end">
        <ReasonedButton
          loading={merge.isPending}
          reason={hasAny ? null : t('share.nothing')}
          onClick={() => merge.mutate()}
        >
          {t('share.merge')}
        </ReasonedButton>
      </Group>
    </Stack>
  );
}

function Disagreement({
  profile,
  conflicts,
  side,
  onSide,
}: {
  profile: string;
  conflicts: readonly ExchangeConflict[];
  side: Side;
  onSide: (side: Side) => void;
}): ReactNode {
  const t = useTexts();
  const name = t('share.profile', { profile });
  return (
    <li className={classes.disagreement}>
      <Group justify="space-between" wrap="nowrap" align="flex-start" gap="sm">
        <Text size="sm" fw={600}>
          {name}
        </Text>
        <SegmentedControl
          size="xs"
          aria-label={name}
          value={side}
          onChange={(value) => onSide(value as Side)}
          data={[
            { value: 'ours', label: t('share.keep') },
            { value: 'theirs', label: t('share.take') },
          ]}
        />
      </Group>
      {conflicts.map((conflict) => (
        <Versions key={conflict.kind} conflict={conflict} />
      ))}
    </li>
  );
}

function Versions({ conflict }: { conflict: ExchangeConflict }): ReactNode {
  const t = useTexts();
  const format = useFormat();
  const runs = useRuns();
  const dated = (text: string, changedAt: string | null): string =>
    changedAt === null ? text : t('share.at', { text, moment: format.moment(changedAt) });
  const decided = ({ decision, owner, runId, changedAt }: GivenDecision): string => {
    const words = [
      decision === null ? t('checks.undecided') : t(`checks.decisions.${decision}`),
      owner,
      runId === null ? '' : (runs.data?.find((run) => run.runId === runId)?.name ?? runId),
    ];
    return dated(words.filter((word) => word !== '').join(' · '), changedAt);
  };
  const [here, theirs] =
    conflict.kind === 'note'
      ? [dated(conflict.ours.text, conflict.ours.changedAt), dated(conflict.theirs.text, conflict.theirs.changedAt)]
      : [decided(conflict.ours), decided(conflict.theirs)];
  return (
    <div>
      <Text size="xs" c="dimmed">
        {t(`share.${conflict.kind}`)}
      </Text>
      <Text size="sm" className={classes.said}>
        {t('share.here', { text: here })}
      </Text>
      <Text size="sm" className={classes.said}>
        {t('share.theirs', { text: theirs })}
      </Text>
    </div>
  );
}
