import { Alert, Group, Stack, Table, Text } from '@mantine/core';
import { IconScale } from '@tabler/icons-react';
import { useEffect, useRef, useState, type ReactNode } from 'react';
import { useTexts } from '../../../renderer/locales/use-texts';
import { hasLists, type Run } from '../../../shared/contract/run-life';
import type { RuleEffect } from '../../../shared/contract/rule-answers';
import type { RuleSet } from '../../../shared/contract/rules';
import { today } from '../../../shared/values/day';
import { ErrorNotice } from '../../../renderer/components/ErrorNotice';
import { FirstOf } from '../../../renderer/components/FirstOf';
import { KeyValue } from '../../../renderer/components/KeyValue';
import { RulesDay } from '../../../renderer/components/rules/RulesDay';
import { ReasonedButton } from '../../../renderer/components/ReasonedButton';
import { Section } from '../../../renderer/components/Section';
import { WorkProgress } from '../../../renderer/components/WorkProgress';
import { useEngine } from '../../../renderer/connection/engine-context';
import { useFormat } from '../../../renderer/locales/format';
import { runWork, useWork } from '../../../renderer/stores/activity';
import { useActiveRun } from '../../../renderer/stores/engine-data';
import { ProfileLink } from './BothLists';
import { MostChanged } from './MostChanged';
import { UnmetLists } from './UnmetLists';
import { RuleName } from '../../../renderer/components/rules/RuleName';
import { UnmetWhy } from '../../../renderer/components/rules/UnmetWhy';
import { useNamesOfRules } from '../../../renderer/components/rules/use-rule-text';
import { Cost } from './Cost';
import { useNameApart } from '../../../renderer/components/use-name-apart';

/** Number of unmet rules shown at first. */
const BROKEN_SHOWN = 10;

/** What unsaved rules do to the lists of the open run. */
export function Effect({
  set,
  rulesSha256,
  showsUnmet,
}: {
  set: RuleSet;
  rulesSha256: string;
  /** Whether it begins by itself, to show what could not be kept. */
  showsUnmet: boolean;
}): ReactNode {
  const t = useTexts();
  const nameApart = useNameApart();
  const { client } = useEngine();
  const run = useActiveRun();
  const [date, setDate] = useState(() => today());
  const work = useWork('rules', run?.runId ?? null);
  const isReady = run !== null && hasLists(run);
  const tryOut = ({ runId, name }: Run): void =>
    void runWork({ kind: 'rules', subject: runId, name }, (options) => client.rules.try({ runId, set, date }, options));
  const effect = work?.state.kind === 'done' ? work.state.result : null;
  const box = useRef<HTMLDivElement>(null);
  const begins = showsUnmet && isReady && work === null;
  useEffect(() => {
    if (begins) tryOut(run!);
    // Once: what is asked for then follows the button.
  }, [begins]);
  useEffect(() => {
    if (showsUnmet && effect !== null) box.current?.scrollIntoView();
  }, [showsUnmet, effect]);
  return (
    <Section
      title={t('rules.effect')}
      description={isReady ? t('rules.effectHelp', { run: nameApart(run) }) : undefined}
    >
      <Stack ref={box} gap="md">
        <Group gap="sm" align="flex-end">
          <RulesDay date={date} onDate={setDate} />
          <ReasonedButton
            size="xs"
            variant="default"
            leftSection={<IconScale size={14} aria-hidden />}
            reason={isReady ? null : t('rules.noRun')}
            loading={work?.state.kind === 'running'}
            onClick={() => run !== null && tryOut(run)}
          >
            {t('rules.try')}
          </ReasonedButton>
        </Group>
        {work !== null && work.progress !== null && <WorkProgress work={work} />}
        {work?.state.kind === 'failed' && (
          <ErrorNotice error={work.state.error} onRetry={() => run !== null && tryOut(run)} />
        )}
        {effect !== null && <Shown effect={effect} set={set} isStale={effect.rulesSha256 !== rulesSha256} />}
      </Stack>
    </Section>
  );
}

function Shown({ effect, set, isStale }: { effect: RuleEffect; set: RuleSet; isStale: boolean }): ReactNode {
  const t = useTexts();
  const format = useFormat();
  const said = useNamesOfRules();
  const nameOf = (id: string): string => said(set.rules.find((rule) => rule.id === id)?.name ?? id);
  const { changed, profiles, coverage, brokenCount, most, newTitles } = effect;
  return (
    <Stack gap="md">
      {isStale && (
        <Alert variant="light" color="brick" py="xs">
          {t('rules.stale')}
        </Alert>
      )}
      <KeyValue
        facts={[
          [t('rules.changed'), t('rules.changedOf', { changed, all: profiles })],
          [t('rules.cost'), <Cost key="cost" cost={effect.cost} />],
          [
            t('rules.coverage'),
            t('rules.coverageOf', { before: format.percent(coverage.before), after: format.percent(coverage.after) }),
          ],
          [
            t('rules.newTitles'),
            newTitles === null ? null : t('rules.newTitlesOf', { ...newTitles, count: newTitles.lists }),
          ],
          [
            t('rules.kept'),
            brokenCount === 0 ? (
              t('rules.keptAll')
            ) : (
              <UnmetLists key="unmet" broken={effect.broken}>
                {t('rules.broken', { count: brokenCount })}
              </UnmetLists>
            ),
          ],
        ]}
      />
      {effect.rules.length > 0 && (
        <Table>
          <Table.Thead>
            <Table.Tr>
              <Table.Th>{t('rules.rule')}</Table.Th>
              <Table.Th ta="right">{t('rules.lists')}</Table.Th>
              <Table.Th ta="right">{t('rules.notKept')}</Table.Th>
            </Table.Tr>
          </Table.Thead>
          <Table.Tbody>
            {effect.rules.map(({ rule, lists, first, broken, why }) => (
              <Table.Tr key={rule}>
                <Table.Th scope="row" fw={600}>
                  <RuleName name={nameOf(rule)} />
                </Table.Th>
                <Table.Td ta="right">
                  {first.length === 0 ? (
                    format.count(lists)
                  ) : (
                    <ProfileLink
                      profile={first[0]!}
                      among={first.map((profile) => ({ profile }))}
                      label={`${format.count(lists)} · ${nameOf(rule)}. ${t('rules.seeTouched')}`}
                    >
                      {format.count(lists)}
                    </ProfileLink>
                  )}
                </Table.Td>
                <Table.Td ta="right">
                  <UnmetLists
                    broken={effect.broken.filter((one) => one.rule === rule)}
                    label={`${format.count(broken)} · ${nameOf(rule)}. ${t('rules.seeUnmet')}`}
                  >
                    {format.count(broken)}
                  </UnmetLists>
                  <UnmetWhy why={why} />
                </Table.Td>
              </Table.Tr>
            ))}
          </Table.Tbody>
        </Table>
      )}
      <Broken effect={effect} nameOf={nameOf} />
      {most.length > 0 && (
        <div>
          <Text fw={600} size="sm">
            {t('rules.most')}
          </Text>
          <MostChanged lists={most} among={most} nameOf={nameOf} />
        </div>
      )}
    </Stack>
  );
}

function Broken({
  effect: { broken, brokenCount },
  nameOf,
}: {
  effect: RuleEffect;
  nameOf: (id: string) => string;
}): ReactNode {
  const t = useTexts();
  if (brokenCount === 0) return null;
  return (
    <div>
      <FirstOf all={broken} most={BROKEN_SHOWN}>
        {(shown) => (
          <Table>
            <Table.Thead>
              <Table.Tr>
                <Table.Th>{t('rules.notKept')}</Table.Th>
                <Table.Th>{t('rules.profile')}</Table.Th>
                <Table.Th>{t('rules.why')}</Table.Th>
              </Table.Tr>
            </Table.Thead>
            <Table.Tbody>
              {shown.map(({ rule, profile, reason }) => (
                <Table.Tr key={`${rule} ${profile} ${reason}`}>
                  <Table.Th scope="row" fw={600}>
                    <RuleName name={nameOf(rule)} />
                  </Table.Th>
                  <Table.Td>
                    {profile === null ? (
                      t('rules.stranger')
                    ) : (
                      <ProfileLink profile={profile} among={broken}>
                        {profile}
                      </ProfileLink>
                    )}
                  </Table.Td>
                  <Table.Td>{t(`rules.reason.${reason}`)}</Table.Td>
                </Table.Tr>
              ))}
            </Table.Tbody>
          </Table>
        )}
      </FirstOf>
      {brokenCount > broken.length && (
        <Text size="sm" c="dimmed">
          {t('common.andMore', { count: brokenCount - broken.length })}
        </Text>
      )}
    </div>
  );
}
