import { Button, Checkbox, Group, List, Modal, Stack, Text } from '@mantine/core';
import { useQuery, useQueryClient } from '@tanstack/react-query';
import { type ReactNode, useState } from 'react';
import { useTexts } from '../../../renderer/locales/use-texts';
import { useLocation } from 'wouter';
import { type Forgetting, type ForgettingPlan, isGoing } from '../../../shared/contract/privacy';
import { finalValue } from '../../../shared/values/final-value';
import { visibleText } from '../../../shared/values/visible-text';
import { Details } from '../../../renderer/components/Details';
import { ErrorNotice } from '../../../renderer/components/ErrorNotice';
import { useFormat } from '../../../renderer/locales/format';
import { useNameApart } from '../../../renderer/components/use-name-apart';
import { keepFocus, keepFocusSoon } from '../../../renderer/components/keep-focus';
import { Query } from '../../../renderer/components/Query';
import { useEngine } from '../../../renderer/connection/engine-context';
import { endForgetting, useForgetting } from '../../../renderer/stores/forget-question';
import { dropNoteDraft } from '../../../renderer/stores/note-drafts';
import { dropOfDataset } from '../../../renderer/stores/of-dataset';
import { openDataset } from '../../../renderer/stores/selection';

/** Forgets the open profile, after saying what that changes and which runs can then no longer be verified. */
export function ForgetDialog(): ReactNode {
  const t = useTexts();
  const open = useForgetting((state) => state.open);
  const [shown, setShown] = useState(open);
  const [stage, setStage] = useState<Stage>('asks');
  if (open !== null && open !== shown) {
    setShown(open);
    setStage('asks');
  }
  const works = stage === 'works';
  return (
    <Modal
      opened={open !== null}
      // Closing it now would hide the result from the user.
      onClose={works ? () => undefined : close}
      onExitTransitionEnd={keepFocus}
      title={stage === 'done' ? t('privacy.doneTitle') : t('privacy.forgetTitle', { profile: shown?.profile ?? '' })}
      size="lg"
      closeButtonProps={{ 'aria-label': t('common.close'), disabled: works }}
    >
      {shown !== null && <ForgetForm {...shown} works={works} onStage={setStage} />}
    </Modal>
  );
}

type Stage = 'asks' | 'works' | 'done';

function close(): void {
  endForgetting();
  keepFocusSoon();
}

const REMOVED = ['events', 'notes', 'reviews', 'segments', 'texts', 'files', 'models'] as const;

interface Properties {
  data: string;
  profile: string;
  works: boolean;
  onStage: (stage: Stage) => void;
}

function ForgetForm({ data, profile, works, onStage }: Properties): ReactNode {
  const t = useTexts();
  const { client, queries } = useEngine();
  const cache = useQueryClient();
  const [, go] = useLocation();
  const [withModels, setWithModels] = useState(false);
  const [state, setState] = useState<{ done?: Forgetting; error?: unknown }>({});
  const plan = useQuery({
    ...queries.privacy.planForgetting.queryOptions({ input: { data, profile } }),
    enabled: state.done === undefined,
    gcTime: 0,
    staleTime: 0,
  });
  /** Also drops what this window has read of the profile. */
  const leave = (done: Forgetting): void => {
    const after = done.replaced.find(({ before }) => before === data)?.after;
    if (after) openDataset(after);
    done.replaced.forEach(({ before }) => dropOfDataset(before));
    go('/profiles');
    cache.removeQueries({ predicate: ({ queryKey }) => JSON.stringify(queryKey).includes(JSON.stringify(profile)) });
    void cache.invalidateQueries();
  };
  const forget = async (): Promise<void> => {
    onStage('works');
    setState({});
    try {
      const done = await finalValue(await client.privacy.forget({ data, profile, withModels }));
      dropNoteDraft(data, profile);
      onStage('done');
      setState({ done });
      leave(done);
    } catch (error) {
      onStage('asks');
      setState({ error });
    }
  };
  if (state.done !== undefined) return <Done done={state.done} />;
  return (
    <Query of={plan} lines={6}>
      {(found) => (
        <Stack gap="sm">
          <Text>
            {t(found.runs.length === 0 ? 'privacy.removesAlone' : 'privacy.removes', {
              data: found.datasets.length,
              runs: found.runs.length,
            })}
          </Text>
          {found.busy.length > 0 && <NamedRuns title={t('privacy.busy')} runs={found.busy} />}
          <LeftToYou plan={found} />
          {found.runs.length > 0 && (
            <Checkbox
              checked={withModels}
              onChange={(event) => setWithModels(event.currentTarget.checked)}
              label={t('privacy.withModels')}
              description={t('privacy.withModelsBody')}
            />
          )}
          <Details>
            <Stack gap="sm">
              <Consequences plan={found} />
              <Remains plan={found} />
            </Stack>
          </Details>
          {state.error !== undefined && <ErrorNotice title={t('privacy.forgetFailed')} error={state.error} />}
          <Group justify="flex-end" gap="xs">
            <Button variant="default" data-autofocus disabled={works} onClick={close}>
              {t('common.cancel')}
            </Button>
            <Button color="brick.8" disabled={found.busy.length > 0} loading={works} onClick={() => void forget()}>
              {t('privacy.forget')}
            </Button>
          </Group>
        </Stack>
      )}
    </Query>
  );
}

function Consequences({ plan }: { plan: ForgettingPlan }): ReactNode {
  const t = useTexts();
  const nameOf = usePlaces();
  const { datasets, runs, trash, goes } = plan;
  return (
    <>
      <Text size="sm">{t('privacy.data', { count: datasets.length })}</Text>
      <AffectedRuns runs={runs} />
      {runs.length > 0 && <Text size="sm">{t('privacy.stops')}</Text>}
      {trash > 0 && <Text size="sm">{t('privacy.trash', { count: trash })}</Text>}
      <Text size="sm">{t('privacy.kept')}</Text>
      {goes.length > 0 && <Named title={t('privacy.goes')} names={goes.map(nameOf)} />}
    </>
  );
}

/** Rows of the list of what is left to the user; details have all. */
const MOST_LEFT = 6;

/** What stays and only the user can see to, the surest first. */
function LeftToYou({ plan }: { plan: ForgettingPlan }): ReactNode {
  const t = useTexts();
  const nameOf = usePlaces();
  const nameApart = useNameApart();
  const { folders, exported, mentions, doubtful, otherRuns, unknown } = plan;
  const all = [
    ...exported.map((file) => t('privacy.left.file', { file })),
    ...mentions.map((place) => t('privacy.left.mention', { place: nameOf(place) })),
    ...doubtful.map(({ around, ...place }) =>
      t('privacy.left.doubtful', { place: nameOf(place), text: visibleText(around) }),
    ),
    ...otherRuns.map(({ id, name }) => t('privacy.left.run', { run: nameApart({ runId: id, name }) })),
    ...unknown.map(({ name }) => t('privacy.left.unknown', { name })),
    folders.length === 0 ? t('privacy.bundle') : t('privacy.left.folder', { folder: folders.join(', ') }),
  ];
  const further = all.length - MOST_LEFT;
  const shown = further > 0 ? [...all.slice(0, MOST_LEFT), t('privacy.left.more', { count: further })] : all;
  return <Named title={t('privacy.left')} names={shown} />;
}

/** What a place is called in which something was found. */
function usePlaces(): (place: Pick<ForgettingPlan['doubtful'][number], 'where' | 'id'>) => string {
  const t = useTexts();
  const format = useFormat();
  return ({ where, id }) =>
    isGoing(where)
      ? t(`privacy.goes.${where}`, { id: where === 'audit' || where === 'refreshes' ? format.moment(id) : id })
      : t(`privacy.where.${where}`, { id });
}

/** Files that remain and have to be removed by hand. */
function Remains({ plan }: { plan: ForgettingPlan }): ReactNode {
  const t = useTexts();
  const nameOf = usePlaces();
  const { folders, runs, others, otherRuns, unknown, exported, mentions, doubtful } = plan;
  return (
    <>
      <Text size="sm">
        {folders.length === 0 ? t('privacy.bundle') : t('privacy.folder', { folder: folders.join(', ') })}
      </Text>
      {others.length > 0 && (
        <Text size="sm">{t('privacy.others', { names: others.map(({ name }) => name).join(', ') })}</Text>
      )}
      {otherRuns.length > 0 && <NamedRuns title={t('privacy.otherRuns')} runs={otherRuns} />}
      {unknown.length > 0 && <Named title={t('privacy.unknown')} names={unknown.map(({ name }) => name)} />}
      {exported.length > 0 && <Named title={t('privacy.exported')} names={exported} />}
      {runs.length > 0 && <Text size="sm">{t('privacy.bundles')}</Text>}
      {mentions.length > 0 && (
        <Named title={t('privacy.mentions', { count: mentions.length })} names={mentions.map(nameOf)} />
      )}
      {doubtful.length > 0 && (
        <Named
          title={t('privacy.doubtful', { count: doubtful.length })}
          names={doubtful.map(({ around, more: count, ...place }) =>
            t(count === 0 ? 'privacy.doubtful.at' : 'privacy.doubtful.more', {
              place: nameOf(place),
              text: visibleText(around),
              count,
            }),
          )}
        />
      )}
    </>
  );
}

function AffectedRuns({ runs }: Pick<ForgettingPlan, 'runs'>): ReactNode {
  const t = useTexts();
  const title = runs.length === 0 ? t('privacy.noRuns') : t('privacy.runs', { count: runs.length });
  return <NamedRuns title={title} runs={runs} />;
}

/** Runs as other screens name them, with their IDs. */
function NamedRuns({ title, runs }: { title: string; runs: ForgettingPlan['runs'] }): ReactNode {
  const nameApart = useNameApart();
  return <Named title={title} names={runs.map(({ id, name }) => `${nameApart({ runId: id, name })} · ${id}`)} />;
}

function Named({ title, names }: { title: string; names: readonly string[] }): ReactNode {
  return (
    <div>
      <Text size="sm">{title}</Text>
      {names.length > 0 && (
        <List size="sm">
          {names.map((name) => (
            <List.Item key={name}>{name}</List.Item>
          ))}
        </List>
      )}
    </div>
  );
}

function Done({ done }: { done: Forgetting }): ReactNode {
  const t = useTexts();
  const removed = REMOVED.filter((what) => done.removed[what] > 0).map((what) =>
    t(`privacy.removed.${what}`, { count: done.removed[what] }),
  );
  return (
    <Stack gap="sm" role="status">
      <Named title={t('privacy.done')} names={removed} />
      {done.runs.length > 0 && (
        <NamedRuns title={t('privacy.runsDone', { count: done.runs.length })} runs={done.runs} />
      )}
      {!done.withModels && done.removed.models < done.runs.length && <Text size="sm">{t('privacy.modelsKept')}</Text>}
      {done.runs.length > 0 && <Text size="sm">{t('privacy.stopped')}</Text>}
      <Remains plan={done} />
      <Group justify="flex-end">
        <Button ref={(button) => button?.focus()} onClick={close}>
          {t('common.close')}
        </Button>
      </Group>
    </Stack>
  );
}
