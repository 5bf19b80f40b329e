import { useLayoutEffect, useMemo, useRef, type ReactNode } from 'react';
import { Link } from 'wouter';
import type { ProfileView } from '../../../../shared/contract/recommendation';
import type { Tuning } from '../../../../shared/contract/tuning';
import { titleParts } from '../../../../shared/values/episode';
import { useDays } from '../../../../renderer/components/labels/use-days';
import { TitleCover } from '../../../../renderer/components/titles/TitleCover';
import { useFormat } from '../../../../renderer/locales/format';
import { useTexts } from '../../../../renderer/locales/use-texts';
import { removeTitle, restoreTitle } from '../tuning/tuning-store';
import { type Board, type StripCover, stripOf } from './strip';
import { useRoving } from './use-roving';
import classes from './WatchedStrip.module.css';

/** What the child watched, oldest first, scrolled to the newest. */
export function WatchedStrip({
  profile,
  history,
  hidden,
  tuning,
  canTakeOut,
}: {
  profile: string;
  history: ProfileView['history'];
  /** IDs of titles that the tuning hides. */
  hidden: readonly string[];
  tuning: Tuning;
  /** Whether a press takes a title out; otherwise it opens the title. */
  canTakeOut: boolean;
}): ReactNode {
  const t = useTexts();
  const { zone } = useDays();
  const strip = useRef<HTMLElement>(null);
  const { length, boards } = useMemo(() => stripOf(history, zone), [history, zone]);
  const items = boards.flatMap(({ covers }) => covers.map(({ item }) => item));
  const { list, tabIndexOf } = useRoving(items, items.at(-1));
  useLayoutEffect(() => {
    if (strip.current !== null) strip.current.scrollLeft = strip.current.scrollWidth;
  }, [profile]);
  if (history.length === 0) return null;
  const struck = new Set([...hidden, ...tuning.removed]);
  return (
    <section ref={strip} className={classes.strip} aria-label={t('shelf.watched')}>
      <ol className={classes.boards} {...list}>
        {boards.map((board) => (
          <li key={board.day} className={classes.board}>
            <ul className={classes.covers}>
              {board.covers.map((cover) => (
                <Watched
                  key={cover.item}
                  cover={cover}
                  isStruck={cover.items.every((one) => struck.has(one))}
                  isOut={cover.items.every((one) => tuning.removed.includes(one))}
                  canTakeOut={canTakeOut}
                  tabIndex={tabIndexOf(cover.item)}
                />
              ))}
            </ul>
            <span className={classes.day}>
              <Day board={board} length={length} />
            </span>
          </li>
        ))}
      </ol>
    </section>
  );
}

function Day({ board: { day }, length }: { board: Board; length: 'day' | 'week' }): ReactNode {
  const t = useTexts();
  const format = useFormat();
  if (day === null) return t('shelf.undated');
  const shown = format.period(`${day}T00:00:00Z`, 'day');
  return <span title={format.calendarDay(day)}>{length === 'day' ? shown : t('shelf.week', { day: shown })}</span>;
}

function Watched({
  cover: { item, title, items, times },
  isStruck,
  isOut,
  canTakeOut,
  tabIndex,
}: {
  cover: StripCover;
  isStruck: boolean;
  isOut: boolean;
  canTakeOut: boolean;
  tabIndex: 0 | -1;
}): ReactNode {
  const t = useTexts();
  const name =
    items.length === 1
      ? (title ?? item)
      : t('shelf.inStack', { series: titleParts(title ?? item).series, count: items.length });
  const said = times > 1 ? t('shelf.watchedTimes', { title: name, count: times }) : name;
  const inside = (
    <>
      <TitleCover item={item} title={title ?? item} />
      {times > 1 && (
        <span className={classes.times} aria-hidden>
          {t('shelf.repeats', { count: times })}
        </span>
      )}
    </>
  );
  const shared = { className: classes.cover, tabIndex, title: said };
  return (
    <li data-item={item} data-struck={isStruck || undefined} data-stack={items.length > 1 || undefined}>
      {canTakeOut ? (
        <button
          type="button"
          {...shared}
          aria-label={t(isOut ? 'shelf.putBack' : 'shelf.takeOut', { title: said })}
          onClick={() => items.forEach(isOut ? restoreTitle : removeTitle)}
        >
          {inside}
        </button>
      ) : (
        <Link {...shared} href={`/titles/${encodeURIComponent(item)}`} aria-label={said}>
          {inside}
        </Link>
      )}
    </li>
  );
}
