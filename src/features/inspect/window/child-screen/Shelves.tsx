import { Slider, Text } from '@mantine/core';
import { useMediaQuery } from '@mantine/hooks';
import { useQuery } from '@tanstack/react-query';
import { useEffect, useRef, useState, type ComponentProps, type CSSProperties, type ReactNode } from 'react';
import { useTexts } from '../../../../renderer/locales/use-texts';
import { tunedKeys, type TunedItem } from '../../../../shared/contract/tuning';
import { Query } from '../../../../renderer/components/Query';
import { TitleCover } from '../../../../renderer/components/titles/TitleCover';
import { useEngine } from '../../../../renderer/connection/engine-context';
import { useFormat } from '../../../../renderer/locales/format';
import { useRuns } from '../../../../renderer/stores/engine-data';
import type { useChildScreen } from '../../../../renderer/stores/child-screen';
import classes from './ChildScreen.module.css';

type Opened = NonNullable<ReturnType<typeof useChildScreen.getState>['open']>;

/**
 * The covers of the delivered list, and left of the slider those of the list before: before the tuning, of the other
 * run, or before the rules, whichever the screen was opened with.
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

const AUTOFOCUS: ComponentProps<'div'> = { 'data-autofocus': true } as object;

interface Side {
  readonly name: string;
  readonly items: readonly TunedItem[];
}

function Both({ before, after, item }: { before: Side; after: Side; item: string | undefined }): ReactNode {
  const t = useTexts();
  const format = useFormat();
  const [cut, setCut] = useState(50);
  const columns = useColumns();
  const slider = useRef<HTMLDivElement>(null);
  // The lists may come before the dialog, which then remembers what had the focus and gives it to what asks for it, or
  // after it.
  useEffect(() => {
    const frame = requestAnimationFrame(() => slider.current?.querySelector<HTMLElement>('[role="slider"]')?.focus());
    return () => cancelAnimationFrame(frame);
  }, []);
  const isSame =
    JSON.stringify(before.items.map((one) => one.item)) === JSON.stringify(after.items.map((one) => one.item));
  const known = new Set(before.items.map((one) => one.item));
  return (
    <>
      {/* In a low window the covers scroll, by the keyboard too. */}
      <div
        className={classes.stage}
        style={{ '--cut': `${cut}%`, '--columns': columns } as CSSProperties}
        role="group"
        aria-label={t('tv.covers')}
        tabIndex={0}
      >
        <Covers
          side={after}
          item={item}
          entered={(one) => !isSame && !known.has(one)}
          shown={(place) => (isSame ? WHOLE : sideOf(place, columns, cut).after)}
        />
        {!isSame && (
          <Covers
            side={before}
            item={item}
            entered={() => false}
            shown={(place) => sideOf(place, columns, cut).before}
          />
        )}
        {!isSame && <span className={classes.edge} aria-hidden />}
      </div>
      <div className={classes.foot}>
        {isSame ? (
          <Text size="sm" role="status">
            {t('tv.same')}
          </Text>
        ) : (
          <>
            <Slider
              ref={slider}
              thumbProps={AUTOFOCUS}
              thumbLabel={t('tv.slider')}
              thumbValueText={t('tv.share', { share: format.percent(cut / 100, 0) })}
              label={null}
              value={cut}
              onChange={setCut}
            />
            {/* On the side of the edge where its covers are, so that at an end the list in sight alone is named. */}
            <div className={classes.names} style={{ '--cut': `${cut}%` } as CSSProperties}>
              <Text size="sm" data-away={cut < LEAST_NAMED || undefined}>
                {before.name} ◂
              </Text>
              <Text size="sm" data-away={cut > 100 - LEAST_NAMED || undefined}>
                ▸ {after.name}
              </Text>
            </div>
          </>
        )}
      </div>
    </>
  );
}

/** How much of a place shows one list: from which share of its width to which, and whether it names its title. */
interface Shown {
  readonly from: number;
  readonly to: number;
  readonly isNamed: boolean;
}

const WHOLE: Shown = { from: 0, to: 1, isNamed: true };

/** The slider divides a cover, but no name: of two names at a place, that of the list which shows more of it is there. */
function sideOf(place: number, columns: number, cut: number): { readonly before: Shown; readonly after: Shown } {
  const share = Math.min(1, Math.max(0, (cut / 100) * columns - (place % columns)));
  const isBefore = share > 0.5;
  return { before: { from: 0, to: share, isNamed: isBefore }, after: { from: share, to: 1, isNamed: !isBefore } };
}

/** Percent of the width below which the covers of a list are too few to name it. */
const LEAST_NAMED = 20;

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
  shown,
}: {
  side: Side;
  item: string | undefined;
  entered: (item: string) => boolean;
  shown: (place: number) => Shown;
}): ReactNode {
  const t = useTexts();
  return (
    <ol className={classes.shelves} aria-label={name}>
      {items.map(({ item, title }, place) => {
        const { from, to, isNamed } = shown(place);
        return (
          <li
            key={item}
            data-item={item}
            data-wanted={item === wanted || undefined}
            data-entered={entered(item) || undefined}
          >
            <span className={classes.cover} style={{ '--from': from, '--to': to } as CSSProperties}>
              <TitleCover item={item} title={title ?? item} size="fill" />
            </span>
            <span className={classes.name} title={title ?? item} data-away={!isNamed || undefined}>
              {title ?? item}
            </span>
            {entered(item) && <span className="shelfwise-visually-hidden">{t('tv.entered')}</span>}
          </li>
        );
      })}
    </ol>
  );
}
