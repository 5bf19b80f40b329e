import { ActionIcon, Alert, Text } from '@mantine/core';
import { IconArrowBackUp, IconInfoCircle, IconX } from '@tabler/icons-react';
import type { ReactNode } from 'react';
import { useTexts } from '../../../renderer/locales/use-texts';
import type { ProfileView } from '../../../shared/contract/recommendation';
import type { Tuning } from '../../../shared/contract/tuning';
import { useDays } from '../../../renderer/components/labels/use-days';
import { TitleRow } from '../../../renderer/components/titles/TitleRow';
import { useOneStop } from '../../../renderer/components/titles/use-one-stop';
import { AddTitle, useTitleNames } from './tuning/AddTitle';
import { removeTitle, restoreTitle } from './tuning/tuning-store';
import rows from '../../../renderer/components/titles/TitleRow.module.css';

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
  const { list, tabIndexOf } = useOneStop([...tuning.added, ...history.map(({ item }) => item)]);
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
      <ul className={rows.rows} {...list}>
        {tuning.added.map((item) => (
          <TitleRow
            key={`added ${item}`}
            item={item}
            title={nameOf(item)}
            isStruck={isHidden.has(item)}
            facts={[
              ...(isHidden.has(item) ? [{ text: t('compare.hiddenMark') }] : []),
              { text: t('compare.addedMark') },
            ]}
            actions={
              <RowButton
                tabIndex={tabIndexOf(item)}
                label={t('compare.removeTitle', { title: nameOf(item) ?? item })}
                onClick={() => removeTitle(item)}
              />
            }
            data-added
          />
        ))}
        {history.map((entry) => (
          <HistoryRow
            key={entry.item}
            entry={entry}
            isHidden={isHidden.has(entry.item)}
            isRemoved={isRemoved.has(entry.item)}
            tabIndex={tabIndexOf(entry.item)}
          />
        ))}
      </ul>
    </>
  );
}

function HistoryRow({
  entry: { item, title, group, lastWatched, times },
  isHidden,
  isRemoved,
  tabIndex,
}: {
  entry: Entry;
  isHidden: boolean;
  isRemoved: boolean;
  tabIndex: 0 | -1;
}): ReactNode {
  const t = useTexts();
  const { day } = useDays();
  const name = title ?? item;
  const state = isRemoved ? t('compare.removedMark') : isHidden ? t('compare.hiddenMark') : null;
  return (
    <TitleRow
      item={item}
      title={title}
      group={group}
      isStruck={isHidden || isRemoved}
      facts={[
        ...(state === null ? [] : [{ text: state, tone: 'warning' as const }]),
        { text: lastWatched === null ? t('compare.neverDated') : day(lastWatched), isWhole: true },
        ...(times > 1 ? [{ text: t('compare.times', { count: times }) }] : []),
      ]}
      actions={
        // One element whatever it does, so that it keeps the focus.
        <RowButton
          tabIndex={tabIndex}
          label={t(isRemoved ? 'compare.restoreTitle' : 'compare.removeTitle', { title: name })}
          isBack={isRemoved}
          onClick={() => (isRemoved ? restoreTitle(item) : removeTitle(item))}
        />
      }
    />
  );
}

const RowButton = ({
  label,
  isBack = false,
  tabIndex,
  onClick,
}: {
  label: string;
  isBack?: boolean;
  tabIndex: 0 | -1;
  onClick: () => void;
}): ReactNode => (
  <ActionIcon
    size={24}
    variant="subtle"
    color="gray"
    tabIndex={tabIndex}
    aria-label={label}
    title={label}
    onClick={onClick}
  >
    {isBack ? <IconArrowBackUp size={14} /> : <IconX size={14} />}
  </ActionIcon>
);
