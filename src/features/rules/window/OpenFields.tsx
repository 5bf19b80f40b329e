import { Button, Group, Stack, Text } from '@mantine/core';
import { useEffect, useRef, type ReactNode } from 'react';
import { useTexts } from '../../../renderer/locales/use-texts';
import { ProfileFields, TitleFields } from '../../../renderer/components/rules/ConditionFields';
import type { CheckedRules } from '../../../shared/contract/rule-answers';
import type { Dataset } from '../../../shared/contract/dataset';
import type { ProfileCondition, TitleCondition } from '../../../shared/contract/rules';
import { Day } from './Day';
import type { RuleFields } from './rule-fields';
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
    <Stack ref={box} id={id} gap="xs" className={classes.panel}>
      {part === 'days' ? (
        <Group grow gap="sm" align="flex-start">
          <Day label={t('rules.from')} value={fields['from']} onChange={(from) => set({ from })} />
          <Day label={t('rules.until')} value={fields['until']} onChange={(until) => set({ until })} />
        </Group>
      ) : part === 'profiles' ? (
        <ProfileFields
          data={dataset.fingerprint}
          attributes={dataset.profileAttributes}
          value={(fields['profiles'] ?? {}) as ProfileCondition}
          onChange={(profiles) => set({ profiles })}
        />
      ) : (
        <>
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
          {fields.form === 'new-titles' && (
            <Text size="xs" c="dimmed">
              {t('rules.newHelp')}
            </Text>
          )}
        </>
      )}
      <Group justify="flex-end">
        <Button size="compact-sm" variant="default" onClick={onDone}>
          {t('rules.blankDone')}
        </Button>
      </Group>
    </Stack>
  );
}
