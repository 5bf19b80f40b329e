import { ActionIcon, Anchor, Button, Group, Kbd, Text, Tooltip } from '@mantine/core';
import { IconArrowLeft, IconCheck, IconChevronLeft, IconChevronRight, IconUserX } from '@tabler/icons-react';
import { keepPreviousData, useQuery } from '@tanstack/react-query';
import type { ReactNode } from 'react';
import { useTexts } from '../../../renderer/locales/use-texts';
import { Link, useLocation } from 'wouter';
import type { RunRecord } from '../../../shared/contract/run';
import { ErrorNotice } from '../../../renderer/components/ErrorNotice';
import { ScreenTitle } from '../../../renderer/components/ScreenTitle';
import { useKeys } from '../../../renderer/components/use-keys';
import { useEngine } from '../../../renderer/connection/engine-context';
import { askToForget } from '../../../renderer/stores/forget-question';
import { setPlace, useProfileList } from '../../../renderer/stores/profile-list';
import { NoteButton, useProfilePages, useReview } from '../../profiles/window/public';
import { type Neighbour, profilesAround } from './around';
import { SecondRunPicker } from './SecondRunPicker';
import classes from '../../../renderer/components/panes.module.css';

interface Properties {
  run: RunRecord;
  data: string;
  profile: string;
  title: string;
  /** The run it is compared with. */
  second: RunRecord | null;
}

/** Which profile is shown, its place in the list it came from, and links to the next and previous one. */
export function CompareHeader({ run, data, profile, title, second }: Properties): ReactNode {
  const t = useTexts();
  const [, go] = useLocation();
  const list = useProfileList();
  const { filter, sample, sort, place } =
    list.dataset === data ? list : { filter: {}, sample: null, sort: undefined, place: null };
  const read = useProfilePages({ data, runId: run.runId, filter, sample });
  const around = useQuery({
    queryKey: ['around', data, run.runId, filter, sample, sort, profile],
    queryFn: () => profilesAround(read, sort, profile, place),
    placeholderData: keepPreviousData,
  });
  const move = (to: Neighbour | null | undefined): void => {
    if (to === null || to === undefined || around.isPlaceholderData) return;
    setPlace(to.place);
    go(`/compare/${encodeURIComponent(to.profile)}`);
  };
  const { review, reviewed, toggle } = useReviewed(data, profile);
  useKeys([
    ['J', () => move(around.data?.next), { usePhysicalKeys: true }],
    ['K', () => move(around.data?.previous), { usePhysicalKeys: true }],
    ['X', toggle, { usePhysicalKeys: true }],
  ]);
  return (
    <>
      <Group justify="space-between" gap="xs md">
        <div>
          <Anchor component={Link} href="/profiles" size="sm" className={classes.back}>
            <IconArrowLeft size={14} aria-hidden /> {t('compare.back')}
          </Anchor>
          <Group gap="sm" align="baseline">
            <ScreenTitle>{title}</ScreenTitle>
            <Text size="sm" c="dimmed">
              {run.name}
            </Text>
          </Group>
        </div>
        <Group gap="xs">
          <Text size="sm" c="dimmed" role="status">
            {around.data === undefined
              ? ''
              : around.data.place === null
                ? t('compare.placeUnknown')
                : t('compare.place', { place: around.data.place + 1, total: around.data.total })}
          </Text>
          <Step
            label={t('compare.previous')}
            to={around.data?.previous}
            onMove={move}
            icon={<IconChevronLeft size={18} />}
          />
          <Step label={t('compare.next')} to={around.data?.next} onMove={move} icon={<IconChevronRight size={18} />} />
          <SecondRunPicker run={run} second={second} />
          <NoteButton data={data} profile={profile} />
          <Button
            variant={reviewed ? 'light' : 'default'}
            leftSection={reviewed ? <IconCheck size={16} aria-hidden /> : null}
            rightSection={<Kbd size="sm">X</Kbd>}
            aria-pressed={reviewed}
            onClick={toggle}
          >
            {t(reviewed ? 'compare.reviewed' : 'compare.markReviewed')}
          </Button>
          <Tooltip label={t('privacy.forget')}>
            <ActionIcon
              variant="default"
              size={36}
              aria-label={t('privacy.forget')}
              onClick={() => askToForget({ data, profile })}
            >
              <IconUserX size={18} />
            </ActionIcon>
          </Tooltip>
        </Group>
      </Group>
      {review.error !== null && <ErrorNotice title={t('profiles.reviewFailed')} error={review.error} />}
    </>
  );
}

function Step({
  label,
  to,
  onMove,
  icon,
}: {
  label: string;
  to: Neighbour | null | undefined;
  onMove: (to: Neighbour | null | undefined) => void;
  icon: ReactNode;
}): ReactNode {
  return (
    <Tooltip label={to ? `${label}: ${to.profile}` : label}>
      <ActionIcon
        variant="default"
        size={36}
        aria-label={label}
        aria-disabled={to ? undefined : true}
        data-disabled={to ? undefined : true}
        onClick={() => onMove(to)}
      >
        {icon}
      </ActionIcon>
    </Tooltip>
  );
}

function useReviewed(
  data: string,
  profile: string,
): { review: ReturnType<typeof useReview>; reviewed: boolean; toggle: () => void } {
  const { queries } = useEngine();
  const review = useReview(data);
  const found = useQuery(queries.profiles.page.queryOptions({ input: { data, start: 0, end: 1, around: profile } }));
  const reviewed = found.data?.rows.find((row) => row.profile === profile)?.reviewed ?? false;
  return { review, reviewed, toggle: () => review.mutate({ profile, reviewed: !reviewed }) };
}
