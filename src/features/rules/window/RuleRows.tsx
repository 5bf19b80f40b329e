import { ActionIcon, Group, Stack, Switch, Text } from '@mantine/core';
import { IconArrowDown, IconArrowUp, IconPencil, IconTrash, type Icon } from '@tabler/icons-react';
import { useQuery } from '@tanstack/react-query';
import type { ReactNode } from 'react';
import { useFormat } from '../../../renderer/locales/format';
import { useTexts } from '../../../renderer/locales/use-texts';
import type { CheckedRules } from '../../../shared/contract/rule-answers';
import { type Rule, ruleSetOf } from '../../../shared/contract/rules';
import { useEngine } from '../../../renderer/connection/engine-context';
import { today } from '../../../shared/values/day';
import { Clashes } from './Clashes';
import { rowOfRule } from './rule-row';
import { MembersLine } from './MembersLine';
import { RuleWords } from '../../../renderer/components/rules/RuleWords';
import { useIsSaid, useRuleName } from '../../../renderer/components/rules/use-rule-text';
import classes from './Rules.module.css';

/** The rules in order: what each does in words, its switch and its buttons. */
export function RuleRows({
  data,
  rules,
  titles,
  conflicts,
  onChange,
  onEdit,
  onRemove,
}: {
  /** Fingerprint of the data set. */
  data: string;
  rules: readonly Rule[];
  titles: CheckedRules['titles'];
  conflicts: CheckedRules['conflicts'];
  onChange: (rules: readonly Rule[]) => void;
  onEdit: (rule: Rule) => void;
  onRemove: (rule: Rule, name: string) => void;
}): ReactNode {
  const t = useTexts();
  const format = useFormat();
  const isSaid = useIsSaid(titles, data);
  const nameOf = useRuleName(titles, data);
  const { queries } = useEngine();
  const since = useQuery({
    ...queries.rules.membersSince.queryOptions({ input: { data, set: ruleSetOf(rules) } }),
    enabled: rules.some(({ profiles }) => profiles?.members !== undefined),
  });
  const moved = (place: number, to: number): void => {
    const others = rules.filter((_, other) => other !== place);
    onChange([...others.slice(0, to), rules[place]!, ...others.slice(to)]);
  };
  return (
    <ol className={classes.rules} aria-label={t('rules.list')}>
      {rules.map((rule, place) => (
        <li key={rule.id} id={rowOfRule(rule.id)} className={classes.rule} tabIndex={-1}>
          <Switch
            size="sm"
            aria-label={t('rules.on', { name: nameOf(rule) })}
            checked={rule.on}
            onChange={({ currentTarget: { checked } }) =>
              onChange(rules.map((one) => (one.id === rule.id ? { ...one, on: checked } : one)))
            }
          />
          <Stack gap={0} className={classes.words}>
            <Text size="sm" fw={600}>
              {isSaid(rule) ? <RuleWords rule={rule} titles={titles} /> : rule.name}
            </Text>
            {!isSaid(rule) && (
              <Text size="sm" c="dimmed">
                <RuleWords rule={rule} titles={titles} />
              </Text>
            )}
            {rule.until !== undefined && rule.until < today() && (
              <Text size="sm" c="var(--shelfwise-warning)">
                {t('rules.over', { until: format.calendarDay(rule.until) })}
              </Text>
            )}
            {rule.profiles?.members !== undefined && (
              <MembersLine
                data={data}
                members={rule.profiles.members}
                since={since.data?.find((one) => one.rule === rule.id)}
                onTake={(members) =>
                  onChange(
                    rules.map((one) => (one.id === rule.id ? { ...one, profiles: { ...one.profiles, members } } : one)),
                  )
                }
              />
            )}
            <Clashes rule={rule} rules={rules} conflicts={conflicts} nameOf={nameOf} />
          </Stack>
          <Group gap="2xs" wrap="nowrap">
            <Act
              icon={IconArrowUp}
              label={t('rules.up', { name: nameOf(rule) })}
              onClick={() => moved(place, Math.max(0, place - 1))}
            />
            <Act
              icon={IconArrowDown}
              label={t('rules.down', { name: nameOf(rule) })}
              onClick={() => moved(place, place + 1)}
            />
            <Act icon={IconPencil} label={t('rules.edit', { name: nameOf(rule) })} onClick={() => onEdit(rule)} />
            <Act
              icon={IconTrash}
              label={t('rules.remove', { name: nameOf(rule) })}
              onClick={() => onRemove(rule, nameOf(rule))}
            />
          </Group>
        </li>
      ))}
    </ol>
  );
}

function Act({ icon: Picture, label, onClick }: { icon: Icon; label: string; onClick: () => void }): ReactNode {
  return (
    <ActionIcon size={26} variant="subtle" color="gray" aria-label={label} title={label} onClick={onClick}>
      <Picture size={15} aria-hidden />
    </ActionIcon>
  );
}
