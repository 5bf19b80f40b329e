import { ActionIcon, Button, Group, Kbd, SegmentedControl, Text, Title, Tooltip } from '@mantine/core';
import { IconChevronLeft, IconChevronRight, IconList, IconX } from '@tabler/icons-react';
import { Fragment, type ReactNode } from 'react';
import { Link, useLocation } from 'wouter';
import { HelpButton } from '../../../renderer/components/HelpButton';
import { type CameFrom, placeOfProfile } from '../../../renderer/components/origin';
import { useKeys } from '../../../renderer/components/use-keys';
import { useTexts } from '../../../renderer/locales/use-texts';
import type { Mode, OpenChild } from './use-open-child';
import classes from './CompareHeader.module.css';

/** Who the child is, in words; what is shown of it; the list it came from with its place there, and the next and the previous one. */
export function CompareHeader({ child, words }: { child: OpenChild; words: readonly string[] }): ReactNode {
  const t = useTexts();
  const [, go] = useLocation();
  const { form, mode, toggleMode, closeMode, changeForm, profile } = child;
  const { origin, around, back, detail, move, step } = child.from;
  const moveTo = (to: string | null | undefined): void => {
    if (to != null) move(to);
  };
  useKeys([
    ['J', () => step('next'), { usePhysicalKeys: true }],
    ['K', () => step('previous'), { usePhysicalKeys: true }],
    ['U', () => go(back.place), { usePhysicalKeys: true }],
  ]);
  return (
    <header className={classes.header}>
      <div className={classes.who}>
        <Tooltip label={`${t('compare.from.back')}: ${back.label}`}>
          <ActionIcon
            component={Link}
            href={back.place}
            variant="subtle"
            color="gray"
            size={36}
            aria-label={back.label}
            aria-keyshortcuts="u"
          >
            <IconChevronLeft size={20} aria-hidden />
          </ActionIcon>
        </Tooltip>
        <Title order={1} className={classes.name}>
          {words.map((part, index) => (
            <Fragment key={part}>
              {index > 0 && <span className={classes.dot}> · </span>}
              {part}
            </Fragment>
          ))}
        </Title>
        <HelpButton />
      </div>
      <Group gap="xs" className={classes.acts}>
        {form === 'shelf' && (
          <SegmentedControl
            size="sm"
            aria-label={t('shelf.mode')}
            value={mode}
            onChange={(value) => (value === 'shelf' ? closeMode() : toggleMode(value as Exclude<Mode, 'shelf'>))}
            data={[
              { value: 'shelf', label: t('shelf.modes.shelf') },
              { value: 'whatif', label: <Keyed text={t('shelf.modes.whatif')} letter="W" /> },
              { value: 'tune', label: <Keyed text={t('shelf.modes.tune')} letter="T" /> },
            ]}
          />
        )}
        <Tooltip label={t('shelf.list')}>
          <ActionIcon
            variant={form === 'list' ? 'light' : 'default'}
            size={36}
            aria-label={t('shelf.list')}
            aria-pressed={form === 'list'}
            aria-keyshortcuts="l"
            onClick={changeForm}
          >
            <IconList size={18} aria-hidden />
          </ActionIcon>
        </Tooltip>
        <Group gap="2xs" wrap="nowrap" role="group" aria-label={t('compare.from.label')}>
          {detail !== '' && (
            <Text size="sm" c="dimmed" className={classes.detail} title={detail}>
              {detail}
            </Text>
          )}
          {origin !== null && detail !== '' && (
            <ActionIcon
              size="xs"
              variant="subtle"
              color="gray"
              aria-label={t('compare.from.leave')}
              title={t('compare.from.leave')}
              onClick={() => go(placeOfProfile(profile), { replace: true })}
            >
              <IconX size={14} aria-hidden />
            </ActionIcon>
          )}
          <Step label={t('compare.previous')} to={around?.previous} onMove={moveTo}>
            <IconChevronLeft size={18} aria-hidden />
          </Step>
          <Text size="sm" c="dimmed" role="status">
            <Place around={around} />
          </Text>
          <Step label={t('compare.next')} to={around?.next} onMove={moveTo}>
            <IconChevronRight size={18} aria-hidden />
          </Step>
        </Group>
      </Group>
    </header>
  );
}

const Keyed = ({ text, letter }: { text: string; letter: string }): ReactNode => (
  <>
    {text}{' '}
    <Kbd size="xs" className={classes.letter} aria-hidden>
      {letter}
    </Kbd>
  </>
);

function Place({ around }: Pick<CameFrom, 'around'>): ReactNode {
  const t = useTexts();
  if (around === undefined) return null;
  const { place, total, decided } = around;
  if (place === null) return t('compare.placeUnknown');
  const said =
    decided === undefined
      ? t('compare.place', { place: place + 1, total })
      : t('compare.placeDecided', { place: place + 1, total, decided });
  return (
    <>
      <span aria-hidden>{t('shelf.place', { place: place + 1, total })}</span>
      <span className="shelfwise-visually-hidden">{said}</span>
    </>
  );
}

function Step({
  label,
  to,
  onMove,
  children,
}: {
  label: string;
  to: string | null | undefined;
  onMove: (to: string | null | undefined) => void;
  children: ReactNode;
}): ReactNode {
  return (
    <Tooltip label={label}>
      <Button
        variant="default"
        px="2xs"
        aria-label={label}
        aria-disabled={to == null || undefined}
        data-disabled={to == null || undefined}
        onClick={() => onMove(to)}
      >
        {children}
      </Button>
    </Tooltip>
  );
}
