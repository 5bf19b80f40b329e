import { Button, Group, Stack, Text } from '@mantine/core';
import { IconPlus } from '@tabler/icons-react';
import { keepPreviousData, useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { useRef, useState, type ReactNode } from 'react';
import { useTexts } from '../../../renderer/locales/use-texts';
import type { CheckedRules, KeptRules } from '../../../shared/contract/rule-answers';
import type { Dataset } from '../../../shared/contract/dataset';
import { type Rule, ruleSetOf } from '../../../shared/contract/rules';
import { ErrorNotice } from '../../../renderer/components/ErrorNotice';
import { OfferedRules } from '../../../renderer/components/rules/OfferedRules';
import { useShowPart } from '../../../renderer/components/use-show-part';
import { Section } from '../../../renderer/components/Section';
import { VersionsPopover } from '../../../renderer/components/VersionsPopover';
import { useMainAction } from '../../../renderer/stores/main-action';
import { keepFocusSoon } from '../../../renderer/components/keep-focus';
import { useEngine } from '../../../renderer/connection/engine-context';
import { dropRuleDraft, endSavedDraft, keepRuleDraft, type RuleDraft, useRuleDraft } from './rule-drafts';
import { Effect } from './Effect';
import { RuleComparison } from './RuleComparison';
import { RuleFiles } from './RuleFiles';
import { rowOfRule } from './rule-row';
import { RuleRows } from './RuleRows';
import { RuleVersions } from './RuleVersions';
import { SentenceEditor } from './SentenceEditor';
import { useRemoveRule } from './use-remove-rule';
import { dropWrittenRule, type Edited, writtenRuleOf } from './written-rule';

/** The rules being edited, their conflicts, and their effect on the lists below. */
export function RuleBook({
  dataset,
  saved,
  part,
}: {
  dataset: Dataset;
  saved: KeptRules;
  /** What one came to see: what could not be kept, as `unmet`, or the rule of that ID. */
  part?: string | undefined;
}): ReactNode {
  const t = useTexts();
  const { client, queries } = useEngine();
  const cache = useQueryClient();
  const data = dataset.fingerprint;
  useShowPart(part === undefined ? null : rowOfRule(part));
  const draft = useRuleDraft(data);
  const { set, revision } = draft ?? saved;
  const looked = useQuery({
    ...queries.rules.check.queryOptions({ input: { data, set }, placeholderData: keepPreviousData }),
    enabled: draft !== null,
  });
  const checked: CheckedRules = (draft === null ? undefined : looked.data) ?? saved;
  const [edited, setEdited] = useState<Edited | null>(() => writtenRuleOf(data)?.edited ?? null);
  /** The earlier revision compared with the saved rules. */
  const [compared, setCompared] = useState<number | null>(null);
  const change = (rules: readonly Rule[]): void => keepRuleDraft(data, { set: ruleSetOf(rules), revision });
  const remove = useRemoveRule(data, { set, revision });
  const show = (now: KeptRules): void => void cache.setQueryData(queries.rules.get.queryKey({ input: { data } }), now);
  const saveButton = useRef<HTMLButtonElement>(null);
  const save = useMutation({
    mutationFn: (sent: RuleDraft) => client.rules.set({ data, ...sent }),
    onSuccess: async (now, sent) => {
      show(now);
      endSavedDraft(data, { set: sent.set, revision: now.revision });
      await cache.invalidateQueries({ queryKey: queries.rules.history.key() });
    },
    // The buttons are gone with the draft.
    onSettled: keepFocusSoon,
  });
  const discard = (): void => {
    dropRuleDraft(data);
    save.reset();
    void cache.invalidateQueries({ queryKey: queries.rules.key() });
    keepFocusSoon();
  };
  const endEditing = (): void => {
    dropWrittenRule(data);
    setEdited(null);
  };
  const take = (rule: Rule): void => {
    const others = set.rules.filter(({ id }) => id !== rule.id);
    change(
      others.length === set.rules.length
        ? [...set.rules, rule]
        : set.rules.map((one) => (one.id === rule.id ? rule : one)),
    );
    endEditing();
    // After the sentence has given the focus back to what led to it: saving is what comes next.
    window.setTimeout(() => saveButton.current?.focus());
  };
  const begin = (): void => setEdited({ rule: null });
  const mainAction =
    draft === null
      ? { label: t('rules.add'), run: begin, blocked: null }
      : { label: t('rules.save'), run: () => save.mutate(draft), blocked: save.isPending ? t('rules.saving') : null };
  // While a rule is written, adding it is.
  useMainAction(edited === null ? mainAction : null);
  return (
    <>
      <OfferedRules data={data} />
      {edited !== null && (
        <SentenceEditor
          key={edited.rule?.id ?? ''}
          dataset={dataset}
          rules={set.rules}
          titles={checked.titles}
          edited={edited}
          onTake={take}
          onClose={endEditing}
        />
      )}
      <Section
        title={t('rules.inOrder')}
        description={t('rules.listHelp')}
        actions={
          <>
            <Button
              size="xs"
              variant={edited === null ? 'filled' : 'default'}
              leftSection={<IconPlus size={14} aria-hidden />}
              onClick={begin}
            >
              {t('rules.add')}
            </Button>
            <RuleFiles
              data={data}
              set={set}
              titles={checked.titles}
              isSaved={draft === null}
              onRead={(rules) => change(rules)}
            />
            <VersionsPopover size="named" name={t('rules.history')}>
              {(close) => (
                <RuleVersions
                  data={data}
                  onRestored={(now) => {
                    show(now);
                    dropRuleDraft(data);
                    close();
                  }}
                  onCompare={(earlier) => {
                    setCompared(earlier);
                    close();
                  }}
                />
              )}
            </VersionsPopover>
          </>
        }
      >
        <Stack gap="md">
          {set.rules.length === 0 ? (
            <Text size="sm" c="dimmed">
              {t('rules.none')}
            </Text>
          ) : (
            <RuleRows
              data={data}
              rules={set.rules}
              titles={checked.titles}
              conflicts={checked.conflicts}
              onChange={change}
              onEdit={(rule) => setEdited({ rule })}
              onRemove={remove}
            />
          )}
          {save.error !== null && <ErrorNotice title={t('rules.failed')} error={save.error} />}
          <Group gap="sm" className={draft === null && !save.isSuccess ? 'shelfwise-visually-hidden' : undefined}>
            {draft !== null && (
              <>
                <Button ref={saveButton} size="compact-md" loading={save.isPending} onClick={() => save.mutate(draft)}>
                  {t('rules.save')}
                </Button>
                <Button size="compact-md" variant="default" onClick={discard}>
                  {t('rules.discard')}
                </Button>
              </>
            )}
            <Text size="sm" role="status">
              {draft !== null ? t('rules.unsaved') : save.isSuccess ? t('rules.savedNow') : ''}
            </Text>
          </Group>
        </Stack>
      </Section>
      <Effect set={set} rulesSha256={checked.rulesSha256} showsUnmet={part === 'unmet'} />
      <RuleComparison data={data} earlier={compared} present={saved.revision} onClose={() => setCompared(null)} />
    </>
  );
}
