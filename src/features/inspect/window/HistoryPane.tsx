import { ActionIcon, Alert, Badge, Group, Text } from '@mantine/core';
import { IconArrowBackUp, IconInfoCircle, IconX } from '@tabler/icons-react';
import type { ReactNode } from 'react';
import { useTexts } from '../../../renderer/locales/use-texts';
import type { ProfileView } from '../../../shared/contract/recommendation';
import type { Tuning } from '../../../shared/contract/tuning';
import { GenreName } from '../../../renderer/components/labels/GenreName';
import { useDays } from '../../../renderer/components/labels/use-days';
import { TitleName } from '../../../renderer/components/TitleName';
import { TitleTile } from '../../../renderer/components/TitleTile';
import { AddTitle, useTitleNames } from './tuning/AddTitle';
import { removeTitle, restoreTitle } from './tuning/tuning-store';
import classes from '../../../renderer/components/panes.module.css';

type Entry = ProfileView['history'][number];

/**
 * What the profile watched, latest first. Titles hidden by the mask or removed by the user are struck through, and say
 * so in words.
 */
export function HistoryPane({
  data,
  history,
  hidden,
  tuning,
  knowsAttributes,
}: {
  data: string;
  history: readonly Entry[];
  hidden: readonly string[];
  tuning: Tuning;
  /** Whether the run uses attributes when there is no history. */
  knowsAttributes: boolean;
}): ReactNode {
  const t = useTexts();
  const isHidden = new Set(hidden);
  const isRemoved = new Set(tuning.removed);
  const nameOf = useTitleNames();
  const { zone } = useDays();
  return (
    <>
      <AddTitle data={data} history={history} added={tuning.added} />
      {history.length === 0 && (
        <Alert
          variant="light"
          icon={<IconInfoCircle aria-hidden />}
          title={t('compare.noHistoryTitle')}
          styles={{ title: { color: 'var(--mantine-color-text)' } }}
          m="sm"
        >
          <Text size="sm" c="var(--mantine-color-text)">
            {t(knowsAttributes ? 'compare.noHistoryBody' : 'compare.noHistoryNoAttributes')}
          </Text>
        </Alert>
      )}
      {history.some(({ lastWatched }) => lastWatched !== null) && (
        <Text size="xs" c="dimmed" px="sm" ta="right">
          {t('labels.daysIn', { zone })}
        </Text>
      )}
      <ul className={classes.rows}>
        {tuning.added.map((item) => (
          <li key={`added ${item}`} className={classes.entry} data-added>
            <TitleCell title={nameOf(item)} item={item} isStruck={isHidden.has(item)} />
            <Group gap="xs" wrap="nowrap">
              {isHidden.has(item) && <Mark label={t('compare.hiddenMark')} />}
              <Mark label={t('compare.addedMark')} />
              <Take
                label={t('compare.removeTitle', { title: nameOf(item) ?? item })}
                onClick={() => removeTitle(item)}
              />
            </Group>
          </li>
        ))}
        {history.map((entry) => (
          <HistoryRow
            key={entry.item}
            entry={entry}
            isHidden={isHidden.has(entry.item)}
            isRemoved={isRemoved.has(entry.item)}
          />
        ))}
      </ul>
    </>
  );
}

function HistoryRow({
  entry,
  isHidden,
  isRemoved,
}: {
  entry: Entry;
  isHidden: boolean;
  isRemoved: boolean;
}): ReactNode {
  const t = useTexts();
  const { day } = useDays();
  const { item, title, group, lastWatched, times } = entry;
  const name = title ?? item;
  return (
    <li className={classes.entry} data-struck={isHidden || isRemoved || undefined}>
      <TitleCell title={title} item={item} group={group} isStruck={isHidden || isRemoved} />
      <Group gap="xs" wrap="nowrap">
        {isHidden && !isRemoved && <Mark label={t('compare.hiddenMark')} />}
        {isRemoved && <Mark label={t('compare.removedMark')} />}
        <Text size="xs" c="dimmed" ta="right" className={classes.when}>
          {lastWatched === null ? t('compare.neverDated') : day(lastWatched)}
          {times > 1 && (
            <>
              <br />
              {t('compare.times', { count: times })}
            </>
          )}
        </Text>
        {isRemoved ? (
          <ActionIcon
            size={24}
            variant="subtle"
            color="gray"
            aria-label={t('compare.restoreTitle', { title: name })}
            onClick={() => restoreTitle(item)}
          >
            <IconArrowBackUp size={14} />
          </ActionIcon>
        ) : (
          <Take label={t('compare.removeTitle', { title: name })} onClick={() => removeTitle(item)} />
        )}
      </Group>
    </li>
  );
}

/** A title with its cover, as tables of titles show it. */
export function TitleCell({
  title,
  item,
  group = null,
  isStruck = false,
}: {
  title: string | null;
  item: string;
  group?: string | null;
  isStruck?: boolean;
}): ReactNode {
  return (
    <div className={classes.titleCell} data-tile>
      <TitleTile item={item} title={title ?? item} group={group} />
      <div>
        <Text component="div" size="sm" {...(isStruck ? { td: 'line-through', c: 'dimmed' } : {})}>
          <TitleName title={title ?? item} />
        </Text>
        {group !== null && (
          <Text size="xs" c="dimmed" truncate>
            <GenreName group={group} />
          </Text>
        )}
      </div>
    </div>
  );
}

const Mark = ({ label }: { label: string }): ReactNode => (
  <Badge size="sm" variant="default" tt="none">
    {label}
  </Badge>
);

const Take = ({ label, onClick }: { label: string; onClick: () => void }): ReactNode => (
  <ActionIcon size={24} variant="subtle" color="gray" aria-label={label} title={label} onClick={onClick}>
    <IconX size={14} />
  </ActionIcon>
);
