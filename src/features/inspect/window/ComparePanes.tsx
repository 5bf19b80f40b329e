import { Tabs } from '@mantine/core';
import { useMediaQuery } from '@mantine/hooks';
import { useEffect, useRef, useState, type ReactNode } from 'react';
import { useTexts } from '../../../renderer/locales/use-texts';
import { useScrollOf } from '../../../renderer/components/scroll-of-place';
import { keepFocusSoon } from '../../../renderer/components/keep-focus';
import lists from './Lists.module.css';
import classes from '../../../renderer/components/panes.module.css';

interface Properties {
  /** Names the profile and the run: where each pane is scrolled to belongs to them. */
  place: string;
  historyCount: number;
  history: ReactNode;
  neighbours: ReactNode;
  /** What the profile watched in the hold-out, and which of it the list contains. */
  hits: ReactNode;
  hitsLabel: string;
  /** The list of the compared run, or null. */
  other: ReactNode;
  list: ReactNode;
  /** What lies over the history, as a drawer: the tuning, or why a title is in the list or not; null for neither. */
  drawer: ReactNode;
}

interface Tab {
  value: string;
  label: string;
  body: ReactNode;
  /** The lists bring their own regions. */
  isList?: boolean;
  /** Whether a stop of Tab inside scrolls it. */
  hasStop?: boolean;
}

const AT_ONCE = { getInitialValueInEffect: false } as const;

/** Whether the window has no room for two lists beside each other. */
export const useOneListATab = (): boolean => useMediaQuery('(max-width: 560px)', false, AT_ONCE);

/**
 * The history of a profile beside its list, or the lists of two runs, and over the history a drawer. Where the window
 * has no room for that, the lists are a tab before the history; in the narrowest, each list is one.
 */
export function ComparePanes({
  place,
  historyCount,
  history,
  neighbours,
  hits,
  hitsLabel,
  other,
  list,
  drawer,
}: Properties): ReactNode {
  const t = useTexts();
  const isCompared = other !== null;
  const isNarrow = useOneListATab();
  const isSingle = useMediaQuery(isCompared ? '(max-width: 1100px)' : '(max-width: 800px)', false, AT_ONCE);
  const sheet = useRef<HTMLDivElement>(null);
  useScrollOf(sheet, `${place} list`);
  const beside = (
    <div
      ref={sheet}
      className={lists.lists}
      data-compared={(isCompared && !isNarrow) || undefined}
      tabIndex={0}
      role="group"
      aria-label={t('compare.lists')}
    >
      {!isNarrow && other}
      {list}
    </div>
  );
  const tabs: Tab[] = [
    ...(isSingle ? [{ value: 'list', label: t('compare.list'), body: beside, isList: true }] : []),
    ...(isNarrow && isCompared
      ? [{ value: 'other', label: t('compare.runA'), body: <div className={lists.lists}>{other}</div>, isList: true }]
      : []),
    { value: 'history', label: t('compare.historyCount', { count: historyCount }), body: history, hasStop: true },
    { value: 'hits', label: hitsLabel, body: hits },
    { value: 'neighbours', label: t('compare.neighbours'), body: neighbours },
  ];
  const [open, setOpen] = useState<string | null>(null);
  const shown = tabs.find(({ value }) => value === open) ?? tabs[0]!;
  const isOver = drawer !== null;
  const wasOver = useRef(isOver);
  useEffect(() => {
    // What is covered or taken away may have had the focus.
    if (wasOver.current !== isOver) keepFocusSoon();
    wasOver.current = isOver;
  }, [isOver]);

  return (
    <div className={classes.panes} data-fold={isSingle ? 'single' : undefined} data-over={isOver || undefined}>
      <div className={classes.side}>
        <section
          className={classes.pane}
          aria-label={shown.isList === true ? undefined : t('compare.history')}
          data-covered={isOver || undefined}
        >
          <Tabs value={shown.value} onChange={setOpen} keepMounted={false} className={classes.tabs}>
            <Tabs.List>
              {tabs.map(({ value, label }) => (
                <Tabs.Tab key={value} value={value}>
                  {label}
                </Tabs.Tab>
              ))}
            </Tabs.List>
            {tabs.map(({ value, body, isList = false, hasStop = isList }) => (
              <Panel
                key={value}
                value={value}
                isList={isList}
                hasStop={hasStop}
                place={shown.value === value ? place : null}
              >
                {body}
              </Panel>
            ))}
          </Tabs>
        </section>
        {isOver && <div className={classes.drawer}>{drawer}</div>}
      </div>
      {!isSingle && beside}
    </div>
  );
}

function Panel({
  value,
  isList,
  hasStop,
  place,
  children,
}: {
  value: string;
  isList: boolean;
  hasStop: boolean;
  /** Null while it is not shown. */
  place: string | null;
  children: ReactNode;
}): ReactNode {
  const box = useRef<HTMLDivElement>(null);
  useScrollOf(box, place === null || isList ? null : `${place} ${value}`);
  return (
    <Tabs.Panel
      ref={box}
      value={value}
      className={isList ? classes.tabs : classes.scroll}
      {...(hasStop ? {} : { tabIndex: 0 })}
    >
      {children}
    </Tabs.Panel>
  );
}
