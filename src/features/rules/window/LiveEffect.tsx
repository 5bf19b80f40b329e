import { Stack, Text, Title } from '@mantine/core';
import { useDebouncedValue } from '@mantine/hooks';
import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { Fragment, type ReactNode } from 'react';
import { useFormat } from '../../../renderer/locales/format';
import { useTexts } from '../../../renderer/locales/use-texts';
import { ErrorNotice } from '../../../renderer/components/ErrorNotice';
import { FirstOf } from '../../../renderer/components/FirstOf';
import { KeyValue } from '../../../renderer/components/KeyValue';
import { useEngine } from '../../../renderer/connection/engine-context';
import { useActiveRun } from '../../../renderer/stores/engine-data';
import type { RuleEffect } from '../../../shared/contract/rule-answers';
import { type Rule, ruleSetOf } from '../../../shared/contract/rules';
import { hasLists } from '../../../shared/contract/run-life';
import { dayAfter, today } from '../../../shared/values/day';
import { finalValue } from '../../../shared/values/final-value';
import { MostChanged } from './MostChanged';
import { Cost } from './Cost';
import { UnmetLists } from './UnmetLists';
import { UnmetWhy } from '../../../renderer/components/rules/UnmetWhy';
import { useNamesOfRules } from '../../../renderer/components/rules/use-rule-text';
import { useNameApart } from '../../../renderer/components/use-name-apart';

/** How long the sentence has to rest before its effect is computed. */
const REST = 400;
/** Number of changed lists shown at first. */
const LISTS_SHOWN = 3;

/** What the rule that is being written does to the lists of the open run, beside the other rules. */
export function LiveEffect({ rules, rule }: { rules: readonly Rule[]; rule: Rule | null }): ReactNode {
  const t = useTexts();
  const format = useFormat();
  const nameApart = useNameApart();
  const { client, queries } = useEngine();
  const run = useActiveRun();
  const said = useNamesOfRules();
  const text = rule === null ? null : JSON.stringify({ ...rule, name: '-', on: true });
  const [rested] = useDebouncedValue(text, REST);
  const tried = rested === null ? null : (JSON.parse(rested) as Rule);
  const until = rule?.until;
  const isOver = until !== undefined && until < today();
  const date = tried === null ? today() : dayOf(tried);
  const others = rules.filter(({ id }) => id !== tried?.id);
  const isReady = run !== null && hasLists(run);
  const effect = useQuery({
    queryKey: [...queries.rules.key(), 'one rule', run?.runId, rested, date, others],
    queryFn: async ({ signal }) => {
      const whole =
        others.length === rules.length ? [...rules, tried!] : rules.map((one) => (one.id === tried!.id ? tried! : one));
      const asked = { runId: run!.runId, date, set: ruleSetOf(whole), beside: ruleSetOf(others) };
      return finalValue(await client.rules.try(asked, { signal }));
    },
    enabled: isReady && tried !== null && !isOver,
    placeholderData: keepPreviousData,
  });
  return (
    <Stack gap="sm" component="section" aria-label={t('rules.live')} aria-busy={effect.isFetching}>
      <div>
        <Title order={3}>{t('rules.live')}</Title>
        <Text size="xs" c="dimmed">
          {!isReady
            ? t('rules.noRun')
            : tried === null
              ? t('rules.liveWaits')
              : isOver
                ? t('rules.over', { until: format.calendarDay(until) })
                : t('rules.liveHelp', { run: nameApart(run), date: format.calendarDay(date) })}
        </Text>
      </div>
      {isReady && tried !== null && !isOver && effect.error !== null && (
        <ErrorNotice error={effect.error} onRetry={() => void effect.refetch()} />
      )}
      {isReady && tried !== null && !isOver && effect.data !== undefined && (
        <Shown
          effect={effect.data}
          rule={tried}
          nameOf={(id) => said((id === tried.id ? rule : rules.find((one) => one.id === id))?.name ?? id)}
        />
      )}
    </Stack>
  );
}

/** Today, or the first later day on which the rule does something. */
function dayOf(rule: Rule): string {
  const day = [today(), rule.from ?? '', rule.kind === 'expire' ? dayAfter(rule.after, 1) : ''].sort().at(-1)!;
  return rule.until !== undefined && rule.until < day ? rule.until : day;
}

function Shown({
  effect: { changed, profiles, cost, rules, broken: unmet, most },
  rule,
  nameOf,
}: {
  effect: RuleEffect;
  rule: Rule;
  nameOf: (id: string) => string;
}): ReactNode {
  const t = useTexts();
  const { broken, why } = rules.find((one) => one.rule === rule.id) ?? { broken: 0, why: [] };
  return (
    <>
      <div role="status">
        <KeyValue
          facts={[
            [t('rules.changed'), t('rules.changedOf', { changed, all: profiles })],
            [t('rules.cost'), <Cost key="cost" cost={cost} />],
            [
              t('rules.kept'),
              broken === 0 ? null : (
                <Fragment key="unmet">
                  <UnmetLists broken={unmet.filter((one) => one.rule === rule.id)}>
                    {t('rules.broken', { count: broken })}
                  </UnmetLists>
                  <UnmetWhy why={why} />
                </Fragment>
              ),
            ],
          ]}
        />
      </div>
      {most.length === 0 ? (
        <Text size="sm">{t('rules.liveSame')}</Text>
      ) : (
        <div>
          <Text fw={600} size="sm">
            {t('rules.most')}
          </Text>
          <FirstOf all={most} most={LISTS_SHOWN}>
            {(shown) => (
              <MostChanged
                lists={shown}
                among={most}
                nameOf={nameOf}
                heads={[t('rules.without'), t('rules.withThis')]}
              />
            )}
          </FirstOf>
        </div>
      )}
    </>
  );
}
