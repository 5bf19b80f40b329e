import { Group } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { useRef, type ReactNode } from 'react';
import type { ProfileView } from '../../../shared/contract/recommendation';
import type { TunedItem } from '../../../shared/contract/tuning';
import type { TestedProfile } from '../../quality/contract/tested';
import { useNameApart } from '../../../renderer/components/use-name-apart';
import { useKeys } from '../../../renderer/components/use-keys';
import { useNarrow } from '../../../renderer/components/use-narrow';
import { useEngine } from '../../../renderer/connection/engine-context';
import { useTexts } from '../../../renderer/locales/use-texts';
import { showChildScreen } from '../../../renderer/stores/child-screen';
import { toggleDetails } from '../../../renderer/stores/list-details';
import type { RuleOfTitle } from '../../rules/window/public';
import { AttributesBar } from './AttributesBar';
import { ChildActions } from './ChildActions';
import { ComparePanes, useOneListATab } from './ComparePanes';
import { HistoryPane } from './HistoryPane';
import { HitsPane } from './HitsPane';
import { ListPane } from './ListPane';
import { NeighboursPane } from './NeighboursPane';
import { OtherListPane } from './OtherListPane';
import { useDrawer } from './use-drawer';
import { SecondRunPicker } from './SecondRunPicker';
import type { GroupCounts } from './shared-groups';
import { useListStability } from './stability/use-list-stability';
import { reasonNoCondition } from './tuning/tunable';
import type { OpenChild } from './use-open-child';

export interface FormProperties {
  child: OpenChild;
  attributes: ProfileView['attributes'];
  history: ProfileView['history'];
  /** Number of watched titles per group. */
  watchedGroups: GroupCounts;
  /** Starts a rule about a title. */
  onRule: (kind: RuleOfTitle, item: TunedItem) => void;
}

/** The history beside the list with its figures, or the lists of two runs; over the history why a title is there, or the tuning. */
export function ListForm({ child, attributes, history, watchedGroups, onRule }: FormProperties): ReactNode {
  const t = useTexts();
  const { queries } = useEngine();
  const { run, runId, data, profile, from, second, isChange, tuning, answer, asRanked, delivered } = child;
  const nameApart = useNameApart();
  const isNarrow = useNarrow();
  const isOneATab = useOneListATab();
  const searchField = useRef<HTMLInputElement>(null);
  const tested = useQuery(queries.profiles.tested.queryOptions({ input: { runId, profile } }));
  const stability = useListStability(runId, profile, tuning);
  const drawer = useDrawer(child, attributes);
  useKeys([
    ['D', toggleDetails, { usePhysicalKeys: true }],
    [
      'shift+Y',
      (event) => {
        // Otherwise the shortcut's letter would be typed into the field.
        event.preventDefault();
        searchField.current?.focus();
      },
      { usePhysicalKeys: true },
    ],
  ]);
  const present = answer.list?.items.map(({ item }) => item) ?? null;
  const hitsLabel = (test: TestedProfile | null | undefined): string =>
    !test?.list
      ? t('compare.hits.tab')
      : t('compare.hits.tabCount', { found: test.list.filter(({ hit }) => hit).length, count: test.targets.length });
  return (
    <>
      <Group justify="space-between" align="flex-start" gap="xs">
        <AttributesBar data={data} attributes={attributes} run={run} tuned={tuning.attributes} />
        <Group gap="xs">
          {!isNarrow && <SecondRunPicker run={run} second={second} />}
          <ChildActions child={child} hasMenu={isNarrow} hasNote />
        </Group>
      </Group>
      <ComparePanes
        place={`${runId} ${profile}`}
        historyCount={history.length}
        history={
          <HistoryPane
            data={data}
            history={history}
            hidden={answer.list?.hidden ?? []}
            tuning={tuning}
            knowsAttributes={reasonNoCondition(run) === null}
          />
        }
        neighbours={<NeighboursPane run={run} profile={profile} origin={from.origin} />}
        hits={<HitsPane tested={tested} run={run} watched={history.length} />}
        hitsLabel={hitsLabel(tested.data)}
        other={
          second === null ? null : (
            <OtherListPane
              run={run}
              other={second}
              profile={profile}
              rules={child.rules}
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
              second === null ? null : isChange ? t('compare.listAfter', { name: nameApart(run) }) : nameApart(run)
            }
            isChange={isChange}
            watchedGroups={watchedGroups}
            explained={child.explained}
            onExplain={child.explain}
            searchField={searchField}
            onWhyNot={child.askMissing}
            onChildScreen={() =>
              showChildScreen({
                runId,
                profile,
                rules: delivered,
                tuning,
                ...(second === null ? {} : { against: second }),
              })
            }
            asRanked={second === null || isOneATab ? asRanked : null}
            stability={stability}
            oddReason={from.reasonOf}
            onRule={onRule}
            tuning={{ isOpen: child.mode === 'tune', toggle: () => child.toggleMode('tune') }}
          />
        }
        drawer={drawer}
      />
    </>
  );
}
