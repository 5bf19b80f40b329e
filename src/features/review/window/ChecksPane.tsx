import { Button, Group, Modal, NumberInput, SegmentedControl, Stack, Text, Title, UnstyledButton } from '@mantine/core';
import { useDebouncedCallback } from '@mantine/hooks';
import { IconAdjustments, IconPlus } from '@tabler/icons-react';
import { useMutation, useQuery, useQueryClient, type UseQueryResult } from '@tanstack/react-query';
import { useEffect, useRef, useState, type ReactNode } from 'react';
import { useTexts } from '../../../renderer/locales/use-texts';
import { CHECK_MODES, CHECKS, type CheckMode, type CheckSetting, hasLimit, limitOf } from '../contract/check-table';
import { checkName, isProgramCheck } from '../words/check-reason';
import type { CheckReport, GivenCheckSetting, OwnCheck } from '../contract/checks';
import type { Dataset } from '../../../shared/contract/dataset';
import { ErrorNotice } from '../../../renderer/components/ErrorNotice';
import { Query } from '../../../renderer/components/Query';
import { useEngine } from '../../../renderer/connection/engine-context';
import { useRuns } from '../../../renderer/stores/engine-data';
import { useFormat } from '../../../renderer/locales/format';
import { addUndo } from '../../../renderer/stores/notices';
import { setChecks, useChecksBeingSet } from './checks-being-set';
import { OwnCheckForm } from './OwnCheckForm';
import { Rate } from './Rate';
import classes from './Review.module.css';
import { useNameApart } from '../../../renderer/components/use-name-apart';

type Checked = CheckReport['checks'][number];

/**
 * Every check with its number of flagged lists. Selecting one filters the queue. Settings are saved with the data set.
 */
export function ChecksPane({
  dataset,
  report,
  chosen,
  placeOf,
  onChoose,
}: {
  dataset: Dataset;
  report: UseQueryResult<CheckReport>;
  chosen: string | null;
  /** The address of the list of a profile among those that a check found. */
  placeOf: (profile: string, check: string) => string;
  onChoose: (check: string | null) => void;
}): ReactNode {
  const t = useTexts();
  const data = dataset.fingerprint;
  const [edited, setEdited] = useState<OwnCheck | null>(null);
  const isSetting = useChecksBeingSet((state) => state.isSetting);
  useEffect(() => () => setChecks(false), []);
  const { client, queries } = useEngine();
  const cache = useQueryClient();
  const settings = useQuery(queries.checks.settings.queryOptions({ input: { data } }));
  const refresh = () =>
    Promise.all([
      cache.invalidateQueries({ queryKey: queries.checks.key() }),
      cache.invalidateQueries({ queryKey: queries.review.queue.key() }),
      cache.invalidateQueries({ queryKey: queries.review.place.key() }),
    ]);
  const set = useMutation({
    mutationFn: (given: { settings?: GivenCheckSetting[]; own?: OwnCheck[] }) =>
      client.checks.set({ data, ...given, revision: settings.data?.revision ?? 0 }),
    onSuccess: () => setEdited(null),
    onSettled: refresh,
  });
  const own = settings.data?.own ?? [];
  const withLimit = ({ id }: Checked, limit: number): { settings?: GivenCheckSetting[]; own?: OwnCheck[] } =>
    isProgramCheck(id)
      ? { settings: [{ id, limit }] }
      : { own: own.map((one) => (one.id === id ? { ...one, most: limit } : one)) };
  const applyLimit = (check: Checked, limit: number): void =>
    set.mutate(withLimit(check, limit), {
      onSuccess: ({ revision }) =>
        addUndo(
          (say) => say('checks.limitSet', { check: checkName(say, check), limit }),
          ['review'],
          () => client.checks.set({ data, revision, ...withLimit(check, check.limit ?? 0) }).finally(refresh),
          {
            key: queries.checks.key(),
            isStill: async () => (await client.checks.settings({ data })).revision === revision,
          },
        ),
    });
  const runs = useRuns();
  const nameApart = useNameApart();
  const nameOfSince = (id: string): string => {
    const run = runs.data?.find(({ runId }) => runId === id);
    return run === undefined ? id : nameApart(run);
  };
  return (
    <Stack gap="xs">
      <Group justify="space-between" gap="xs">
        <Title order={2}>{t('checks.list')}</Title>
        <Button
          size="compact-sm"
          variant={isSetting ? 'light' : 'default'}
          leftSection={<IconAdjustments size={14} aria-hidden />}
          aria-expanded={isSetting}
          onClick={() => setChecks(!isSetting)}
        >
          {t(isSetting ? 'checks.settingsDone' : 'checks.settings')}
        </Button>
      </Group>
      <Text size="xs" c="dimmed">
        {t('checks.listHelp')}
      </Text>
      {set.error !== null && <ErrorNotice title={t('checks.setFailed')} error={set.error} />}
      <Query of={report} lines={9}>
        {({ checks, since, lists }) => (
          <>
            {since !== null && (
              <Text size="xs" c="dimmed">
                {t('checks.since', { run: nameOfSince(since) })}
              </Text>
            )}
            <ul className={classes.list}>
              {checks.map((check) => (
                <li key={check.id}>
                  <Found
                    check={check}
                    isChosen={chosen === check.id}
                    isExplained={isSetting || chosen === check.id}
                    onChoose={onChoose}
                  />
                  <Rate
                    check={check}
                    lists={lists}
                    placeOf={(profile) => placeOf(profile, check.id)}
                    isBusy={set.isPending || settings.data === undefined}
                    onUse={(limit) => applyLimit(check, limit)}
                  />
                  {isSetting && !isProgramCheck(check.id) && (
                    <Button
                      size="compact-xs"
                      variant="default"
                      ml="xs"
                      mb="xs"
                      onClick={() => setEdited(own.find(({ id }) => id === check.id) ?? null)}
                    >
                      {t('checks.ownEdit', { check: check.name ?? check.id })}
                    </Button>
                  )}
                  {isSetting && isProgramCheck(check.id) && (
                    <Setting
                      check={{ ...check, id: check.id }}
                      isBusy={set.isPending || settings.data === undefined}
                      onSet={(given) =>
                        given.limit === undefined ? set.mutate({ settings: [given] }) : applyLimit(check, given.limit)
                      }
                    />
                  )}
                </li>
              ))}
            </ul>
          </>
        )}
      </Query>
      {isSetting && (
        <Button
          variant="default"
          leftSection={<IconPlus size={14} aria-hidden />}
          onClick={() => setEdited(newCheck(own))}
        >
          {t('checks.ownAdd')}
        </Button>
      )}
      <Modal
        opened={edited !== null}
        onClose={() => setEdited(null)}
        title={t('checks.ownTitle')}
        size="lg"
        closeButtonProps={{ 'aria-label': t('common.close') }}
      >
        {edited !== null && (
          <OwnCheckForm
            key={edited.id}
            dataset={dataset}
            check={edited}
            isNew={!own.some(({ id }) => id === edited.id)}
            isBusy={set.isPending}
            error={set.error}
            onSave={(check) => set.mutate({ own: [...own.filter(({ id }) => id !== check.id), check] })}
            onRemove={() => set.mutate({ own: own.filter(({ id }) => id !== edited.id) })}
          />
        )}
      </Modal>
    </Stack>
  );
}

/** Picks an ID that no other check has. */
function newCheck(own: readonly OwnCheck[]): OwnCheck {
  const taken = new Set(own.map(({ id }) => id));
  let number = 1;
  while (taken.has(`own-${number}`)) number++;
  return { id: `own-${number}`, name: '', mode: 'on', titles: {}, most: 0 };
}

function Found({
  check: { id, name: given, count, mode, notApplicable },
  isChosen,
  isExplained,
  onChoose,
}: {
  check: Checked;
  isChosen: boolean;
  /** Whether it says what it finds: else on hover, so that the names and numbers are seen at one look. */
  isExplained: boolean;
  onChoose: (check: string | null) => void;
}): ReactNode {
  const t = useTexts();
  const format = useFormat();
  const name = checkName(t, { id, name: given });
  const help =
    notApplicable !== null
      ? t(`checks.notApplicable.${notApplicable}`)
      : isProgramCheck(id)
        ? t(`checks.help.${id}`)
        : t('checks.ownHelp');
  const isOfLists = !isProgramCheck(id) || CHECKS[id].finds === 'lists';
  const canChoose = count !== null && count > 0 && isOfLists;
  const found = mode === 'off' ? t('checks.off') : count === null ? '–' : format.count(count);
  const line = (
    <Group justify="space-between" wrap="nowrap" gap="xs">
      <Text size="sm" fw={count !== null && count > 0 ? 600 : 400} span>
        {name}
      </Text>{' '}
      <Text size="sm" c={mode === 'stop' && (count ?? 0) > 0 ? 'var(--shelfwise-warning)' : 'dimmed'} span>
        {found}
      </Text>
    </Group>
  );
  return (
    <>
      {canChoose ? (
        <UnstyledButton
          className={classes.check}
          data-chosen={isChosen || undefined}
          aria-pressed={isChosen}
          aria-description={isExplained ? undefined : help}
          title={isExplained ? undefined : help}
          onClick={() => onChoose(isChosen ? null : id)}
        >
          {line}
        </UnstyledButton>
      ) : (
        <div className={classes.check} title={isExplained ? undefined : help}>
          {line}
        </div>
      )}
      {(isExplained || notApplicable !== null) && (
        <Text size="xs" c="dimmed" className={classes.help}>
          {help}
        </Text>
      )}
    </>
  );
}

/** Milliseconds in which several steps count as one change. */
const STEP_PAUSE = 400;

/** Where a number comes from that one of the two arrows made. */
const STEPS: ReadonlySet<string> = new Set(['increment', 'decrement']);

function Setting({
  check: { id, mode, limit },
  isBusy,
  onSet,
}: {
  check: CheckSetting;
  isBusy: boolean;
  onSet: (given: GivenCheckSetting) => void;
}): ReactNode {
  const t = useTexts();
  const bounds = limitOf(id);
  /** What was typed since the limit was `of`. */
  const [typed, setTyped] = useState<{ of: number | null; value: number | string } | null>(null);
  const asked = useRef<number | null>(null);
  const take = (text: string): void => {
    const value = Number(text);
    if (bounds === null || !Number.isInteger(value) || value === limit) return;
    // Leaving the field after Enter asks for nothing new.
    if (value < bounds.least || value > bounds.most || (isBusy && asked.current === value)) return;
    asked.current = value;
    onSet({ id, limit: value });
  };
  // What is typed may be half a number; a step of the arrows is a whole one.
  const takeSoon = useDebouncedCallback(take, STEP_PAUSE);
  return (
    <Stack gap="2xs" px="xs" pb="xs">
      <SegmentedControl
        size="xs"
        aria-label={t('checks.mode', { check: t(`checks.names.${id}`) })}
        value={mode}
        disabled={isBusy}
        onChange={(value) => onSet({ id, mode: value as CheckMode })}
        data={CHECK_MODES.map((value) => ({ value, label: t(`checks.modes.${value}`) }))}
      />
      {bounds !== null && hasLimit(id) && (
        <NumberInput
          size="xs"
          label={t(`checks.limits.${id}`)}
          min={bounds.least}
          max={bounds.most}
          clampBehavior="blur"
          allowDecimal={false}
          value={typed !== null && typed.of === limit ? typed.value : (limit ?? bounds.default)}
          onChange={(value) => setTyped({ of: limit, value })}
          onValueChange={({ value }, { source }) => STEPS.has(source) && takeSoon(value)}
          onBlur={(event) => take(event.currentTarget.value)}
          onKeyDown={(event) => event.key === 'Enter' && take(event.currentTarget.value)}
        />
      )}
    </Stack>
  );
}
