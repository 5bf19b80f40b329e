/** One rule in plain words: what it does, about which titles, for whom, and when. What is taken over is a draft until the rules are saved. */
import { Button, Checkbox, Group, Modal, NumberInput, Select, Stack, Text, TextInput, Title } from '@mantine/core';
import { useState, type ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import {
  type CheckedRules,
  type Dataset,
  type ProfileCondition,
  type Rule,
  RULE_KINDS,
  type RuleKind,
  type TitleCondition,
} from '../../../shared/contract';
import { ageAttribute } from '../../../shared/known-attributes';
import { LIST_LENGTH, LONGEST_KEPT_NAME, STORED_PLACES } from '../../../shared/limits';
import { DayField } from '../../components/DayField';
import { useLabels } from '../../components/labels/use-labels';
import { useLast } from '../../components/use-last';
import { freeId } from '../../stores/rule-drafts';
import { ProfileFields, TitleFields } from '../../components/rules/ConditionFields';
import { type RuleFields, ruleOf, withKind } from './rule-fields';

/** The rule that is being edited; null for a new one. */
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

export function RuleEditor({ edited, ...properties }: Properties & { edited: Edited | null }): ReactNode {
  const { t } = useTranslation();
  const shown = useLast(edited);
  return (
    <Modal
      opened={edited !== null}
      onClose={properties.onClose}
      size="lg"
      title={shown === null || shown.rule === null ? t('rules.add') : t('rules.edit', { name: shown.rule.name })}
      closeButtonProps={{ 'aria-label': t('common.close') }}
    >
      {shown !== null && <Form key={shown.rule?.id ?? ''} {...properties} rule={shown.rule} />}
    </Modal>
  );
}

function Form({ dataset, rules, titles, rule, onTake, onClose }: Properties & { rule: Rule | null }): ReactNode {
  const { t } = useTranslation();
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
    // A rule without a name is called after what it does.
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
        <Own dataset={dataset} fields={fields} set={set} />
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
          <Text size="sm" role="alert" mr="auto" c="var(--shelfwise-problem)">
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

/** The fields of the kind. */
function Own({
  dataset,
  fields,
  set,
}: {
  dataset: Dataset;
  fields: RuleFields;
  set: (changes: Record<string, unknown>) => void;
}): ReactNode {
  const { t } = useTranslation();
  const labels = useLabels();
  const number = (key: string, label: string, most: number, least = 1): ReactNode => (
    <NumberInput
      size="sm"
      label={label}
      min={least}
      max={most}
      allowDecimal={false}
      withAsterisk
      value={(fields[key] as number | undefined) ?? ''}
      onChange={(value) => set({ [key]: value })}
    />
  );
  switch (fields.kind) {
    case 'pin':
      return number('place', t('rules.place'), LIST_LENGTH);
    case 'boost':
      return number('places', t('rules.places'), STORED_PLACES - LIST_LENGTH);
    case 'bury':
      return number('places', t('rules.places'), STORED_PLACES);
    case 'at-most': {
      const per = fields['per'] as { series?: true; attribute?: string } | undefined;
      const value = per === undefined ? 'all' : per.series === true ? 'series' : `attribute ${per.attribute}`;
      return (
        <Group grow gap="sm" align="flex-start">
          {number('count', t('rules.count'), LIST_LENGTH - 1, 0)}
          <Select
            size="sm"
            label={t('rules.per')}
            allowDeselect={false}
            data={[
              { value: 'series', label: t('rules.perSeries') },
              ...dataset.itemAttributes.map(({ name }) => ({
                value: `attribute ${name}`,
                label: labels.attribute(name),
              })),
              { value: 'all', label: t('rules.perAll') },
            ]}
            value={value}
            onChange={(next) =>
              set({
                per:
                  next === 'all' || next === null
                    ? undefined
                    : next === 'series'
                      ? { series: true }
                      : { attribute: next.slice('attribute '.length) },
              })
            }
          />
        </Group>
      );
    }
    case 'age': {
      const ages = (fields['ages'] ?? {}) as { from?: number; to?: number };
      return (
        <Stack gap="xs">
          <Group grow gap="sm" align="flex-start">
            <Select
              size="sm"
              label={t('rules.ageAttribute')}
              withAsterisk
              data={dataset.profileAttributes.map(({ name }) => ({ value: name, label: labels.attribute(name) }))}
              value={(fields['attribute'] as string | undefined) ?? null}
              onChange={(attribute) => set({ attribute: attribute ?? undefined })}
            />
            {(['from', 'to'] as const).map((end) => (
              <NumberInput
                key={end}
                size="sm"
                label={t(end === 'from' ? 'rules.ageFrom' : 'rules.ageTo')}
                min={0}
                value={ages[end] ?? ''}
                onChange={(value) => set({ ages: { ...ages, [end]: typeof value === 'number' ? value : undefined } })}
              />
            ))}
          </Group>
          <Checkbox
            size="sm"
            label={t('rules.ageUnknown')}
            checked={fields['unknown'] === true}
            onChange={({ currentTarget }) => set({ unknown: currentTarget.checked })}
          />
        </Stack>
      );
    }
    case 'expire':
      return <Day label={t('rules.after')} isNeeded value={fields['after']} onChange={(after) => set({ after })} />;
    case 'new-titles':
      return (
        <Stack gap="2xs">
          <Group grow gap="sm" align="flex-start">
            {number('count', t('rules.newCount'), LIST_LENGTH)}
            <NumberInput
              size="sm"
              label={t('rules.newPlace')}
              placeholder={t('rules.newPlaceLast')}
              min={1}
              max={LIST_LENGTH}
              allowDecimal={false}
              value={(fields['place'] as number | undefined) ?? ''}
              onChange={(place) => set({ place: typeof place === 'number' ? place : undefined })}
            />
          </Group>
          <Text size="xs" c="dimmed">
            {t('rules.newHelp')}
          </Text>
        </Stack>
      );
    case 'hide':
    case 'in-order':
    case 'never-with':
      return null;
  }
}

/** A day that may be missing. What is typed and is none yet stays in the fields, and the rule is not taken. */
function Day({
  label,
  value,
  isNeeded = false,
  onChange,
}: {
  label: string;
  value: unknown;
  isNeeded?: boolean;
  onChange: (day: string | undefined) => void;
}): ReactNode {
  return (
    <DayField
      label={label}
      isNeeded={isNeeded}
      value={typeof value === 'string' ? value : ''}
      onChange={(text) => onChange(text === '' ? undefined : text)}
    />
  );
}
