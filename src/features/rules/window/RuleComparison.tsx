import { Anchor, Modal, Stack, Text, Title } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import type { ReactNode } from 'react';
import { Link } from 'wouter';
import { useTexts } from '../../../renderer/locales/use-texts';
import type { ComparedRules } from '../contract/rule-difference';
import { hasLists } from '../../../shared/contract/run-life';
import type { Rule } from '../../../shared/contract/rules';
import { RuleWords } from '../../../renderer/components/rules/RuleWords';
import { useIsSaid, useNamesOfRules, useRuleName } from '../../../renderer/components/rules/use-rule-text';
import { placeOfChanges } from '../../../renderer/components/changes-place';
import { Query } from '../../../renderer/components/Query';
import { useEngine } from '../../../renderer/connection/engine-context';
import { useActiveRun } from '../../../renderer/stores/engine-data';

/** How an earlier version of the rules differs from the saved one, with the way to what that does to the lists of the open run. */
export function RuleComparison({
  data,
  earlier,
  present,
  onClose,
}: {
  data: string;
  /** Revision of the earlier version; null shows nothing. */
  earlier: number | null;
  present: number;
  onClose: () => void;
}): ReactNode {
  const t = useTexts();
  return (
    <Modal opened={earlier !== null} onClose={onClose} size="xl" title={t('rules.compared')}>
      {earlier !== null && <Compared data={data} earlier={earlier} present={present} />}
    </Modal>
  );
}

function Compared({ data, earlier, present }: { data: string; earlier: number; present: number }): ReactNode {
  const { queries } = useEngine();
  const compared = useQuery(
    queries.rules.compare.queryOptions({
      input: { data, before: { revision: earlier }, after: { revision: present } },
    }),
  );
  return (
    <Query of={compared} lines={6}>
      {(answer) => (
        <Stack gap="md">
          <Shown data={data} compared={answer} />
          <OfLists data={data} earlier={earlier} />
        </Stack>
      )}
    </Query>
  );
}

/** The way to what both versions do to the lists of the open run. */
function OfLists({ data, earlier }: { data: string; earlier: number }): ReactNode {
  const t = useTexts();
  const active = useActiveRun();
  if (active === null || !hasLists(active) || active.dataset.fingerprint !== data)
    return (
      <Text size="sm" c="dimmed">
        {t('rules.noRun')}
      </Text>
    );
  const { runId } = active;
  const place = placeOfChanges({ runId, rules: { revision: earlier } }, { runId }, 'rules');
  return (
    <Anchor component={Link} href={place} size="sm">
      {t('changes.open')}
    </Anchor>
  );
}

function Shown({ data, compared }: { data: string; compared: ComparedRules }): ReactNode {
  const t = useTexts();
  const { added, removed, changed, moved, names, titles } = compared;
  const ruleName = useRuleName(titles, data);
  const savedName = useNamesOfRules(data);
  const isSaid = useIsSaid(titles, data);
  const words = (rule: Rule, within: (text: string) => string = (text) => text): ReactNode => (
    <RuleWords rule={rule} titles={titles}>
      {(text) => within(rule.on ? text : t('rules.isOff', { text }))}
    </RuleWords>
  );
  const isSame = [added, removed, changed, moved].every((all) => all.length === 0);
  const nameOf = (id: string): string => {
    const rule = [...added, ...removed, ...changed.flatMap(({ before, after }) => [after, before])].find(
      (one) => one.id === id,
    );
    return rule === undefined ? savedName(names.find((one) => one.id === id)?.name ?? id) : ruleName(rule);
  };
  return (
    <Stack gap="md">
      {isSame && <Text size="sm">{t('rules.sameRules')}</Text>}
      <Rules title={t('rules.addedSince')} rules={added} isSaid={isSaid} words={words} />
      <Rules title={t('rules.removedSince')} rules={removed} isSaid={isSaid} words={words} />
      {changed.length > 0 && (
        <div>
          <Title order={3}>{t('rules.changedSince')}</Title>
          {changed.map(({ before, after }) => (
            <div key={after.id}>
              <Text size="sm" fw={600}>
                {ruleName(before) === ruleName(after) ? ruleName(after) : `${ruleName(before)} → ${ruleName(after)}`}
              </Text>
              <Text size="sm" c="dimmed">
                {words(before, (text) => t('rules.wasRule', { text }))}
              </Text>
              <Text size="sm">{words(after, (text) => t('rules.isRule', { text }))}</Text>
            </div>
          ))}
        </div>
      )}
      {moved.length > 0 && (
        <div>
          <Title order={3}>{t('rules.movedSince')}</Title>
          {moved.map(({ rule, before, after }) => (
            <Text key={rule} size="sm">
              {t('rules.movedFrom', { name: nameOf(rule), before, after })}
            </Text>
          ))}
        </div>
      )}
    </Stack>
  );
}

function Rules({
  title,
  rules,
  isSaid,
  words,
}: {
  title: string;
  rules: readonly Rule[];
  /** Whether the words of a rule stand for its name, too. */
  isSaid: (rule: Rule) => boolean;
  words: (rule: Rule) => ReactNode;
}): ReactNode {
  if (rules.length === 0) return null;
  return (
    <div>
      <Title order={3}>{title}</Title>
      {rules.map((rule) => (
        <div key={rule.id}>
          {!isSaid(rule) && (
            <Text size="sm" fw={600}>
              {rule.name}
            </Text>
          )}
          <Text size="sm" c="dimmed">
            {words(rule)}
          </Text>
        </div>
      ))}
    </div>
  );
}
