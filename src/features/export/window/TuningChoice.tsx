import { Group, Select, Text } from '@mantine/core';
import type { ReactNode } from 'react';
import { useTexts } from '../../../renderer/locales/use-texts';
import type { RunRecord } from '../../../shared/contract/run';
import { tunedKeys } from '../../../shared/contract/tuning';
import { TUNING_ROWS } from '../../../shared/contract/tuning-keys';
import { chooseTuning } from '../../../renderer/stores/chosen-tuning';
import type { ExportTuning } from './use-export-tuning';

/** Not a possible ID of a saved tuning. */
const NONE = 'none';

const options = (saved: readonly { readonly id: string; readonly name: string }[]) =>
  saved.map(({ id, name }) => ({ value: id, label: name }));

/** Which saved tuning an export applies, and to which profiles. */
export function TuningChoice({
  run,
  of: { tunings, segments, tuning, segment },
}: {
  run: RunRecord;
  of: ExportTuning;
}): ReactNode {
  const t = useTexts();
  if (tunings.length === 0) return null;
  const data = run.dataset.fingerprint;
  const left = tuning === null ? [] : tunedKeys(tuning.tuning).filter((key) => TUNING_ROWS[key].ofOneProfile === true);
  return (
    <div>
      <Group gap="sm" align="flex-end">
        <Select
          size="xs"
          w={240}
          label={t('exporting.tuning')}
          allowDeselect={false}
          data={[{ value: NONE, label: t('exporting.asTrained') }, ...options(tunings)]}
          value={tuning?.id ?? NONE}
          onChange={(id) => chooseTuning(data, { tuningId: id === NONE ? null : id })}
        />
        {tuning !== null && (
          <Select
            size="xs"
            w={240}
            label={t('exporting.tuningFor')}
            allowDeselect={false}
            data={[{ value: NONE, label: t('exporting.everybody') }, ...options(segments)]}
            value={segment?.id ?? NONE}
            onChange={(id) => chooseTuning(data, { segmentId: id === NONE ? null : id })}
          />
        )}
      </Group>
      {tuning !== null && (
        <Text size="sm" c="dimmed" mt="2xs">
          {t('exporting.tuningHelp')}{' '}
          {left.length > 0 && t('tuningEffect.left', { what: left.map((key) => t(`compare.parts.${key}`)).join(', ') })}
        </Text>
      )}
    </div>
  );
}
