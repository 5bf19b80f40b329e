import { Button, Group, Modal, Select, Stack, Text, TextInput, Title } from '@mantine/core';
import { useState, type ReactNode } from 'react';
import { useTexts } from '../../../renderer/locales/use-texts';
import type { CheckedRules } from '../../../shared/contract/rule-answers';
import type { Dataset } from '../../../shared/contract/dataset';
import {
  type ProfileCondition,
  type Rule,
  RULE_KINDS,
  type RuleKind,
  type TitleCondition,
} from '../../../shared/contract/rules';
import { ageAttribute } from '../../../shared/values/known-attributes';
import { LONGEST_KEPT_NAME } from '../../../shared/limits';
import { useLast } from '../../../renderer/components/use-last';
import { freeId } from './rule-drafts';
import { ProfileFields, TitleFields } from '../../../renderer/components/rules/ConditionFields';
import { Day } from './Day';
import { KindFields } from './KindFields';
import { type RuleFields, ruleOf, withKind } from './rule-fields';

/** The rule being edited; null for a new one. One that is not among the rules is new, too, with its form filled in. */
export interface Edited {
  readonly rule: Rule | null;
}

interface Properties {
  dataset: Dataset;
  rules: readonly Rule[];
  titles: CheckedRules['titles'];
  onTake: (rule: Rule) => void;
  onClose: () => void;
}

/**
 * Edits one rule in plain words: what it does, with which titles, for which profiles, and when. Accepted changes are a
 * draft until the rules are saved.
 */
export function RuleEditor({ edited, ...properties }: Properties & { edited: Edited | null }): ReactNode {
  const t = useTexts();
  const shown = useLast(edited);
  const isThere = properties.rules.some(({ id }) => id === shown?.rule?.id);
  return (
    <Modal
      opened={edited !== null}
      onClose={properties.onClose}
      size="lg"
      title={isThere ? t('rules.edit', { name: shown!.rule!.name }) : t('rules.add')}
      closeButtonProps={{ 'aria-label': t('common.close') }}
    >
      {shown !== null && <Form key={shown.rule?.id ?? ''} {...properties} rule={shown.rule} />}
    </Modal>
  );
}

function Form({ dataset, rules, titles, rule, onTake, onClose }: Properties & { rule: Rule | null }): ReactNode {
  const t = useTexts();
  const [fields, setFields] = useState<RuleFields>(
    () => rule ?? withKind({ id: freeId(rules, 'pin'), name: '', kind: 'pin', on: true }, 'pin'),
  );
  const [isRefused, setIsRefused] = useState(false);
  const set = (changes: Record<string, unknown>): void => {
    setIsRefused(false);
    setFields((now) => ({ ...now, ...changes }));
  };
  const changeKind = (kind: RuleKind): void => {
    setIsRefused(false);
    setFields((now) => {
      const next = withKind(now, kind);
      const age = ageAttribute(dataset.profileAttributes)?.name;
      return {
        ...next,
        id: rule === null ? freeId(rules, kind) : now.id,
        ...(kind === 'age' && { attribute: age }),
      };
    });
  };
  const take = (): void => {
    // A rule without a name is named after its kind.
    const name = fields.name.trim() === '' ? t(`rules.kinds.${fields.kind}`) : fields.name;
    const made = ruleOf({ ...fields, name });
    if (made === null) setIsRefused(true);
    else onTake(made);
  };
  return (
    <form
      onSubmit={(event) => {
        event.preventDefault();
        take();
      }}
    >
      <Stack gap="md">
        <Group grow gap="sm" align="flex-start">
          <Select
            size="sm"
            label={t('rules.kind')}
            allowDeselect={false}
            data={RULE_KINDS.map((kind) => ({ value: kind, label: t(`rules.kinds.${kind}`) }))}
            value={fields.kind}
            onChange={(kind) => kind !== null && changeKind(kind as RuleKind)}
          />
          <TextInput
            size="sm"
            label={t('rules.name')}
            maxLength={LONGEST_KEPT_NAME}
            placeholder={t(`rules.kinds.${fields.kind}`)}
            value={fields.name}
            onChange={({ currentTarget }) => set({ name: currentTarget.value })}
          />
        </Group>
        <KindFields dataset={dataset} fields={fields} set={set} />
        <TitleFields
          data={dataset.fingerprint}
          label={t('rules.titles')}
          description={t('rules.titlesHelp')}
          attributes={dataset.itemAttributes}
          titles={titles}
          value={(fields['titles'] ?? {}) as TitleCondition}
          onChange={(condition) => set({ titles: condition })}
        />
        {fields.kind === 'never-with' && (
          <TitleFields
            data={dataset.fingerprint}
            label={t('rules.others')}
            description={t('rules.titlesHelp')}
            attributes={dataset.itemAttributes}
            titles={titles}
            value={(fields['others'] ?? {}) as TitleCondition}
            onChange={(condition) => set({ others: condition })}
          />
        )}
        <div>
          <Title order={3}>{t('rules.profiles')}</Title>
          <Text size="xs" c="dimmed">
            {t('rules.profilesHelp')}
          </Text>
        </div>
        <ProfileFields
          data={dataset.fingerprint}
          attributes={dataset.profileAttributes}
          value={(fields['profiles'] ?? {}) as ProfileCondition}
          onChange={(condition) => set({ profiles: condition })}
        />
        <Group grow gap="sm">
          <Day label={t('rules.from')} value={fields['from']} onChange={(from) => set({ from })} />
          <Day label={t('rules.until')} value={fields['until']} onChange={(until) => set({ until })} />
        </Group>
        <Group justify="flex-end" gap="xs">
          <Text size="sm" role="alert" mr="auto" c="var(--shelfwise-warning)">
            {isRefused ? t('rules.incomplete') : ''}
          </Text>
          <Button variant="default" onClick={onClose}>
            {t('common.cancel')}
          </Button>
          <Button type="submit">{t('rules.done')}</Button>
        </Group>
      </Stack>
    </form>
  );
}
