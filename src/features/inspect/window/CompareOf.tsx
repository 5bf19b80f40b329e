import { useDocumentTitle } from '@mantine/hooks';
import { useQuery } from '@tanstack/react-query';
import { useEffect, useMemo, useRef, useState, type ReactNode } from 'react';
import { useTexts } from '../../../renderer/locales/use-texts';
import { hasLists, type Run } from '../../../shared/contract/run-life';
import type { RunRecord } from '../../../shared/contract/run';
import { NEUTRAL_TUNING } from '../../../shared/contract/tuning';
import { isEarlier } from '../../../shared/recipe/earlier';
import type { TestedProfile } from '../../quality/contract/tested';
import { ErrorNotice } from '../../../renderer/components/ErrorNotice';
import { Query } from '../../../renderer/components/Query';
import { sideOf } from '../../../renderer/components/changes-place';
import type { CameFrom, Origin } from '../../../renderer/components/origin';
import { UndecidedLine } from '../../../renderer/components/UndecidedLine';
import { useKeys } from '../../../renderer/components/use-keys';
import { useEngine } from '../../../renderer/connection/engine-context';
import { showChildScreen } from '../../../renderer/stores/child-screen';
import { toggleDetails } from '../../../renderer/stores/list-details';
import { useNameApart } from '../../../renderer/components/use-name-apart';
import { useRuns } from '../../../renderer/stores/engine-data';
import { useCountingRules } from '../../../renderer/stores/use-counting-rules';
import { EarlierNotice } from '../../../renderer/actions/EarlierNotice';
import { AttributesBar } from './AttributesBar';
import { CompareHeader } from './CompareHeader';
import { ComparePanes, useOneListATab } from './ComparePanes';
import { HistoryPane } from './HistoryPane';
import { HitsPane } from './HitsPane';
import { ListPane } from './ListPane';
import { NeighboursPane } from './NeighboursPane';
import { WhyNewTitle } from '../../new-titles/window/public';
import { OtherListPane } from './OtherListPane';
import { useSecondRun } from './second-run';
import { countGroups } from './shared-groups';
import { reasonNoCondition } from './tuning/tunable';
import { focusTuning, leaveTuning, TuningPanel } from './tuning/TuningPanel';
import { nextMask, openTuning, tuningFor, useTuning } from './tuning/tuning-store';
import { useEffectGroup } from './tuning/use-effect-group';
import { useListStability } from './stability/use-list-stability';
import { type DraftKind, useDraftRule } from '../../rules/window/public';
import { useTunedList } from './tuning/use-tuned-list';
import { WhyNotPanel } from './why/WhyNotPanel';
import { WhyPanel } from './why/WhyPanel';
import { useTuningEffect } from './tuning/use-tuning-effect';
import classes from '../../../renderer/components/panes.module.css';

/** The run to compare with, if it is another run that has lists. */
function useSecond(run: RunRecord, origin: Origin | null): RunRecord | null {
  const { data: runs = [] } = useRuns();
  const chosen = useSecondRun(({ runId, from }) => (from === null || from === origin?.kind ? runId : null));
  const second = runs.find((one) => one.runId === chosen && hasLists(one)) ?? null;
  return second?.runId === run.runId ? null : second;
}

/** Whether it was opened from what changed between exactly these two. */
const isBeforeAndAfter = (origin: Origin | null, before: RunRecord, after: RunRecord): boolean =>
  origin?.kind === 'changes' &&
  sideOf(origin.values['before'] ?? '').runId === before.runId &&
  sideOf(origin.values['after'] ?? '').runId === after.runId;

/** The title of the row that has the focus. */
const focusedItem = (): string | undefined =>
  document.activeElement?.closest<HTMLElement>('[data-item]')?.dataset['item'];

/** One profile under one run: its history beside its list, and over the history why a title is there, or the tuning. */
export function CompareOf({
  run,
  data,
  profile,
  from,
}: {
  run: Run;
  data: string;
  profile: string;
  /** The list that one came from. */
  from: CameFrom;
}): ReactNode {
  const t = useTexts();
  const { queries } = useEngine();
  const { runId } = run;
  const title = t('compare.title', { profile });
  useDocumentTitle(`${title} · Shelfwise`);
  // A tuning of another profile is neither shown nor requested here.
  const kept = useTuning();
  const isOfQueue = from.origin?.kind === 'review';
  const isReadOnly = isEarlier(run.recipe);
  const tuning = isReadOnly ? NEUTRAL_TUNING : tuningFor(kept, runId, profile, isOfQueue);
  const [explained, setExplained] = useState<string | null>(null);
  const [isTuning, setIsTuning] = useState(false);
  /** The title for which "why not in the list" is asked; no title is explained meanwhile. */
  const [missing, setMissing] = useState<string | null>(null);
  const searchField = useRef<HTMLInputElement>(null);
  const explainItem = (item: string | null): void => {
    setExplained(item);
    setMissing(null);
  };
  useEffect(() => {
    openTuning(runId, profile, isOfQueue);
    setExplained(null);
    setMissing(null);
  }, [runId, profile, isOfQueue]);
  const opened = useQuery(queries.profiles.open.queryOptions({ input: { data, profile } }));
  const tested = useQuery(queries.profiles.tested.queryOptions({ input: { runId, profile } }));
  const nameApart = useNameApart();
  const second = useSecond(run, from.origin);
  const isChange = second !== null && isBeforeAndAfter(from.origin, second, run);
  const isKept = !isReadOnly && kept.profile === profile && kept.runId === runId && kept.isOfQueue === isOfQueue;
  const [isAsRanked, setIsAsRanked] = useState(false);
  // For the day that is reviewed and exported, too.
  const { counting, choice } = useCountingRules(data);
  const hasRules = counting != null;
  const rules = isAsRanked && hasRules ? 'none' : choice.rules;
  // One switch for both lists: above the first of them.
  const asRanked = hasRules ? { isOn: isAsRanked, setOn: setIsAsRanked } : null;
  const isOneATab = useOneListATab();
  const answer = useTunedList(
    { runId, profile, tuning: isKept ? kept.tuning : tuning, rules },
    counting,
    second?.runId ?? null,
  );
  const stability = useListStability(runId, profile, isKept ? kept.tuning : tuning);
  const explainedNew = answer.list?.items.find(({ item, newTitle }) => item === explained && newTitle !== null);
  const watchedGroups = useMemo(() => countGroups(opened.data?.history ?? []), [opened.data]);
  const group = useEffectGroup(data, opened.data?.attributes ?? [], from);
  const effect = useTuningEffect(runId, tuning, group?.filter ?? {}, rules);
  const present = answer.list?.items.map(({ item }) => item) ?? null;
  // Of a title without viewings, its metadata says why it is there, not the model.
  const canExplain = (asked: string): boolean =>
    !isReadOnly || answer.list?.items.some(({ item, newTitle }) => item === asked && newTitle !== null) === true;
  const hitsLabel = (test: TestedProfile | null | undefined): string =>
    !test?.list
      ? t('compare.hits.tab')
      : t('compare.hits.tabCount', { found: test.list.filter(({ hit }) => hit).length, count: test.targets.length });
  const explain = (): void => {
    const item = focusedItem();
    // Without a focused row, explains the first title, or closes the explanation.
    const asked =
      item === undefined && explained === null ? (present?.[0] ?? null) : explained === item ? null : (item ?? null);
    explainItem(asked !== null && canExplain(asked) ? asked : null);
  };
  const toggleTuning = (): void => {
    if (isReadOnly) return;
    const isOpen = isTuning && explained === null && missing === null;
    explainItem(null);
    setIsTuning(!isOpen);
    if (isOpen) leaveTuning();
    else focusTuning();
  };
  const closeTuning = (): void => {
    if (isTuning) leaveTuning();
    setIsTuning(false);
  };
  const draftRule = useDraftRule(data);
  const draftFocused = (kind: DraftKind): void => {
    const item = answer.list?.items.find((one) => one.item === focusedItem());
    if (item !== undefined) void draftRule(kind, item);
  };
  useKeys([
    ['P', () => draftFocused('pin'), { usePhysicalKeys: true }],
    ['B', () => draftFocused('boost'), { usePhysicalKeys: true }],
    ['H', () => draftFocused('hide'), { usePhysicalKeys: true }],
    ['L', nextMask, { usePhysicalKeys: true }],
    ['W', explain, { usePhysicalKeys: true }],
    ['T', toggleTuning, { usePhysicalKeys: true }],
    ['D', toggleDetails, { usePhysicalKeys: true }],
    [
      'shift+W',
      (event) => {
        // Otherwise the shortcut's letter would be typed into the field.
        event.preventDefault();
        searchField.current?.focus();
      },
      { usePhysicalKeys: true },
    ],
    // One key closes one drawer.
    ['Escape', () => (explained === null && missing === null ? closeTuning() : explainItem(null))],
  ]);

  return (
    <div className={classes.screen}>
      <CompareHeader run={run} data={data} profile={profile} title={title} second={second} from={from} />
      {from.band}
      <UndecidedLine run={run} />
      <EarlierNotice run={run} />
      <Query of={opened} lines={10}>
        {({ attributes, history }) => (
          <>
            <AttributesBar data={data} attributes={attributes} run={run} tuned={tuning.attributes} />
            {answer.error !== null && <ErrorNotice title={t('compare.tuneFailed')} error={answer.error} />}
            <ComparePanes
              place={`${runId} ${profile}`}
              historyCount={history.length}
              history={
                <HistoryPane
                  data={data}
                  history={history}
                  hidden={answer.list?.hidden ?? []}
                  tuning={tuning}
                  canTune={!isReadOnly}
                  knowsAttributes={reasonNoCondition(run) === null}
                />
              }
              neighbours={isReadOnly ? null : <NeighboursPane run={run} profile={profile} origin={from.origin} />}
              hits={<HitsPane tested={tested} run={run} watched={history.length} />}
              hitsLabel={hitsLabel(tested.data)}
              other={
                second === null ? null : (
                  <OtherListPane
                    run={run}
                    other={second}
                    profile={profile}
                    rules={rules}
                    present={present}
                    isBefore={isChange}
                    watchedGroups={watchedGroups}
                    asRanked={isOneATab ? null : asRanked}
                  />
                )
              }
              list={
                <ListPane
                  answer={answer}
                  data={data}
                  runName={
                    second === null
                      ? null
                      : isChange
                        ? t('compare.listAfter', { name: nameApart(run) })
                        : nameApart(run)
                  }
                  isChange={isChange}
                  watchedGroups={watchedGroups}
                  explained={explained}
                  onExplain={explainItem}
                  canExplain={canExplain}
                  searchField={searchField}
                  onWhyNot={
                    isReadOnly
                      ? null
                      : (item) => {
                          setExplained(null);
                          setMissing(item);
                        }
                  }
                  onChildScreen={() =>
                    showChildScreen({
                      runId,
                      profile,
                      rules: choice.rules,
                      tuning,
                      ...(second === null ? {} : { against: second }),
                    })
                  }
                  asRanked={second === null || isOneATab ? asRanked : null}
                  stability={stability}
                  oddReason={from.reasonOf}
                  onDraft={(kind, item) => void draftRule(kind, item)}
                  tuning={isReadOnly ? null : { isOpen: isTuning, toggle: toggleTuning }}
                />
              }
              drawer={
                missing !== null ? (
                  <WhyNotPanel
                    runId={runId}
                    profile={profile}
                    item={missing}
                    tuning={tuning}
                    rules={rules}
                    onWhy={explainItem}
                    onClose={() => setMissing(null)}
                  />
                ) : explained === null ? (
                  isTuning ? (
                    <TuningPanel run={run} tuning={tuning} group={group} effect={effect} onClose={closeTuning} />
                  ) : null
                ) : explainedNew !== undefined ? (
                  <WhyNewTitle runId={runId} profile={profile} told={explainedNew} onClose={() => setExplained(null)} />
                ) : (
                  <WhyPanel
                    runId={runId}
                    profile={profile}
                    item={explained}
                    tuning={tuning}
                    rules={rules}
                    onClose={() => setExplained(null)}
                  />
                )
              }
            />
          </>
        )}
      </Query>
    </div>
  );
}
