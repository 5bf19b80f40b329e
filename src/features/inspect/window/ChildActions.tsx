import { ActionIcon, Button, Group, Kbd, Tooltip } from '@mantine/core';
import { IconCheck, IconUserX } from '@tabler/icons-react';
import { useQuery } from '@tanstack/react-query';
import type { ReactNode } from 'react';
import { ErrorNotice } from '../../../renderer/components/ErrorNotice';
import { useKeys } from '../../../renderer/components/use-keys';
import { useEngine } from '../../../renderer/connection/engine-context';
import { useTexts } from '../../../renderer/locales/use-texts';
import { askToForget } from '../../../renderer/stores/forget-question';
import { NoteButton, useReview } from '../../profiles/window/public';
import { MoreMenu } from './MoreMenu';
import type { OpenChild } from './use-open-child';

/** What a curator does about a child: writes a note, finds its list fine, and what is done less often. */
export function ChildActions({
  child: { run, second, data, profile, from },
  hasMenu,
  hasNote,
}: {
  child: Pick<OpenChild, 'run' | 'second' | 'data' | 'profile' | 'from'>;
  /** Whether what is done less often is in a menu, with the run to compare with. */
  hasMenu: boolean;
  /** Whether the note is behind a button; otherwise the page has it. */
  hasNote: boolean;
}): ReactNode {
  const t = useTexts();
  // In a queue, F decides about the list.
  const isOfQueue = from.origin?.kind === 'review';
  return (
    <>
      {/* Where a row breaks, they stay together. */}
      <Group gap="2xs" wrap="nowrap">
        {hasNote && <NoteButton data={data} profile={profile} />}
        {!isOfQueue && <FineButton data={data} profile={profile} />}
        {hasMenu ? (
          <MoreMenu run={run} second={second} data={data} profile={profile} />
        ) : (
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
        )}
      </Group>
    </>
  );
}

/** Marks the list as fine, or no longer. */
function FineButton({ data, profile }: { data: string; profile: string }): ReactNode {
  const t = useTexts();
  const { queries } = useEngine();
  const review = useReview(data);
  const found = useQuery(queries.profiles.page.queryOptions({ input: { data, start: 0, end: 1, around: profile } }));
  const isFine = found.data?.rows.find((row) => row.profile === profile)?.reviewed ?? false;
  const toggle = (): void => review.mutate({ profile, reviewed: !isFine });
  useKeys([['F', toggle, { usePhysicalKeys: true }]]);
  return (
    <>
      <Button
        variant={isFine ? 'light' : 'default'}
        leftSection={isFine ? <IconCheck size={16} aria-hidden /> : null}
        rightSection={isFine ? null : <Kbd size="sm">F</Kbd>}
        aria-pressed={isFine}
        onClick={toggle}
      >
        {t(isFine ? 'compare.reviewed' : 'compare.markReviewed')}
      </Button>
      {review.error !== null && <ErrorNotice title={t('profiles.reviewFailed')} error={review.error} />}
    </>
  );
}
