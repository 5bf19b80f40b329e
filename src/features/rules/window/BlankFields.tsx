import { Button, Group, NumberInput, Radio, Stack, Text, TextInput } from '@mantine/core';
import { useState, type ReactNode } from 'react';
import { useFormat } from '../../../renderer/locales/format';
import { useTexts } from '../../../renderer/locales/use-texts';
import { DayField, isDay } from '../../../renderer/components/rules/DayField';
import { ProfileFields, TitleFields } from '../../../renderer/components/rules/ConditionFields';
import { tidied } from '../../../renderer/components/rules/tidied';
import { ErrorNotice } from '../../../renderer/components/ErrorNotice';
import { useLabels } from '../../../renderer/components/labels/use-labels';
import type { CheckedRules } from '../../../shared/contract/rule-answers';
import type { Dataset } from '../../../shared/contract/dataset';
import {
  type NumberRange,
  type ProfileCondition,
  profileConditionSchema,
  type RuleProfiles,
  type TitleCondition,
  titleConditionSchema,
} from '../../../shared/contract/rules';
import { LIST_LENGTH, LONGEST_KEPT_NAME, STORED_PLACES } from '../../../shared/limits';
import { weekOf } from '../../../shared/values/calendar-week';
import { dayAfter, today } from '../../../shared/values/day';
import { isEmptyRange } from '../../../shared/values/empty-range';
import { membersValues } from '../../../shared/words/rule-sentence';
import { oneNumber } from '../../../renderer/components/one-number';
import type { BlankName } from './blanks';
import { useTakeMembers } from './MembersLine';
import { endsBefore, type RuleFields } from './rule-fields';

interface Properties {
  dataset: Dataset;
  fields: RuleFields;
  titles: CheckedRules['titles'];
  /** Receives the names of titles that are picked. */
  onTitles: (titles: CheckedRules['titles']) => void;
  set: (changes: Record<string, unknown>) => void;
}

/** The fields of an open blank. What is half typed stays in its field, and changes the sentence once it is whole. */
export function BlankFields({ name, ...properties }: Properties & { name: BlankName }): ReactNode {
  const t = useTexts();
  const labels = useLabels();
  const { dataset, fields, set } = properties;
  const { place, to, ages = {} } = fields as { place?: number; to?: number; ages?: { from?: number; to?: number } };
  const emptyRange = (range: NumberRange): string | false =>
    isEmptyRange(range) && t('condition.emptyRange', { typed: `${range.from}-${range.to}` });
  switch (name) {
    case 'titles':
    case 'others':
      return <WhichTitles {...properties} part={name} />;
    case 'profiles':
      return (
        <WhichChildren
          dataset={dataset}
          value={(fields['profiles'] ?? {}) as RuleProfiles}
          onChange={(profiles) => set({ profiles })}
        />
      );
    case 'days':
      return (
        <Stack gap="xs">
          <Group grow gap="sm" align="flex-start">
            <Day label={t('rules.from')} value={fields['from']} onChange={(from) => set({ from })} />
            <Day
              label={t('rules.until')}
              value={fields['until']}
              error={endsBefore(fields) ? t('rules.endsBefore') : undefined}
              onChange={(until) => set({ until })}
            />
          </Group>
          <ComingWeeks onChoose={set} />
        </Stack>
      );
    case 'after':
    case 'day':
      return <Day label={t(`rules.${name}`)} value={fields[name]} onChange={(day) => set({ [name]: day })} />;
    case 'range':
      return (
        <Group grow gap="sm">
          <Whole
            label={t('rules.place')}
            most={LIST_LENGTH}
            value={place}
            // A single place stays one.
            onChange={(first = 1) => set({ place: first, to: to === place ? first : to })}
          />
          <Whole
            label={t('rules.to')}
            most={LIST_LENGTH}
            value={to ?? place}
            error={emptyRange({ from: place, to })}
            onChange={(last = 1) => set({ to: last })}
          />
        </Group>
      );
    case 'places':
      return (
        <Whole
          label={t('rules.places')}
          most={fields.form === 'boost' ? STORED_PLACES - LIST_LENGTH : STORED_PLACES}
          value={fields['places']}
          onChange={(places) => set({ places })}
        />
      );
    case 'count': {
      const isNew = fields.form === 'new-titles';
      return (
        <Whole
          label={t(isNew ? 'rules.newCount' : 'rules.count')}
          least={isNew ? 1 : 0}
          most={isNew ? LIST_LENGTH : LIST_LENGTH - 1}
          value={fields['count']}
          onChange={(count) => set({ count })}
        />
      );
    }
    case 'start':
      return (
        <Whole
          label={t('rules.newPlace')}
          description={t('rules.newPlaceHelp')}
          isOptional
          most={LIST_LENGTH}
          value={place}
          onChange={(first) => set({ place: first })}
        />
      );
    case 'ages':
      return (
        <Group grow gap="sm">
          {(['from', 'to'] as const).map((end) => (
            <Whole
              key={end}
              label={t(end === 'from' ? 'rules.ageFrom' : 'rules.ageTo')}
              least={0}
              isOptional
              value={ages[end]}
              error={end === 'to' && emptyRange(ages)}
              onChange={(age) => set({ ages: { ...ages, [end]: age } })}
            />
          ))}
        </Group>
      );
    case 'per': {
      const per = fields['per'] as { series?: true; attribute?: string } | undefined;
      return (
        <Choice
          label={t('rules.per')}
          value={per === undefined ? 'all' : per.series === true ? 'series' : `attribute ${per.attribute}`}
          choices={[
            ['series', t('rules.perSeries')],
            ...dataset.itemAttributes.map((one): [string, string] => [
              `attribute ${one.name}`,
              t('rules.perAttribute', { name: labels.attribute(one.name) }),
            ]),
            ['all', t('rules.perAll')],
          ]}
          onChange={(next) =>
            set({
              per:
                next === 'all'
                  ? undefined
                  : next === 'series'
                    ? { series: true }
                    : { attribute: next.slice('attribute '.length) },
            })
          }
        />
      );
    }
    case 'attribute':
      return (
        <Choice
          label={t('rules.ageAttribute')}
          value={(fields['attribute'] as string | undefined) ?? null}
          choices={dataset.profileAttributes.map((one) => [one.name, labels.attribute(one.name)])}
          onChange={(attribute) => set({ attribute })}
        />
      );
    case 'unknown':
      return (
        <Choice
          label={t('rules.unknownAge')}
          value={fields['unknown'] === true ? 'shown' : 'hidden'}
          choices={[
            ['hidden', t('rules.unknownHidden')],
            ['shown', t('rules.unknownShown')],
          ]}
          onChange={(next) => set({ unknown: next === 'shown' })}
        />
      );
  }
}

/** A name of its own, or none: then a rule is called by what it says. */
export function NameField({
  value,
  said,
  onChange,
}: {
  value: string;
  /** What it is called without one. */
  said: string;
  onChange: (name: string) => void;
}): ReactNode {
  const t = useTexts();
  const [typed, setTyped] = useState(value);
  return (
    <TextInput
      size="xs"
      label={t('rules.name')}
      maxLength={LONGEST_KEPT_NAME}
      placeholder={said}
      value={typed}
      onChange={({ currentTarget }) => setTyped(currentTarget.value)}
      onBlur={() => typed.trim() !== value && onChange(typed.trim())}
      onKeyDown={({ key }) => key === 'Enter' && typed.trim() !== value && onChange(typed.trim())}
    />
  );
}

/** A whole number. A field that is emptied to write another one changes nothing yet, unless there may be none. */
function Whole({
  label,
  description,
  value,
  least = 1,
  most,
  isOptional = false,
  error,
  onChange,
}: {
  label: string;
  description?: string;
  error?: string | false;
  value: unknown;
  least?: number;
  most?: number;
  isOptional?: boolean;
  onChange: (value: number | undefined) => void;
}): ReactNode {
  const [isEmpty, setEmpty] = useState(false);
  return (
    <NumberInput
      {...oneNumber}
      size="xs"
      label={label}
      description={description}
      error={error}
      allowDecimal={false}
      min={least}
      {...(most !== undefined && { max: most })}
      clampBehavior="strict"
      value={isEmpty || typeof value !== 'number' ? '' : value}
      onChange={(next) => {
        const isNumber = typeof next === 'number';
        setEmpty(!isNumber);
        if (isNumber || isOptional) onChange(isNumber ? next : undefined);
      }}
      onBlur={() => setEmpty(false)}
    />
  );
}

/** A day that may be empty. */
/** Which day it is, and the weeks after this one by a press each. */
function ComingWeeks({ onChoose }: { onChoose: (days: { from: string; until: string }) => void }): ReactNode {
  const t = useTexts();
  const format = useFormat();
  const now = today();
  return (
    <Group gap="xs">
      <Text size="xs" c="dimmed">
        {t('rules.todayIs', { day: format.calendarDay(now) })}
      </Text>
      {([1, 2] as const).map((weeks) => {
        const { from, to } = weekOf(dayAfter(now, 7 * weeks));
        return (
          <Button key={weeks} size="compact-xs" variant="default" onClick={() => onChoose({ from, until: to })}>
            {t(weeks === 1 ? 'rules.nextWeek' : 'rules.weekAfterNext')}
          </Button>
        );
      })}
    </Group>
  );
}

function Day({
  label,
  value,
  error,
  onChange,
}: {
  label: string;
  value: unknown;
  /** What is wrong with a day that is one. */
  error?: string | undefined;
  onChange: (day: string | undefined) => void;
}): ReactNode {
  const known = typeof value === 'string' ? value : '';
  const [typed, setTyped] = useState(known);
  const [before, setBefore] = useState(known);
  // Chosen beside the field, or by an undo.
  if (known !== before) {
    setBefore(known);
    setTyped(known);
  }
  return (
    <DayField
      size="xs"
      label={label}
      error={error}
      value={typed}
      onChange={(text) => {
        setTyped(text);
        if (text !== known && (text === '' || isDay(text))) onChange(text === '' ? undefined : text);
      }}
    />
  );
}

function Choice({
  label,
  value,
  choices,
  onChange,
}: {
  label: string;
  value: string | null;
  choices: readonly (readonly [value: string, label: string])[];
  onChange: (value: string) => void;
}): ReactNode {
  return (
    <Radio.Group size="xs" label={label} value={value} onChange={onChange}>
      <Stack gap="2xs" mt="2xs">
        {choices.map(([one, text]) => (
          <Radio key={one} value={one} label={text} />
        ))}
      </Stack>
    </Radio.Group>
  );
}

function WhichTitles({
  dataset,
  fields,
  titles,
  onTitles,
  set,
  part,
}: Properties & { part: 'titles' | 'others' }): ReactNode {
  const t = useTexts();
  const [condition, setCondition] = useState((fields[part] ?? {}) as TitleCondition);
  return (
    <TitleFields
      data={dataset.fingerprint}
      label={t(`rules.${part}`)}
      description={t('rules.titlesHelp')}
      attributes={dataset.itemAttributes}
      titles={titles}
      onTitles={onTitles}
      value={condition}
      onChange={(next) => {
        setCondition(next);
        if (titleConditionSchema.safeParse(tidied(next)).success) set({ [part]: next });
      }}
    />
  );
}

/** A condition on children, and the members of a segment that no condition can say. */
function WhichChildren({
  dataset: { fingerprint, profileAttributes },
  value,
  onChange,
}: {
  dataset: Dataset;
  value: RuleProfiles;
  onChange: (profiles: RuleProfiles) => void;
}): ReactNode {
  const t = useTexts();
  const format = useFormat();
  const { members, ...known } = value;
  const [condition, setCondition] = useState<ProfileCondition>(known);
  const take = useTakeMembers(fingerprint, (taken) => onChange({ ...condition, members: taken }));
  return (
    <Stack gap="xs">
      {members !== undefined && (
        <Group gap="xs">
          <Text size="sm">{t('condition.members', membersValues(members, { day: format.calendarDay }))}</Text>
          <Button size="compact-xs" variant="default" onClick={() => onChange(condition)}>
            {t('rules.membersRemove')}
          </Button>
        </Group>
      )}
      <ProfileFields
        data={fingerprint}
        attributes={profileAttributes}
        value={condition}
        onChange={(next) => {
          setCondition(next);
          if (profileConditionSchema.safeParse(tidied(next)).success)
            onChange({ ...next, ...(members && { members }) });
        }}
        onSegment={({ id }) => take.mutate({ segment: id })}
      />
      {take.error !== null && <ErrorNotice error={take.error} />}
    </Stack>
  );
}
