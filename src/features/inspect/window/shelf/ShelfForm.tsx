import { Button, Kbd, Text } from '@mantine/core';
import { skipToken, useQuery } from '@tanstack/react-query';
import { useRef, type ReactNode } from 'react';
import type { TunedList } from '../../../../shared/contract/tuning';
import { ChildScreenButton } from '../../../../renderer/components/ChildScreenButton';
import { useKeys } from '../../../../renderer/components/use-keys';
import { useTexts } from '../../../../renderer/locales/use-texts';
import { useEngine } from '../../../../renderer/connection/engine-context';
import { showChildScreen } from '../../../../renderer/stores/child-screen';
import { ChildActions } from '../ChildActions';
import type { FormProperties } from '../ListForm';
import type { OpenChild } from '../use-open-child';
import { useDrawer } from '../use-drawer';
import { AboutPane, Moved } from './AboutPane';
import { Shelf } from './Shelf';
import { useHeld } from '../use-held';
import { useSwipe } from './use-swipe';
import { WatchedStrip } from './WatchedStrip';
import classes from './Shelf.module.css';

/** What the child watched as a strip of time, its list as covers, and one room beside them for all that is asked. */
export function ShelfForm({ child, attributes, history, watchedGroups }: FormProperties): ReactNode {
  const t = useTexts();
  const { runId, profile, from, mode, tuning, rules, answer, second, delivered } = child;
  const { asking } = answer;
  const held = useHeld('Backslash');
  const before = useBefore(child, held.isHeld || mode !== 'shelf');
  const list = held.isHeld && before !== null ? before : answer.list;
  const drawer = useDrawer(child, attributes);
  const swipe = useSwipe({ left: () => from.step('next'), right: () => from.step('previous') });
  const noteField = useRef<HTMLTextAreaElement>(null);
  const writeNote = (event: KeyboardEvent): void => {
    // Otherwise the shortcut's letter would be typed into the field.
    event.preventDefault();
    child.explain(null);
    child.closeMode();
    requestAnimationFrame(() => noteField.current?.focus());
  };
  useKeys([
    ['W', () => child.toggleMode('whatif'), { usePhysicalKeys: true }],
    ['N', writeNote, { usePhysicalKeys: true }],
  ]);
  return (
    <>
      <WatchedStrip
        profile={profile}
        history={history}
        hidden={answer.list?.hidden ?? []}
        tuning={tuning}
        canTakeOut={mode === 'whatif'}
      />
      <div className={classes.room}>
        <div className={classes.two}>
          {list === null ? (
            <section className={classes.stage} aria-label={t('compare.list')} aria-busy={asking}>
              {asking && (
                <Text size="sm" c="dimmed" role="status">
                  {t('common.loading')}
                </Text>
              )}
            </section>
          ) : (
            <Shelf
              list={list}
              history={history}
              asked={{ runId, profile, tuning, rules }}
              since={mode === 'shelf' ? child.since : null}
              isMoved={list === answer.list && (!list.neutral || list.against !== null)}
              isDimmed={asking}
              chosen={child.explained}
              onChoose={(item) => child.explain(item === child.explained ? null : item)}
              oddReason={from.reasonOf}
              swipe={swipe}
            />
          )}
          <div className={classes.side} data-asked={drawer !== null || undefined}>
            {drawer ?? (
              <AboutPane child={child} attributes={attributes} watchedGroups={watchedGroups} noteField={noteField} />
            )}
            {mode !== 'shelf' && answer.list !== null && (
              <div className={classes.moved}>
                <Moved list={answer.list} />
              </div>
            )}
            <div className={classes.foot}>
              {mode !== 'shelf' && (
                <Button
                  variant="default"
                  title={t('shelf.beforeHeld')}
                  rightSection={<Kbd size="sm">\</Kbd>}
                  {...held.button}
                >
                  {t('shelf.before')}
                </Button>
              )}
              <ChildActions child={child} hasMenu hasNote={false} />
              <ChildScreenButton
                isNamed={mode === 'shelf'}
                onShow={() =>
                  showChildScreen({
                    runId,
                    profile,
                    rules: delivered,
                    tuning,
                    ...(second === null ? {} : { against: second }),
                  })
                }
              />
            </div>
          </div>
        </div>
      </div>
    </>
  );
}

/** The list that a mode, the second run or the rules changed; null until it is there. */
function useBefore({ runId, profile, rules, second, answer }: OpenChild, isWanted: boolean): TunedList | null {
  const { queries } = useEngine();
  const isTuned = answer.list?.neutral === false;
  const input = isTuned
    ? { runId, profile, rules }
    : second === null
      ? { runId, profile, rules: 'none' as const }
      : { runId: second.runId, profile, rules };
  const { data } = useQuery(queries.lists.show.queryOptions({ input: isWanted ? input : skipToken }));
  return data ?? null;
}
