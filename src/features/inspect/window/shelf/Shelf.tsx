import { IconAlertTriangle, IconArrowDown, IconArrowUp, IconPin } from '@tabler/icons-react';
import { useRef, useState, type ReactNode } from 'react';
import type { ProfileView } from '../../../../shared/contract/recommendation';
import type { TunedItem, TunedList } from '../../../../shared/contract/tuning';
import type { Translate } from '../../../../shared/words/texts';
import { TitleCover } from '../../../../renderer/components/titles/TitleCover';
import { useTexts } from '../../../../renderer/locales/use-texts';
import { movementOf } from '../movement';
import type { Asked } from '../why/QuestionPane';
import type { Since } from './use-since';
import { useGlide } from './use-glide';
import { useRoving } from './use-roving';
import type { useSwipe } from './use-swipe';
import { useWhyLine } from './use-why-line';
import classes from './Shelf.module.css';

const LINE = 'shelf-line';

/** The list as covers, five beside each other; pointing at one says why it is there in one line. */
export function Shelf({
  list,
  history,
  asked,
  since,
  isMoved,
  isDimmed,
  chosen,
  onChoose,
  oddReason,
  swipe,
}: {
  list: TunedList;
  history: ProfileView['history'];
  /** What is asked about a title. */
  asked: Omit<Asked, 'item'>;
  /** What came since the week before, marked where places are not compared; null where that is not known. */
  since: Since | null;
  /** Whether places are compared with those before. */
  isMoved: boolean;
  /** Whether another list is on its way. */
  isDimmed: boolean;
  /** The title that is explained. */
  chosen: string | null;
  onChoose: (item: string) => void;
  /** Why a title is odd; null for a title that is not. */
  oddReason: (item: string) => string | null;
  /** A swipe over the covers leads to another child. */
  swipe: ReturnType<typeof useSwipe>;
}): ReactNode {
  const t = useTexts();
  const isSince = new Set(isMoved ? [] : since?.came.map((one) => one.item));
  const shelf = useRef<HTMLOListElement>(null);
  const { items } = list;
  const { list: stops, tabIndexOf } = useRoving(items.map(({ item }) => item));
  useGlide(shelf, list.profile);
  const [pointed, setPointed] = useState<string | null>(null);
  const item = items.find((one) => one.item === pointed) ?? null;
  const odd = item === null ? null : oddReason(item.item);
  const why = useWhyLine(item, asked, history);
  const line = odd ?? why;
  return (
    <section className={classes.stage} aria-label={t('compare.list')} aria-busy={isDimmed}>
      {items.length === 0 ? (
        <p>{t('compare.emptyList')}</p>
      ) : (
        <ol
          ref={shelf}
          className={classes.shelf}
          data-dimmed={isDimmed || undefined}
          data-tour="compare"
          {...stops}
          {...swipe}
          onFocus={(event) => {
            stops.onFocus(event);
            setPointed(itemOf(event.target));
          }}
          onBlur={() => setPointed(null)}
          onMouseOver={({ target }) => setPointed(itemOf(target))}
          onMouseLeave={() => setPointed(null)}
          onScroll={() => setPointed(null)}
        >
          {items.map((one) => (
            <Tile
              key={one.item}
              item={one}
              isMoved={isMoved}
              newSince={isSince.has(one.item) ? since!.week : null}
              isOdd={oddReason(one.item) !== null}
              isChosen={one.item === chosen}
              tabIndex={tabIndexOf(one.item)}
              line={one.item === pointed ? line : null}
              onChoose={() => onChoose(one.item)}
            />
          ))}
        </ol>
      )}
    </section>
  );
}

const itemOf = (target: EventTarget): string | null =>
  (target instanceof Element && target.closest<HTMLElement>('[data-item]')?.dataset['item']) || null;

function Tile({
  item: { item, title, rank, rules, ...moved },
  newSince,
  isMoved,
  isOdd,
  isChosen,
  tabIndex,
  line,
  onChoose,
}: {
  item: TunedItem;
  /** The week before, if it has not been there then. */
  newSince: string | null;
  isMoved: boolean;
  isOdd: boolean;
  isChosen: boolean;
  tabIndex: 0 | -1;
  /** Why it is there, while it is pointed at. */
  line: string | null;
  onChoose: () => void;
}): ReactNode {
  const t = useTexts();
  const marks = useMarks({ rank, rules, ...moved }, isMoved, newSince);
  return (
    <li className={classes.tile} data-item={item} data-entered={(isMoved && moved.before === null) || undefined}>
      <button
        type="button"
        className={classes.cover}
        tabIndex={tabIndex}
        aria-label={[t('shelf.rank', { rank, title: title ?? item }), ...marks.map(({ said }) => said)].join(', ')}
        aria-pressed={isChosen}
        {...(line !== null && { 'aria-describedby': LINE })}
        onClick={onChoose}
      >
        <span className={classes.rank}>{rank}</span>
        <span className={classes.book}>
          <TitleCover item={item} title={title ?? item} size="fill" />
        </span>
      </button>
      {/* Said in the name of the button, whose visible text it would part. */}
      <span className={classes.marks} aria-hidden>
        {marks.map(({ kind, shown }) => (
          <span key={kind} className={classes.mark} data-mark={kind}>
            {shown}
          </span>
        ))}
        {isOdd && <IconAlertTriangle size={16} className={classes.odd} aria-hidden />}
      </span>
      {line !== null && (
        <span id={LINE} role="tooltip" className={classes.line}>
          {line}
        </span>
      )}
    </li>
  );
}

interface Mark {
  readonly kind: 'rule' | 'new' | 'up' | 'down';
  readonly shown: ReactNode;
  readonly said: string;
}

/** Below the rank: the pin of a rule, and how it moved or that it is new. */
function useMarks(
  item: Pick<TunedItem, 'rank' | 'before' | 'rules'>,
  isMoved: boolean,
  newSince: string | null,
): readonly Mark[] {
  const t = useTexts();
  const pin: Mark = { kind: 'rule', shown: <IconPin size={16} aria-hidden />, said: t('shelf.byRule') };
  const moved = movementOf(item);
  const isNew = isMoved && moved.kind === 'new';
  return [
    ...(item.rules.length > 0 ? [pin] : []),
    ...(newSince !== null
      ? [{ kind: 'new', shown: t('shelf.new'), said: t('shelf.newSince', { week: newSince }) } as const]
      : []),
    ...(isNew ? [{ kind: 'new', shown: t('shelf.new'), said: t('shelf.new') } as const] : []),
    ...(isMoved && (moved.kind === 'up' || moved.kind === 'down') ? [stepOf(moved, t)] : []),
  ];
}

function stepOf({ kind, by }: { kind: 'up' | 'down'; by: number }, t: Translate): Mark {
  const Arrow = kind === 'up' ? IconArrowUp : IconArrowDown;
  const shown = (
    <>
      <Arrow size={12} stroke={2.5} aria-hidden />
      {by}
    </>
  );
  return { kind, shown, said: t(`shelf.${kind}`, { count: by }) };
}
