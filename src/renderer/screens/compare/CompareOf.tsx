/** One profile under one run, in three panes: its history, its list, its tuning. */
import { useDocumentTitle } from '@mantine/hooks';
import { Tabs } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { useEffect, type ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import type { RunRecord } from '../../../shared/contract';
import { ErrorNotice } from '../../components/ErrorNotice';
import { Query } from '../../components/Query';
import { useKeys } from '../../components/use-keys';
import { useEngine } from '../../connection/engine-context';
import { AttributesBar } from './AttributesBar';
import { CompareHeader } from './CompareHeader';
import { HistoryPane } from './HistoryPane';
import { ListPane } from './ListPane';
import { NeighboursPane } from './NeighboursPane';
import { TuningPanel } from './TuningPanel';
import { nextMask, openTuning, tuningFor, useTuning } from './tuning-store';
import { useTunedList } from './use-tuned-list';
import classes from './Compare.module.css';

export function CompareOf({ run, data, profile }: { run: RunRecord; data: string; profile: string }): ReactNode {
  const { t } = useTranslation();
  const { queries } = useEngine();
  const { runId } = run;
  const title = t('compare.title', { profile });
  useDocumentTitle(`${title} · Shelfwise`);
  // The tuning of the profile before is never shown, nor asked for, under this one.
  const kept = useTuning();
  const tuning = tuningFor(kept, runId, profile);
  useEffect(() => openTuning(runId, profile), [runId, profile]);
  const opened = useQuery(queries.recommend.queryOptions({ input: { runId, profile } }));
  const answer = useTunedList(runId, profile, kept.profile === profile && kept.runId === runId ? kept.tuning : tuning);
  useKeys([['M', nextMask, { usePhysicalKeys: true }]]);

  return (
    <div className={classes.screen}>
      <CompareHeader run={run} data={data} profile={profile} title={title} />
      <Query of={opened} lines={10}>
        {({ attributes, history }) => (
          <>
            <AttributesBar data={data} attributes={attributes} run={run} tuned={tuning.attributes} />
            {answer.error !== null && <ErrorNotice title={t('compare.tuneFailed')} error={answer.error} />}
            <div className={classes.panes}>
              <section className={classes.pane} aria-label={t('compare.history')}>
                <Tabs defaultValue="history" keepMounted={false} className={classes.tabs}>
                  <Tabs.List>
                    <Tabs.Tab value="history">{t('compare.historyCount', { count: history.length })}</Tabs.Tab>
                    <Tabs.Tab value="neighbours">{t('compare.neighbours')}</Tabs.Tab>
                  </Tabs.List>
                  <Tabs.Panel value="history" className={classes.scroll} tabIndex={0}>
                    <HistoryPane data={data} history={history} hidden={answer.list?.hidden ?? []} tuning={tuning} />
                  </Tabs.Panel>
                  <Tabs.Panel value="neighbours" className={classes.scroll} tabIndex={0}>
                    <NeighboursPane run={run} profile={profile} />
                  </Tabs.Panel>
                </Tabs>
              </section>
              <ListPane answer={answer} />
              <TuningPanel run={run} tuning={tuning} />
            </div>
          </>
        )}
      </Query>
    </div>
  );
}
