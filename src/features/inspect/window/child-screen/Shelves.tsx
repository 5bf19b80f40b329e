import { Slider, Text } from '@mantine/core';
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

type Shown = NonNullable<ReturnType<typeof useChildScreen.getState>['open']>;

/**
 * The covers of the delivered list, and under them, left of the slider, those of the list before: before the tuning, of
 * the other run, or before the rules, whichever the screen was opened with.
 */
export function Shelves({ shown }: { shown: Shown }): ReactNode {
  const t = useTexts();
  const { queries } = useEngine();
  const { data: runs = [] } = useRuns();
  const { runId, profile, rules, tuning, against } = shown;
  const isTuned = tuning !== undefined && tunedKeys(tuning).length > 0;
  const after = useQuery(
    queries.tuning.apply.queryOptions({ input: { runId, profile, rules, ...(isTuned ? { tuning } : {}) } }),
  );
  const before = useQuery(
    queries.tuning.apply.queryOptions({
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
        style={{ '--cut': `${cut}%` } as CSSProperties}
        role="group"
        aria-label={t('tv.covers')}
        tabIndex={0}
      >
        <Covers side={after} item={item} entered={(one) => !isSame && !known.has(one)} />
        {!isSame && (
          <div className={classes.before}>
            <Covers side={before} item={item} entered={() => false} />
          </div>
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
            <div className={classes.names}>
              <Text size="sm">{before.name}</Text>
              <Text size="sm">{after.name}</Text>
            </div>
          </>
        )}
      </div>
    </>
  );
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
          <TitleCover item={item} title={title ?? item} size="fill" />
          <span className={classes.name} title={title ?? item}>
            {title ?? item}
          </span>
          {entered(item) && <span className="shelfwise-visually-hidden">{t('tv.entered')}</span>}
        </li>
      ))}
    </ol>
  );
}
