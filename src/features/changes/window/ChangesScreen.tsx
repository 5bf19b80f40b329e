import { SegmentedControl, Text } from '@mantine/core';
import { skipToken, useQuery } from '@tanstack/react-query';
import { type ReactNode, useMemo, useState } from 'react';
import { useParams } from 'wouter';
import { BackToRuns } from '../../../renderer/actions/BackToRuns';
import { BackLink } from '../../../renderer/components/BackLink';
import { cameFromOf, sideOf } from '../../../renderer/components/changes-place';
import { ErrorNotice } from '../../../renderer/components/ErrorNotice';
import { Query } from '../../../renderer/components/Query';
import { Screen } from '../../../renderer/components/Screen';
import { useEngine } from '../../../renderer/connection/engine-context';
import { useTexts } from '../../../renderer/locales/use-texts';
import { screenRow } from '../../screens';
import { changesFinding } from '../contract/summary';
import { ChancePart } from './ChancePart';
import { ListsThatChanged } from './ListsThatChanged';
import { MovedPicture } from './MovedPicture';
import { RunsBeside } from '../../run-comparison/window/public';
import { SideChooser } from './SideChooser';
import { useDelivery } from './use-delivery';

/** What the screen shows: titles or genres that moved, or the two models beside each other. */
const PARTS = ['titles', 'groups', 'models'] as const;
type Part = (typeof PARTS)[number];

/** What moved between the delivered lists of two runs beyond chance, why, and the children behind it; below, whose lists changed. */
export function ChangesScreen(): ReactNode {
  const t = useTexts();
  const params = useParams<{ before: string; after: string; from?: string }>();
  const { queries } = useEngine();
  const before = useDelivery(useMemo(() => sideOf(params.before), [params.before]));
  const after = useDelivery(useMemo(() => sideOf(params.after), [params.after]));
  const request = useMemo(
    () => (before.choice === null || after.choice === null ? null : { before: before.choice, after: after.choice }),
    [before.choice, after.choice],
  );
  const sides = useMemo(() => ({ before: before.side, after: after.side }), [before.side, after.side]);
  const from = cameFromOf(params.from);
  const isOneRun = before.side.runId === after.side.runId;
  const [chosen, setChosen] = useState<Part>(from === 'runs' ? 'models' : 'titles');
  const part = isOneRun && chosen === 'models' ? 'titles' : chosen;
  const of = part === 'models' ? 'titles' : part;
  const told = useQuery(queries.changes.lists.queryOptions({ input: request ?? skipToken }));
  const failed = before.failed ?? after.failed;
  const isTuningGone = before.isTuningGone || after.isTuningGone;
  return (
    <Screen
      title={
        part === 'models'
          ? t('changes.picture.beside')
          : told.data === undefined
            ? t('shell.screen.changes')
            : changesFinding(told.data, of, t)
      }
      subtitle={
        <>
          {from === undefined ? (
            <BackToRuns />
          ) : (
            <BackLink to={screenRow(from).place}>{t(`shell.screen.${from}`)}</BackLink>
          )}
          {part !== 'models' && told.data !== undefined && <ChancePart changes={told.data} of={of} />}
        </>
      }
      actions={
        <SegmentedControl
          aria-label={t('changes.picture')}
          value={part}
          onChange={(value) => setChosen(value as Part)}
          data={PARTS.filter((one) => one !== 'models' || !isOneRun).map((value) => ({
            value,
            label: t(`changes.picture.${value}`),
          }))}
        />
      }
    >
      {part === 'models' ? (
        <RunsBeside runIds={[before.side.runId, after.side.runId]} />
      ) : isTuningGone ? (
        <Text role="status">{t('changes.tuningGone')}</Text>
      ) : failed !== null ? (
        <ErrorNotice error={failed.error} onRetry={() => void failed.refetch()} />
      ) : (
        <Query of={told} lines={12}>
          {(changes) => <MovedPicture changes={changes} of={of} request={request!} sides={sides} from={from} />}
        </Query>
      )}
      {part !== 'models' && <SideChooser before={before} after={after} from={from} />}
      {part !== 'models' && told.data !== undefined && (
        <ListsThatChanged changes={told.data} of={of} request={request!} sides={sides} from={from} />
      )}
    </Screen>
  );
}
