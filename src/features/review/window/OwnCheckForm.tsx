import { Button, Group, NumberInput, SegmentedControl, Stack, Text, TextInput, Title } from '@mantine/core';
import { useState, type ReactNode } from 'react';
import { useTexts } from '../../../renderer/locales/use-texts';
import { CHECK_MODES, type CheckMode } from '../contract/check-table';
import type { Dataset } from '../../../shared/contract/dataset';
import { type OwnCheck, ownCheckSchema } from '../contract/checks';
import { LIST_LENGTH, LONGEST_KEPT_NAME } from '../../../shared/limits';
import { isEmptyRange } from '../../../shared/values/empty-range';
import { ErrorNotice } from '../../../renderer/components/ErrorNotice';
import { ProfileFields, TitleFields } from '../../../renderer/components/rules/ConditionFields';
import { tidied } from '../../../renderer/components/rules/tidied';

/** A curator's own check: which profiles' lists may hold at most how many of which titles. */
export function OwnCheckForm({
  dataset,
  check,
  isNew,
  isBusy,
  error,
  onSave,
  onRemove,
}: {
  dataset: Dataset;
  check: OwnCheck;
  isNew: boolean;
  isBusy: boolean;
  error: unknown;
  onSave: (check: OwnCheck) => void;
  onRemove: () => void;
}): ReactNode {
  const t = useTexts();
  const [fields, setFields] = useState(check);
  const set = (changes: Partial<OwnCheck>): void => setFields({ ...fields, ...changes });
  const parsed = ownCheckSchema.safeParse(tidied(fields));
  const made = parsed.success && !isEmptyRange(parsed.data.profiles?.watched ?? {}) ? parsed.data : null;
  return (
    <form
      onSubmit={(event) => {
        event.preventDefault();
        if (made !== null) onSave(made);
      }}
    >
      <Stack gap="sm">
        <TextInput
          label={t('checks.ownName')}
          required
          maxLength={LONGEST_KEPT_NAME}
          data-autofocus
          value={fields.name}
          onChange={({ currentTarget }) => set({ name: currentTarget.value })}
        />
        <TitleFields
          data={dataset.fingerprint}
          label={t('checks.ownTitles')}
          description={t('rules.titlesHelp')}
          attributes={dataset.itemAttributes}
          titles={[]}
          value={fields.titles}
          onChange={(titles) => set({ titles })}
        />
        <NumberInput
          label={t('checks.ownMost')}
          min={0}
          max={LIST_LENGTH - 1}
          allowDecimal={false}
          value={fields.most}
          onChange={(most) => typeof most === 'number' && set({ most })}
        />
        <div>
          <Title order={3}>{t('checks.ownProfiles')}</Title>
          <Text size="xs" c="dimmed">
            {t('checks.ownProfilesHelp')}
          </Text>
        </div>
        <ProfileFields
          data={dataset.fingerprint}
          attributes={dataset.profileAttributes}
          value={fields.profiles ?? {}}
          onChange={(profiles) => set({ profiles })}
        />
        <SegmentedControl
          size="xs"
          aria-label={t('checks.mode', { check: fields.name })}
          value={fields.mode}
          onChange={(mode) => set({ mode: mode as CheckMode })}
          data={CHECK_MODES.map((value) => ({ value, label: t(`checks.modes.${value}`) }))}
        />
        {error !== null && <ErrorNotice title={t('checks.setFailed')} error={error} />}
        <Group justify="space-between">
          {isNew ? (
            <span />
          ) : (
            <Button variant="default" disabled={isBusy} onClick={onRemove}>
              {t('checks.ownRemove')}
            </Button>
          )}
          <Button type="submit" loading={isBusy} disabled={made === null}>
            {t('checks.ownSave')}
          </Button>
        </Group>
      </Stack>
    </form>
  );
}
