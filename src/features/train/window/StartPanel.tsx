import { ActionIcon, Badge, Button, Group, Text, TextInput } from '@mantine/core';
import { IconPlayerPlay, IconPlaylistAdd, IconX } from '@tabler/icons-react';
import type { ReactNode } from 'react';
import { useTexts } from '../../../renderer/locales/use-texts';
import { Link } from 'wouter';
import type { Dataset } from '../../../shared/contract/dataset';
import { KNOBS } from '../../../shared/recipe/table';
import { LONGEST_RUN_NAME } from '../../../shared/limits';
import { OnCluster, useOnCluster } from '../../../renderer/actions/OnCluster';
import { ErrorNotice } from '../../../renderer/components/ErrorNotice';
import { Exactness } from '../../../renderer/components/Exactness';
import { ReasonedButton } from '../../../renderer/components/ReasonedButton';
import { useNameApart } from '../../../renderer/components/use-name-apart';
import { keysOf } from '../../../renderer/components/shortcuts';
import { Section } from '../../../renderer/components/Section';
import { WorkProgress } from '../../../renderer/components/WorkProgress';
import { useWork, type Work } from '../../../renderer/stores/activity';
import { useMainAction } from '../../../renderer/stores/main-action';
import { usePreferences } from '../../../renderer/stores/preferences';
import { fieldProblem, isSeed, knobsOf, recipeOf, setName, useTrainForm } from '../../../renderer/stores/train-form';
import { AlreadyTrained, useAlreadyTrained, UseTrained } from './AlreadyTrained';
import { Estimate } from './Estimate';
import { FasterGpu } from './FasterGpu';
import { ProcessorsShare } from './ProcessorsShare';
import classes from './Train.module.css';
import { useRunName } from '../../../renderer/stores/engine-data';
import { useDefaultName } from './use-default-name';
import { useStart } from './use-start';

/** Why the form cannot start a run; null if it can. */
function useBlocked(): string | null {
  const t = useTexts();
  const language = usePreferences((state) => state.language);
  const { fields, seed, name } = useTrainForm();
  const wrong: string[] = knobsOf(fields)
    .filter((knob) => fieldProblem(KNOBS[knob], fields[knob]) !== null)
    .map((knob) => KNOBS[knob].label[language]);
  if (!isSeed(seed)) wrong.push(t('train.seed'));
  if (name.length > LONGEST_RUN_NAME) wrong.push(t('train.name'));
  return wrong.length === 0 ? null : t('train.blocked', { count: wrong.length, first: wrong[0]! });
}

/** Name and Start; why a run cannot start, and how long similar runs took. */
export function StartPanel({ dataset }: { dataset: Dataset }): ReactNode {
  const t = useTexts();
  const form = useTrainForm();
  const nameOf = useRunName();
  const defaultName = useDefaultName(dataset);
  const { on, blocked: notAgreed } = useOnCluster(dataset);
  const work = useWork('cluster', dataset.fingerprint);
  const isThere = on !== null && work?.state.kind === 'running' ? t('clusters.busy') : null;
  const blocked = useBlocked() ?? notAgreed ?? isThere;
  const { start, queue, error, isBusy } = useStart(dataset, on);
  const trained = useAlreadyTrained(dataset);
  useTrainAction(start, blocked, trained === null);
  return (
    <Section title={t('train.run')} actions={<Exactness recipe={recipeOf(form.fields)} />}>
      <div className={classes.startForm}>
        {form.parent !== null && <Parent of={form.parent} />}
        <div className={classes.startFields}>
          <TextInput
            label={t('train.name')}
            placeholder={nameOf(defaultName)}
            value={form.name}
            error={form.name.length > LONGEST_RUN_NAME ? t('train.nameTooLong') : undefined}
            onChange={(event) => setName(event.currentTarget.value)}
            className={classes.startName}
          />
        </div>
        {trained !== null && <AlreadyTrained run={trained} />}
        {on === null && <Estimate dataset={dataset} />}
        {on === null && <FasterGpu />}
        <ProcessorsShare />
        <OnCluster dataset={dataset} />
        {error !== null && <ErrorNotice title={t('train.startFailed')} error={error} onRetry={() => void start()} />}
        <Group gap="xs" align="flex-start" className={classes.startButtons}>
          {trained !== null && <UseTrained run={trained} />}
          <ReasonedButton
            data-tour="train"
            reason={blocked}
            loading={isBusy}
            {...(trained === null
              ? { title: keysOf('mainAction').join('+'), 'aria-keyshortcuts': 'Control+Enter' }
              : { variant: 'default' })}
            leftSection={<IconPlayerPlay size={16} aria-hidden />}
            onClick={() => void start()}
          >
            {t('train.start')}
          </ReasonedButton>
          {blocked === null && on === null && (
            <Button
              variant="default"
              leftSection={<IconPlaylistAdd size={16} aria-hidden />}
              onClick={() => void queue()}
            >
              {t('train.queue')}
            </Button>
          )}
          <Button component={Link} href="/train/sweep" variant="subtle" title={t('sweep.fromTrainHelp')}>
            {t('sweep.fromTrain')}
          </Button>
        </Group>
        {work !== null && <ThereAtWork work={work} onRetry={() => void start()} />}
      </div>
    </Section>
  );
}

/** A run on a cluster: its progress, or why it failed. */
function ThereAtWork({ work, onRetry }: { work: Work<'cluster'>; onRetry: () => void }): ReactNode {
  const t = useTexts();
  switch (work.state.kind) {
    case 'running':
      return <WorkProgress work={work} />;
    case 'failed':
      return <ErrorNotice title={t('clusters.failed')} error={work.state.error} onRetry={onRetry} />;
    case 'stopped':
      return (
        <Text size="sm" role="status">
          {t('clusters.stopped')}
        </Text>
      );
    case 'done':
      return null;
  }
}

/** Ctrl/Cmd+Enter starts a run with the form's current values, unless that run exists. */
function useTrainAction(start: () => Promise<void>, blocked: string | null, isNew: boolean): void {
  const t = useTexts();
  const label = t('train.start');
  useMainAction(isNew ? { label, run: () => void start(), blocked } : null);
}

function Parent({ of }: { of: { runId: string; name: string } }): ReactNode {
  const t = useTexts();
  const nameApart = useNameApart();
  return (
    <Badge
      variant="light"
      radius="sm"
      styles={{ root: { textTransform: 'none' } }}
      rightSection={
        <ActionIcon
          size={14}
          variant="transparent"
          aria-label={t('common.cancel')}
          onClick={() => useTrainForm.setState({ parent: null })}
        >
          <IconX size={12} />
        </ActionIcon>
      }
    >
      {t('train.parent', { name: nameApart(of) })}
    </Badge>
  );
}
