import { Paper } from '@mantine/core';
import { useRef, useState, type KeyboardEvent, type PointerEvent, type ReactNode } from 'react';
import { TitleCover } from '../../../renderer/components/titles/TitleCover';
import { useRuleName } from '../../../renderer/components/rules/use-rule-text';
import { useFormat } from '../../../renderer/locales/format';
import { useTexts } from '../../../renderer/locales/use-texts';
import type { Rule } from '../../../shared/contract/rules';
import { asDate, dayAfter, today } from '../../../shared/values/day';
import { isOver } from './use-effect-of';
import { rulesIn } from './sentences';
import type { Book } from './use-book';
import classes from './Calendar.module.css';

const WEEKS = 6;
const DAYS = WEEKS * 7;

/** The Monday of the week before. */
function firstDay(day: string): string {
  const weekday = (asDate(day).getUTCDay() + 6) % 7;
  return dayAfter(day, -weekday - 7);
}

const daysBetween = (from: string, to: string): number =>
  Math.round((asDate(to).getTime() - asDate(from).getTime()) / 86_400_000);

/** Lanes that are seen at once; further ones by scrolling. */
const MOST_LANES = 3;

/**
 * What runs when: the rules that are on, today as a line. An end can be dragged, or moved by the arrow keys. It keeps the height that it opened with, which
 * has a free lane, so that no sentence below moves while one gives it days.
 */
export function Calendar({
  book,
  onOpen,
}: {
  book: Book;
  onOpen: (rule: string, part: 'day' | 'days') => void;
}): ReactNode {
  const t = useTexts();
  const format = useFormat();
  const ruleName = useRuleName(book.titles, book.data);
  const on = rulesIn(book.sentences).filter((rule) => rule.on && !isOver(rule));
  const dated = on.filter(({ from, until }) => from !== undefined || until !== undefined);
  const always = on.filter(({ from, until }) => from === undefined && until === undefined);
  const [lanes] = useState(Math.min(dated.length + 1, MOST_LANES));
  if (book.sentences.length === 0) return null;
  const coverOf = ({ titles }: Rule): { item: string; title: string } | null => {
    const item = titles?.ids?.[0];
    const title = titles?.series?.[0] ?? book.titles.find((one) => one.item === item)?.title;
    return title === undefined ? null : { item: item ?? '', title };
  };
  const start = firstDay(today());
  const share = (days: number): string => `${(Math.min(Math.max(days, 0), DAYS) / DAYS) * 100}%`;
  return (
    <Paper component="section" withBorder className={classes.calendar} aria-label={t('rules.calendar')}>
      <div className={classes.weeks} aria-hidden>
        {Array.from({ length: WEEKS }, (_, week) => (
          <span key={week}>{format.period(dayAfter(start, week * 7), 'day')}</span>
        ))}
      </div>
      <div className={classes.lanes}>
        <i className={classes.today} style={{ insetInlineStart: share(daysBetween(start, today())) }}>
          <span>{t('rules.today')}</span>
        </i>
        <ol style={{ '--lanes': lanes } as object}>
          {dated.length === 0 && <li className={classes.free}>{t('rules.noDays')}</li>}
          {dated.map((rule) => (
            <Lane
              key={rule.id}
              rule={rule}
              name={ruleName(rule)}
              cover={coverOf(rule)}
              start={start}
              share={share}
              onOpen={() => onOpen(rule.id, isWaiting(rule) ? 'day' : 'days')}
              onUntil={(until) => book.replace(book.sentenceOf({ ...book.fieldsOf(rule), ...untilOf(rule, until) }))}
            />
          ))}
        </ol>
        {always.length > 0 && <p className={classes.always}>{t('rules.alwaysOn', { names: always.map(ruleName) })}</p>}
      </div>
    </Paper>
  );
}

/** Titles that wait for their first day are hidden until the day before. */
const isWaiting = ({ kind, from, until }: Rule): boolean =>
  kind === 'hide' && from === undefined && until !== undefined;

const untilOf = (rule: Rule, until: string): Record<string, string> =>
  isWaiting(rule) ? { day: dayAfter(until, 1) } : { until };

function Lane({
  rule,
  name,
  cover,
  start,
  share,
  onOpen,
  onUntil,
}: {
  rule: Rule;
  name: string;
  /** The first title that it is about. */
  cover: { readonly item: string; readonly title: string } | null;
  /** The first day that is shown. */
  start: string;
  share: (days: number) => string;
  onOpen: () => void;
  onUntil: (until: string) => void;
}): ReactNode {
  const t = useTexts();
  const format = useFormat();
  const lane = useRef<HTMLLIElement>(null);
  const [dragged, setDragged] = useState<string | null>(null);
  const until = dragged ?? rule.until;
  const first = rule.from === undefined ? 0 : daysBetween(start, rule.from);
  const last = until === undefined ? DAYS : daysBetween(start, until) + 1;
  const least = [rule.from ?? '', today()].sort().at(-1)!;
  const moveTo = (day: string): string => (day < least ? least : day);
  const dayAt = ({ clientX }: PointerEvent): string => {
    const { left, width } = lane.current!.getBoundingClientRect();
    return moveTo(dayAfter(start, Math.round(((clientX - left) / width) * DAYS) - 1));
  };
  const onKeyDown = (event: KeyboardEvent): void => {
    const by = { ArrowLeft: -1, ArrowRight: 1 }[event.key];
    if (by === undefined || until === undefined) return;
    event.preventDefault();
    onUntil(moveTo(dayAfter(until, by)));
  };
  const isLater = first >= DAYS;
  return (
    <li ref={lane} className={classes.lane}>
      <span
        className={classes.bar}
        data-open={until === undefined || undefined}
        style={
          isLater
            ? { insetInlineEnd: 0 }
            : { insetInlineStart: share(first), width: `calc(${share(last)} - ${share(first)})` }
        }
      >
        <button type="button" className={classes.name} title={name} onClick={onOpen}>
          {cover !== null && (
            <span className={classes.cover}>
              <TitleCover {...cover} size="fill" />
            </span>
          )}
          <span>{isLater ? `${format.period(rule.from!, 'day')} · ${name}` : name}</span>
        </button>
        {until !== undefined && last <= DAYS && last > 0 && (
          <span
            className={classes.end}
            role="slider"
            tabIndex={0}
            aria-label={t('rules.endOf', { name })}
            aria-valuemin={0}
            aria-valuemax={DAYS}
            aria-valuenow={last}
            aria-valuetext={format.calendarDay(until)}
            title={format.calendarDay(until)}
            onKeyDown={onKeyDown}
            onPointerDown={(event) => event.currentTarget.setPointerCapture(event.pointerId)}
            onPointerMove={(event) =>
              event.currentTarget.hasPointerCapture(event.pointerId) && setDragged(dayAt(event))
            }
            onPointerUp={(event) => {
              event.currentTarget.releasePointerCapture(event.pointerId);
              if (dragged !== null && dragged !== rule.until) onUntil(dragged);
              setDragged(null);
            }}
          />
        )}
      </span>
    </li>
  );
}
