import { Tabs } from '@mantine/core';
import { useMediaQuery } from '@mantine/hooks';
import { useEffect, useRef, useState, type ReactNode } from 'react';
import { useTexts } from '../../../renderer/locales/use-texts';
import { keepFocusSoon } from '../../../renderer/components/keep-focus';
import { TUNING } from './tuning/TuningPanel';
import classes from '../../../renderer/components/panes.module.css';

interface Properties {
  historyCount: number;
  history: ReactNode;
  neighbours: ReactNode;
  /** What the profile watched in the hold-out, and which of it the list contains. */
  hits: ReactNode;
  hitsLabel: string;
  /** The list of the compared run, or null. */
  other: ReactNode;
  list: ReactNode;
  tuning: ReactNode;
  /** Counts presses of the tuning key; each shows the tuning and focuses it. */
  tuningAsked: number;
  /** Why a title is in the list or not, shown in place of the tuning; null if not asked. */
  why: ReactNode;
  whyLabel: string;
}

interface Tab {
  value: string;
  label: string;
  body: ReactNode;
  /** Whether the body scrolls by itself below a fixed head. */
  isPane?: boolean;
}

const AT_ONCE = { getInitialValueInEffect: false } as const;

/**
 * The panes of a profile, as many side by side as the window has room for: history, lists, tuning. In a narrow window,
 * tuning and the other run's list become tabs beside the history, so that the list stays visible while it is tuned. At
 * the width of a laptop zoomed to 200 %, the list becomes a tab too.
 */
export function ComparePanes({
  historyCount,
  history,
  neighbours,
  hits,
  hitsLabel,
  other,
  list,
  tuning,
  tuningAsked,
  why,
  whyLabel,
}: Properties): ReactNode {
  const t = useTexts();
  const isFolded = useMediaQuery('(max-width: 1100px)', false, AT_ONCE);
  const isSingle = useMediaQuery('(max-width: 800px)', false, AT_ONCE);
  const side = why ?? tuning;
  const tabs: Tab[] = [
    ...(isSingle ? [{ value: 'list', label: t('compare.list'), body: list, isPane: true }] : []),
    { value: 'history', label: t('compare.historyCount', { count: historyCount }), body: history },
    { value: 'hits', label: hitsLabel, body: hits },
    { value: 'neighbours', label: t('compare.neighbours'), body: neighbours },
    ...(isFolded && other !== null ? [{ value: 'other', label: t('compare.runA'), body: other, isPane: true }] : []),
    ...(isFolded
      ? [{ value: 'side', label: why === null ? t('compare.tuning') : whyLabel, body: side, isPane: true }]
      : []),
  ];
  const first = isSingle ? 'list' : isFolded && other !== null ? 'other' : 'history';
  const [open, setOpen] = useState<string | null>(null);
  const isAsked = why !== null;
  const wasAsked = useRef(isAsked);
  useEffect(() => {
    setOpen(isAsked ? 'side' : null);
    // The pane being replaced may have had the focus.
    if (wasAsked.current !== isAsked) keepFocusSoon();
    wasAsked.current = isAsked;
  }, [isAsked]);
  useEffect(() => {
    if (tuningAsked === 0) return;
    if (isFolded) setOpen('side');
    // Runs on the next frame: the pane may still be in a hidden tab or replaced by an explanation.
    requestAnimationFrame(() => document.querySelector<HTMLElement>(`#${TUNING} [role='slider']`)?.focus());
  }, [tuningAsked, isFolded]);
  const shown = tabs.find(({ value }) => value === (open ?? first)) ?? tabs[0]!;

  return (
    <div
      className={classes.panes}
      data-compared={(other !== null && !isFolded) || undefined}
      data-fold={isSingle ? 'single' : isFolded ? 'folded' : undefined}
    >
      {/* A pane in a tab is a region by itself. */}
      <section className={classes.pane} aria-label={shown.isPane === true ? undefined : t('compare.history')}>
        <Tabs value={shown.value} onChange={setOpen} keepMounted={false} className={classes.tabs}>
          <Tabs.List>
            {tabs.map(({ value, label }) => (
              <Tabs.Tab key={value} value={value}>
                {label}
              </Tabs.Tab>
            ))}
          </Tabs.List>
          {tabs.map(({ value, body, isPane = false }) => (
            <Tabs.Panel
              key={value}
              value={value}
              className={isPane ? classes.tabs : classes.scroll}
              {...(isPane ? {} : { tabIndex: 0 })}
            >
              {body}
            </Tabs.Panel>
          ))}
        </Tabs>
      </section>
      {!isFolded && other}
      {!isSingle && list}
      {!isFolded && side}
    </div>
  );
}
