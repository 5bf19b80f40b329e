import { Button, Text } from '@mantine/core';
import { useMediaQuery } from '@mantine/hooks';
import { useQuery } from '@tanstack/react-query';
import { useEffect, useRef, type ComponentProps, type CSSProperties, type ReactNode } from 'react';
import { useTexts } from '../../../../renderer/locales/use-texts';
import { tunedKeys, type TunedItem } from '../../../../shared/contract/tuning';
import { Query } from '../../../../renderer/components/Query';
import { TitleCover } from '../../../../renderer/components/titles/TitleCover';
import { useEngine } from '../../../../renderer/connection/engine-context';
import { useRuns } from '../../../../renderer/stores/engine-data';
import type { useChildScreen } from '../../../../renderer/stores/child-screen';
import { useHeld } from '../use-held';
import classes from './ChildScreen.module.css';

type Opened = NonNullable<ReturnType<typeof useChildScreen.getState>['open']>;

/**
 * The covers of the delivered list, and while a button or \ is held those of the list before, in the same places: before
 * the tuning, of the other run, or before the rules, whichever the screen was opened with.
 */
export function Shelves({ shown }: { shown: Opened }): ReactNode {
  const t = useTexts();
  const { queries } = useEngine();
  const { data: runs = [] } = useRuns();
  const { runId, profile, rules, tuning, against } = shown;
  const isTuned = tuning !== undefined && tunedKeys(tuning).length > 0;
  const after = useQuery(
    queries.lists.show.queryOptions({ input: { runId, profile, rules, ...(isTuned ? { tuning } : {}) } }),
  );
  const before = useQuery(
    queries.lists.show.queryOptions({
      input: isTuned
        ? { runId, profile, rules }
        : against === undefined
          ? { runId, profile, rules: 'none' as const }
          : { runId: against.runId, profile, rules },
    }),
  );
  const names = isTuned
    ? [t('compare.neutral'), t('compare.tuned')]
    : against === undefined
      ? [t('compare.asRanked'), t('compare.asDelivered')]
      : [against.name, runs.find((run) => run.runId === runId)?.name ?? runId];
  return (
    <Query of={before}>
      {(one) => (
        <Query of={after}>
          {(other) => (
            <Both
              before={{ name: t('tv.before', { name: names[0]! }), items: one.items }}
              after={{ name: t('tv.after', { name: names[1]! }), items: other.items }}
              item={shown.item}
            />
          )}
        </Query>
      )}
    </Query>
  );
}

const AUTOFOCUS: ComponentProps<'button'> = { 'data-autofocus': true } as object;

interface Side {
  readonly name: string;
  readonly items: readonly TunedItem[];
}

function Both({ before, after, item }: { before: Side; after: Side; item: string | undefined }): ReactNode {
  const t = useTexts();
  const { isHeld: isBefore, button } = useHeld('Backslash', true);
  const columns = useColumns();
  const hold = useRef<HTMLButtonElement>(null);
  // The lists may come before the dialog, which then remembers what had the focus and gives it to what asks for it, or
  // after it.
  useEffect(() => {
    const frame = requestAnimationFrame(() => hold.current?.focus());
    return () => cancelAnimationFrame(frame);
  }, []);
  const isSame =
    JSON.stringify(before.items.map((one) => one.item)) === JSON.stringify(after.items.map((one) => one.item));
  const known = new Set(before.items.map((one) => one.item));
  const side = isBefore && !isSame ? before : after;
  return (
    <>
      {/* In a low window the covers scroll, by the keyboard too. */}
      <div
        className={classes.stage}
        style={{ '--columns': columns } as CSSProperties}
        role="group"
        aria-label={t('tv.covers')}
        tabIndex={0}
      >
        <Covers side={side} item={item} entered={(one) => side === after && !isSame && !known.has(one)} />
      </div>
      <div className={classes.foot}>
        <Text size="sm" role="status">
          {isSame ? t('tv.same') : side.name}
        </Text>
        {!isSame && (
          <Button
            ref={hold}
            {...AUTOFOCUS}
            className={classes.hold}
            variant="default"
            aria-pressed={isBefore}
            {...button}
          >
            {t('tv.hold')}
          </Button>
        )}
      </div>
    </>
  );
}

const AT_ONCE = { getInitialValueInEffect: false } as const;

function useColumns(): number {
  const isNarrow = useMediaQuery('(max-width: 900px)', false, AT_ONCE);
  const isPhone = useMediaQuery('(max-width: 560px)', false, AT_ONCE);
  return isPhone ? 3 : isNarrow ? 5 : 9;
}

function Covers({
  side: { name, items },
  item: wanted,
  entered,
}: {
  side: Side;
  item: string | undefined;
  entered: (item: string) => boolean;
}): ReactNode {
  const t = useTexts();
  return (
    <ol className={classes.shelves} aria-label={name}>
      {items.map(({ item, title }) => (
        <li
          key={item}
          data-item={item}
          data-wanted={item === wanted || undefined}
          data-entered={entered(item) || undefined}
        >
          <span className={classes.cover}>
            <TitleCover item={item} title={title ?? item} size="fill" />
          </span>
          <span className={classes.name} title={title ?? item}>
            {title ?? item}
          </span>
          {entered(item) && <span className="shelfwise-visually-hidden">{t('tv.entered')}</span>}
        </li>
      ))}
    </ol>
  );
}
