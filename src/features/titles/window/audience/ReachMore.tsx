import { Anchor, Button, NativeSelect, NumberInput, Stack, Text, Title } from '@mantine/core';
import { IconGavel } from '@tabler/icons-react';
import { useMutation, useQuery } from '@tanstack/react-query';
import { useState, type ReactNode, type Ref } from 'react';
import { Link } from 'wouter';
import { useTexts } from '../../../../renderer/locales/use-texts';
import type { Audience, AudienceRequest, Reach } from '../../contract/audience';
import { Cost } from '../../../rules/window/public';
import { RuleWords } from '../../../../renderer/components/rules/RuleWords';
import { useRuleText } from '../../../../renderer/components/rules/use-rule-text';
import { UnmetWhy } from '../../../../renderer/components/rules/UnmetWhy';
import { ErrorNotice } from '../../../../renderer/components/ErrorNotice';
import { useEngine } from '../../../../renderer/connection/engine-context';
import { useFormat } from '../../../../renderer/locales/format';
import { reachNotes } from '../../words/reach-notes';
import { useMakeRule } from './use-make-rule';
import classes from '../Titles.module.css';

/** Stands for any profiles among the segments. */
const ANY = '';

/** What it would take for more profiles to get the titles, as rules to go on with. */
export function ReachMore({
  data,
  asked,
  audience,
  field,
}: {
  data: string;
  asked: AudienceRequest;
  audience: Audience;
  /** Where a person begins. */
  field: Ref<HTMLInputElement>;
}): ReactNode {
  const t = useTexts();
  const { client, queries } = useEngine();
  const format = useFormat();
  const [whom, setWhom] = useState(ANY);
  const [count, setCount] = useState<number | string>(() =>
    Math.min(audience.profiles, Math.max(10, 2 * audience.recommended)),
  );
  const segments = useQuery(queries.segments.list.queryOptions({ input: { data } }));
  const found = useMutation({
    mutationFn: () =>
      client.titles.reach({ ...asked, goal: whom === ANY ? { profiles: Number(count) } : { segment: whom } }),
  });
  const change = (set: () => void): void => {
    found.reset();
    set();
  };
  return (
    <Stack
      gap="xs"
      component="form"
      aria-label={t('audience.reach')}
      onSubmit={(event) => {
        event.preventDefault();
        found.mutate();
      }}
    >
      <Title order={3}>{t('audience.reach')}</Title>
      <NativeSelect
        size="xs"
        label={t('audience.reachWhom')}
        description={
          segments.data?.length === 0 ? (
            <>
              {t('audience.noSegments')}{' '}
              <Anchor component={Link} href="/profiles" size="xs" underline="always">
                {t('audience.toProfiles')}
              </Anchor>
            </>
          ) : null
        }
        value={whom}
        onChange={({ currentTarget: { value } }) => change(() => setWhom(value))}
        data={[
          { value: ANY, label: t('audience.reachAny') },
          ...(segments.data ?? []).map(({ id, name }) => ({ value: id, label: name })),
        ]}
      />
      {whom === ANY && (
        <NumberInput
          size="xs"
          ref={field}
          label={t('audience.reachCount')}
          description={t('audience.reachHave', { now: format.count(audience.recommended) })}
          min={1}
          max={audience.profiles}
          allowDecimal={false}
          allowNegative={false}
          value={count}
          onChange={(value) => change(() => setCount(value))}
        />
      )}
      <Button
        type="submit"
        size="xs"
        variant="default"
        loading={found.isPending}
        disabled={whom === ANY && count === ''}
      >
        {t('audience.reachAsk')}
      </Button>
      {found.error !== null && <ErrorNotice error={found.error} onRetry={() => found.mutate()} />}
      {found.data !== undefined && <Options data={data} reach={found.data} titles={audience.titles} />}
    </Stack>
  );
}

function Options({ data, reach, titles }: { data: string; reach: Reach; titles: Audience['titles'] }): ReactNode {
  const t = useTexts();
  const format = useFormat();
  const { wanted, options } = reach;
  const named = titles.flatMap(({ item, title }) => (title === null ? [] : [{ item, title }]));
  const ruleText = useRuleText(named);
  const makeRule = useMakeRule(data, titles);
  return (
    <>
      <Text size="sm" role="status">
        {reachNotes(reach, { t, format }).join(' ')}
      </Text>
      <ul className={classes.options}>
        {options.map(({ rule, reached, changed, unmet, why, cost }) => (
          <li key={`${rule.id} ${JSON.stringify(rule)}`}>
            <Text size="sm" fw={600}>
              <RuleWords rule={rule} titles={named} />
            </Text>
            <Text size="xs">
              {t(reached < wanted ? 'audience.reachesShort' : 'audience.reaches', {
                reached: format.count(reached),
                wanted: format.count(wanted),
                changed: format.count(changed),
              })}{' '}
              {unmet > 0 && t('audience.notKept', { count: unmet })}
            </Text>
            <UnmetWhy why={why} />
            <Text size="xs" c="dimmed">
              {t('rules.cost')}: <Cost cost={cost} />
            </Text>
            <Button
              size="compact-xs"
              variant="light"
              leftSection={<IconGavel size={14} aria-hidden />}
              aria-label={t('audience.makeThisRule', { rule: ruleText(rule) })}
              onClick={() => void makeRule(rule)}
            >
              {t('audience.makeRule')}
            </Button>
          </li>
        ))}
      </ul>
    </>
  );
}
