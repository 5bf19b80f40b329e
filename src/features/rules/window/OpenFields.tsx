import { Button, Group, Stack, Text } from '@mantine/core';
import { useEffect, useRef, type ReactNode } from 'react';
import { useFormat } from '../../../renderer/locales/format';
import { useTexts } from '../../../renderer/locales/use-texts';
import { ProfileFields, TitleFields } from '../../../renderer/components/rules/ConditionFields';
import type { CheckedRules } from '../../../shared/contract/rule-answers';
import type { Dataset } from '../../../shared/contract/dataset';
import type { RuleProfiles, TitleCondition } from '../../../shared/contract/rules';
import { ErrorNotice } from '../../../renderer/components/ErrorNotice';
import { membersValues } from '../../../shared/words/rule-sentence';
import { Day } from './Day';
import { useTakeMembers } from './MembersLine';
import { endsBefore, type RuleFields } from './rule-fields';
import classes from './Sentence.module.css';

/** Blanks whose fields stand below the sentence. */
export type OpenPart = 'titles' | 'others' | 'profiles' | 'days';

/** The fields of the open blank. The first of them has the focus. */
export function OpenFields({
  id,
  part,
  dataset,
  fields,
  titles,
  onTitles,
  set,
  onDone,
}: {
  id: string;
  part: OpenPart;
  dataset: Dataset;
  fields: RuleFields;
  titles: CheckedRules['titles'];
  /** Titles whose names were found. */
  onTitles: (titles: CheckedRules['titles']) => void;
  set: (changes: Record<string, unknown>) => void;
  onDone: () => void;
}): ReactNode {
  const t = useTexts();
  const box = useRef<HTMLDivElement>(null);
  useEffect(() => box.current?.querySelector('input')?.focus(), [part]);
  return (
    <Stack
      ref={box}
      id={id}
      gap="xs"
      className={classes.panel}
      // Enter in a field would add the rule, before one has seen what it changes.
      onKeyDown={(event) => {
        const { key, target, nativeEvent } = event;
        if (key !== 'Enter' || nativeEvent.isComposing || event.isDefaultPrevented()) return;
        if (!(target instanceof HTMLInputElement)) return;
        event.preventDefault();
        // In a closed list of choices it means the list.
        if (target.getAttribute('aria-haspopup') === 'listbox') target.click();
        else if (target.getAttribute('aria-invalid') !== 'true') onDone();
      }}
    >
      {part === 'days' ? (
        <Group grow gap="sm" align="flex-start">
          <Day label={t('rules.from')} value={fields['from']} onChange={(from) => set({ from })} />
          <Day
            label={t('rules.until')}
            value={fields['until']}
            error={endsBefore(fields) ? t('rules.endsBefore') : undefined}
            onChange={(until) => set({ until })}
          />
        </Group>
      ) : part === 'profiles' ? (
        <WhichProfiles
          dataset={dataset}
          value={(fields['profiles'] ?? {}) as RuleProfiles}
          onChange={(profiles) => set({ profiles })}
        />
      ) : (
        <TitleFields
          data={dataset.fingerprint}
          label={t(`rules.${part}`)}
          description={t('rules.titlesHelp')}
          attributes={dataset.itemAttributes}
          titles={titles}
          onTitles={onTitles}
          value={(fields[part] ?? {}) as TitleCondition}
          onChange={(condition) => set({ [part]: condition })}
        />
      )}
      <Group justify="flex-end">
        <Button size="compact-sm" variant="default" onClick={onDone}>
          {t('rules.blankDone')}
        </Button>
      </Group>
    </Stack>
  );
}

/** A condition on profiles, and the members of a segment that no condition can say. */
function WhichProfiles({
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
  const { members, ...condition } = value;
  const take = useTakeMembers(fingerprint, (taken) => onChange({ ...condition, members: taken }));
  return (
    <>
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
        onChange={(next) => onChange({ ...next, ...(members && { members }) })}
        onSegment={({ id }) => take.mutate({ segment: id })}
      />
      {take.error !== null && <ErrorNotice error={take.error} />}
    </>
  );
}
