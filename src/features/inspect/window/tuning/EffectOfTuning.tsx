/** What the tuning gains or costs: a sentence for profiles like the open one and one for all, and the figures. */
import { Button, Collapse, Group, Progress, Stack, Table, Text } from '@mantine/core';
import { useDisclosure } from '@mantine/hooks';
import type { ReactNode } from 'react';
import { useTexts } from '../../../../renderer/locales/use-texts';
import { figureText } from '../../../../shared/words/paired-text';
import { METRICS } from '../../../../shared/contract/paired';
import type { EffectOnProfiles, TuningEffect } from '../../contract/tuning-effect';
import { tunedKeys, type Tuning } from '../../../../shared/contract/tuning';
import { ErrorNotice } from '../../../../renderer/components/ErrorNotice';
import { ReasonedButton } from '../../../../renderer/components/ReasonedButton';
import { useFormat } from '../../../../renderer/locales/format';
import type { EffectGroup } from './use-effect-group';
import { isForMany, type MeasuredEffect } from './use-tuning-effect';

/** @param measured held by the parent, so that it survives while another panel replaces this one */
export function EffectOfTuning({
  tuning,
  group,
  measured: { state, measure, stop },
}: {
  tuning: Tuning;
  group: EffectGroup | null;
  measured: MeasuredEffect;
}): ReactNode {
  const t = useTexts();
  const format = useFormat();
  const whyNot = isForMany(tuning)
    ? null
    : t(tunedKeys(tuning).length === 0 ? 'tuningEffect.measureWhy' : 'tuningEffect.onlyProfile');
  const isAtWork = state.kind === 'waiting' || state.kind === 'running';
  return (
    <Stack gap="xs" role="group" aria-label={t('tuningEffect.title')} data-help={t('tuningEffect.lead')}>
      <Text size="sm" fw={600}>
        {t('tuningEffect.title')}
      </Text>
      <Text size="xs" c="dimmed">
        {group === null ? t('tuningEffect.measuredOnAll') : t('tuningEffect.measuredOn', { group: group.name })}
      </Text>
      {isAtWork ? (
        <div role="status">
          <Group justify="space-between" wrap="nowrap" gap="xs">
            <Text size="xs">
              {state.kind === 'waiting'
                ? t('tuningEffect.waiting')
                : t('tuningEffect.running', { share: format.percent(state.share, 0) })}
            </Text>
            <Button size="compact-xs" variant="default" onClick={stop}>
              {t('common.stop')}
            </Button>
          </Group>
          {state.kind === 'running' && (
            <Progress value={100 * state.share} size="sm" mt="2xs" aria-label={t('tuningEffect.title')} />
          )}
        </div>
      ) : (
        state.kind !== 'done' && (
          <ReasonedButton size="compact-sm" variant="light" below reason={whyNot} onClick={measure}>
            {t(state.kind === 'failed' ? 'tuningEffect.again' : 'tuningEffect.measure')}
          </ReasonedButton>
        )
      )}
      {state.kind === 'failed' && <ErrorNotice title={t('tuningEffect.failed')} error={state.error} />}
      {state.kind === 'done' && <Effect effect={state.effect} group={group?.name ?? null} />}
    </Stack>
  );
}

function Effect({ effect, group }: { effect: TuningEffect; group: string | null }): ReactNode {
  const t = useTexts();
  const [opened, { toggle }] = useDisclosure(false);
  const { all, left, noHoldOut } = effect;
  const groups: [string, EffectOnProfiles][] = [
    ...(effect.group === null || group === null ? [] : [[group, effect.group] as [string, EffectOnProfiles]]),
    [t('tuningEffect.ofAll'), all],
  ];
  return (
    <div role="status">
      {groups.map(([name, one]) => (
        <Sentence key={name} name={name} one={one} isJudged={noHoldOut === null} />
      ))}
      {noHoldOut !== null && (
        <Text size="xs" c="dimmed">
          {t(`tuningEffect.noHoldOut.${noHoldOut}`)}
        </Text>
      )}
      {left.length > 0 && (
        <Text size="xs" c="dimmed">
          {t('tuningEffect.left', { what: left.map((key) => t(`compare.parts.${key}`)).join(', ') })}
        </Text>
      )}
      {noHoldOut === null && (
        <>
          <Button size="compact-xs" variant="default" mt="2xs" aria-expanded={opened} onClick={toggle}>
            {t('tuningEffect.figures')}
          </Button>
          <Collapse expanded={opened}>
            {groups.map(([name, one]) => (
              <Figures key={name} name={name} one={one} />
            ))}
          </Collapse>
        </>
      )}
    </div>
  );
}

function Sentence({ name, one, isJudged }: { name: string; one: EffectOnProfiles; isJudged: boolean }): ReactNode {
  const t = useTexts();
  const format = useFormat();
  const { holdOut, changed, profiles } = one;
  const lists = t('tuningEffect.changed', { changed, profiles });
  if (holdOut === null)
    return (
      <Text size="sm">
        {t('tuningEffect.listsOnly', { group: name, lists })} {isJudged && t('tuningEffect.untested')}
      </Text>
    );
  const score = figureText(holdOut.score, { t, format });
  return <Text size="sm">{t('tuningEffect.withLists', { group: name, score, lists })}</Text>;
}

function Figures({ name, one: { holdOut, tested } }: { name: string; one: EffectOnProfiles }): ReactNode {
  const t = useTexts();
  const format = useFormat();
  if (holdOut === null) return null;
  return (
    <>
      <Table verticalSpacing={2} horizontalSpacing="xs" mt="xs">
        <Table.Thead>
          <Table.Tr>
            <Table.Th>{name}</Table.Th>
            <Table.Th ta="right">{t('tuningEffect.before')}</Table.Th>
            <Table.Th ta="right">{t('tuningEffect.after')}</Table.Th>
            <Table.Th ta="right">{t('tuningEffect.difference')}</Table.Th>
          </Table.Tr>
        </Table.Thead>
        <Table.Tbody>
          {METRICS.map((figure) => {
            const { before, after, mean } = holdOut[figure];
            return (
              <Table.Tr key={figure}>
                <Table.Th scope="row" fw={600}>
                  {t(`common.metrics.${figure}`)}
                </Table.Th>
                <Table.Td ta="right">{format.score(before)}</Table.Td>
                <Table.Td ta="right">{format.score(after)}</Table.Td>
                <Table.Td ta="right">{format.change(mean)}</Table.Td>
              </Table.Tr>
            );
          })}
        </Table.Tbody>
      </Table>
      <Text size="xs" c="dimmed">
        {t('tuningEffect.tested', { count: tested })}
      </Text>
    </>
  );
}
