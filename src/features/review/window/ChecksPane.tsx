import { Button, Modal, NumberInput, SegmentedControl, Stack, Text } from '@mantine/core';
import { useDebouncedCallback } from '@mantine/hooks';
import { IconPlus } from '@tabler/icons-react';
import { useMutation, useQuery, useQueryClient, type UseQueryResult } from '@tanstack/react-query';
import { useEffect, useRef, useState, type ReactNode } from 'react';
import { useTexts } from '../../../renderer/locales/use-texts';
import { CHECK_MODES, type CheckMode, type CheckSetting, hasLimit, limitOf } from '../contract/check-table';
import { checkName, isProgramCheck } from '../words/check-reason';
import type { CheckReport, GivenCheckSetting, OwnCheck } from '../contract/checks';
import type { Dataset } from '../../../shared/contract/dataset';
import { ErrorNotice } from '../../../renderer/components/ErrorNotice';
import { Query } from '../../../renderer/components/Query';
import { useEngine } from '../../../renderer/connection/engine-context';
import { useRuns } from '../../../renderer/stores/engine-data';
import { addUndo } from '../../../renderer/stores/notices';
import { setChecks } from './checks-being-set';
import { Found } from './Found';
import { OwnCheckForm } from './OwnCheckForm';
import { Rate } from './Rate';
import classes from './Review.module.css';
import type { Translate } from '../../../shared/words/texts';
import { useNameApart } from '../../../renderer/components/use-name-apart';

type Checked = CheckReport['checks'][number];

/** One of the two is changed at a time. */
type Changed =
  | { readonly limit: number; readonly mode?: undefined }
  | { readonly mode: CheckMode; readonly limit?: undefined };

/** What the checks found before the last change of a setting. */
interface Earlier {
  /** Of which lists and day: those of others are no measure. */
  readonly of: string;
  readonly counts: ReadonlyMap<string, number | null>;
}

const placeOfReport = ({ runId, date }: Pick<CheckReport, 'runId' | 'date'>): string => `${runId} ${date}`;

const earlierOf = (report: CheckReport): Earlier => ({
  of: placeOfReport(report),
  counts: new Map(report.checks.map(({ id, count }) => [id, count])),
});

const said = (say: Translate, check: Checked, { limit, mode }: Changed): string =>
  mode === undefined
    ? say('checks.limitSet', { check: checkName(say, check), limit })
    : say('checks.modeSet', { check: checkName(say, check), mode: say(`checks.modes.${mode}`) });

/** Every check: how many lists it finds, whether it is on or blocks, and its limit. Settings are saved with the data set. */
export function ChecksPane({ dataset, report }: { dataset: Dataset; report: UseQueryResult<CheckReport> }): ReactNode {
  const t = useTexts();
  const data = dataset.fingerprint;
  const [edited, setEdited] = useState<OwnCheck | null>(null);
  // What a limit would find leads elsewhere.
  useEffect(() => () => setChecks(false), []);
  const { client, queries } = useEngine();
  const cache = useQueryClient();
  const settings = useQuery(queries.checks.settings.queryOptions({ input: { data } }));
  const refresh = () =>
    Promise.all([
      cache.invalidateQueries({ queryKey: queries.checks.key() }),
      cache.invalidateQueries({ queryKey: queries.review.queue.key() }),
      cache.invalidateQueries({ queryKey: queries.review.place.key() }),
      cache.invalidateQueries({ queryKey: queries.review.causes.key() }),
    ]);
  const [earlier, setEarlier] = useState<Earlier | null>(null);
  const set = useMutation({
    mutationFn: (given: { settings?: GivenCheckSetting[]; own?: OwnCheck[] }) =>
      client.checks.set({ data, ...given, revision: settings.data?.revision ?? 0 }),
    onMutate: () => setEarlier(report.data === undefined ? null : earlierOf(report.data)),
    onSuccess: () => setEdited(null),
    onSettled: refresh,
  });
  const own = settings.data?.own ?? [];
  const given = ({ id }: Checked, change: Changed): { settings?: GivenCheckSetting[]; own?: OwnCheck[] } => {
    if (isProgramCheck(id)) return { settings: [{ id, ...change }] };
    const { limit: most, mode } = change;
    const changes = { ...(most !== undefined && { most }), ...(mode !== undefined && { mode }) };
    return { own: own.map((one) => (one.id === id ? { ...one, ...changes } : one)) };
  };
  const apply = (check: Checked, change: Changed): void =>
    set.mutate(given(check, change), {
      onSuccess: ({ revision }) =>
        addUndo(
          (say) => said(say, check, change),
          ['review'],
          () =>
            client.checks
              .set({
                data,
                revision,
                ...given(check, change.mode === undefined ? { limit: check.limit ?? 0 } : { mode: check.mode }),
              })
              .finally(refresh),
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
      <Text size="xs" c="dimmed">
        {t('checks.listHelp')}
      </Text>
      {set.error !== null && <ErrorNotice title={t('checks.setFailed')} error={set.error} />}
      <Query of={report} lines={9}>
        {({ checks, since, lists, ...of }) => (
          <>
            {since !== null && (
              <Text size="xs" c="dimmed">
                {t('checks.since', { run: nameOfSince(since) })}
              </Text>
            )}
            <ul className={classes.checks}>
              {checks.map((check) => (
                <li key={check.id}>
                  <Found
                    check={check}
                    before={earlier?.of === placeOfReport(of) ? (earlier.counts.get(check.id) ?? null) : null}
                  />
                  <Rate
                    check={check}
                    lists={lists}
                    isBusy={set.isPending || settings.data === undefined}
                    onUse={(limit) => apply(check, { limit })}
                  />
                  {!isProgramCheck(check.id) && (
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
                  {isProgramCheck(check.id) && (
                    <Setting
                      check={{ ...check, id: check.id }}
                      isBusy={set.isPending || settings.data === undefined}
                      onSet={(change) => apply(check, change)}
                    />
                  )}
                </li>
              ))}
            </ul>
          </>
        )}
      </Query>
      <Button
        variant="default"
        leftSection={<IconPlus size={14} aria-hidden />}
        onClick={() => setEdited(newCheck(own))}
      >
        {t('checks.ownAdd')}
      </Button>
      <Modal
        stackId="own"
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
  onSet: (change: Changed) => void;
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
    onSet({ limit: value });
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
        onChange={(value) => onSet({ mode: value as CheckMode })}
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
