import { Alert, Anchor, Button, Group, Text } from '@mantine/core';
import { IconCircleCheck } from '@tabler/icons-react';
import { skipToken, useMutation, useQuery } from '@tanstack/react-query';
import { useEffect, useState, type ReactNode } from 'react';
import { Link, useLocation } from 'wouter';
import { screenAt, type ScreenName } from '../../features/screens';
import { useFormat } from '../locales/format';
import { useTexts } from '../locales/use-texts';
import { ErrorNotice } from '../components/ErrorNotice';
import { keepFocusSoon } from '../components/keep-focus';
import { keysOf } from '../components/shortcuts';
import { useKeys } from '../components/use-keys';
import { useNameApart } from '../components/use-name-apart';
import { useRuns } from '../stores/engine-data';
import { addError, closeNotice, type Holds, type NameOfRun, type Notice, useNotices } from '../stores/notices';
import classes from './Shell.module.css';

/**
 * Errors from outside the screens and actions that can be undone, until dismissed. They stand below the screen, so that
 * what was clicked stays under the pointer.
 */
export function NoticeBar(): ReactNode {
  const t = useTexts();
  const notices = useNotices((state) => state.notices);
  const nameOfRun = useNameOfRun();
  const close = (id: number): void => {
    closeNotice(id);
    keepFocusSoon();
  };
  if (notices.length === 0) return null;
  return (
    <div className={classes.notices}>
      {notices.map(({ title: told, ...notice }) => {
        const title = typeof told === 'string' ? told : told(t, nameOfRun);
        const shown: Shown = { ...notice, title, onClose: () => close(notice.id) };
        return notice.error === undefined ? (
          <DoneNotice key={notice.id} {...shown} />
        ) : (
          <FailedNotice key={notice.id} {...shown} />
        );
      })}
    </div>
  );
}

type Shown = Omit<Notice, 'title'> & { readonly title: string; readonly onClose: () => void };

/** Whether one is on the screen where a notice came, or on one of those where it is seen. */
function useIsSeen(seenOn: readonly ScreenName[] | undefined): boolean {
  const [place] = useLocation();
  const screen = screenAt(place);
  const [begun] = useState(screen);
  return seenOn === undefined || screen === begun || (screen !== null && seenOn.includes(screen));
}

function FailedNotice({ title, error, seenOn, onClose }: Shown): ReactNode {
  const t = useTexts();
  const isSeen = useIsSeen(seenOn);
  useEffect(() => {
    if (!isSeen) onClose();
  }, [isSeen]);
  return (
    <ErrorNotice title={title} error={error}>
      <Button size="compact-sm" variant="default" onClick={onClose}>
        {t('common.close')}
      </Button>
    </ErrorNotice>
  );
}

function useNameOfRun(): NameOfRun {
  const t = useTexts();
  const format = useFormat();
  const nameApart = useNameApart();
  const { data: runs } = useRuns();
  return ({ trained = null, ...run }) => {
    const here = runs?.find(({ runId }) => runId === run.runId);
    const name = nameApart(here ?? run);
    return here === undefined && trained !== null
      ? t('common.trainedAt', { name, moment: format.moment(trained) })
      : name;
  };
}

function DoneNotice({ id, title, undo, leads, seenOn, holds, onClose }: Shown): ReactNode {
  const t = useTexts();
  const undoing = useMutation({
    mutationFn: async () => undo?.(),
    onError: (error) => addError(t('versions.undoFailed'), error),
    onSettled: onClose,
  });
  const isStill = useQuery({
    // Becomes stale with the answers of its part of the contract: so it has their form, a path and an object.
    queryKey: [holdingOf(holds), { notice: id }],
    queryFn: holds === undefined ? skipToken : holds.isStill,
    retry: false,
    gcTime: 0,
  });
  const [place] = useLocation();
  const isSeen = useIsSeen(seenOn);
  const isOver = (isStill.data === false || !isSeen) && !undoing.isPending;
  useEffect(() => {
    if (isOver) onClose();
  }, [isOver]);
  useKeys(
    undo === undefined || undoing.isPending ? [] : [['mod+Z', () => undoing.mutate(), { usePhysicalKeys: true }]],
  );
  return (
    <Alert role="status" variant="light" icon={<IconCircleCheck aria-hidden />} py="xs">
      <Group justify="space-between" gap="xs" wrap="nowrap">
        <Text size="sm" style={{ minWidth: 0 }}>
          {title}
          {leads !== undefined && place !== leads.place && (
            <>
              {' '}
              <Anchor component={Link} href={leads.place} size="sm" underline="always">
                {leads.label(t)}
              </Anchor>
            </>
          )}
        </Text>
        <Group gap="xs" wrap="nowrap">
          {undo !== undefined && (
            <Button
              size="compact-sm"
              loading={undoing.isPending}
              aria-keyshortcuts="Control+Z"
              title={keysOf('undo').join('+')}
              onClick={() => undoing.mutate()}
            >
              {t('versions.undo')}
            </Button>
          )}
          <Button size="compact-sm" variant="default" onClick={onClose}>
            {t('common.close')}
          </Button>
        </Group>
      </Group>
    </Alert>
  );
}

/** The path of the part of the contract, and a name below it that no call has. */
const holdingOf = (holds: Holds | undefined): unknown[] => {
  const [path] = holds?.key ?? [];
  return [...(Array.isArray(path) ? (path as unknown[]) : []), '(undo)'];
};
