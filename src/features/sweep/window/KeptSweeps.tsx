import { Select } from '@mantine/core';
import type { ReactNode } from 'react';
import { useTexts } from '../../../renderer/locales/use-texts';
import { KNOB_NAMES, KNOBS } from '../../../shared/recipe/table';
import type { KeptSweep } from '../contract/sweep';
import { useFormat } from '../../../renderer/locales/format';
import { usePreferences } from '../../../renderer/stores/preferences';
import { beginAnother, openSweep, useSweepForm } from './sweep-form';
import { useKeptSweeps } from './use-sweeps';

const NEW = 'new';

/** Picks which sweep is shown: an earlier one or a new one. */
export function KeptSweeps({ data }: { data: string }): ReactNode {
  const t = useTexts();
  const kept = useKeptSweeps(data);
  const shown = useSweepForm((state) => state.shown) ?? NEW;
  const nameOf = useNameOfSweep();
  if (kept.length === 0) return null;
  return (
    <Select
      label={t('sweep.kept')}
      w={380}
      maw="100%"
      allowDeselect={false}
      value={kept.some(({ sweepId }) => sweepId === shown) ? shown : NEW}
      data={[
        { value: NEW, label: t('sweep.another') },
        ...kept.map((sweep) => ({ value: sweep.sweepId, label: nameOf(sweep) })),
      ]}
      onChange={(chosen) => {
        const sweep = kept.find(({ sweepId }) => sweepId === chosen);
        if (sweep === undefined) beginAnother();
        else openSweep(sweep);
      }}
    />
  );
}

function useNameOfSweep(): (sweep: KeptSweep) => string {
  const t = useTexts();
  const format = useFormat();
  const language = usePreferences((state) => state.language);
  return ({ knobs, method, startedAt }) =>
    t('sweep.keptName', {
      knobs: KNOB_NAMES.filter((knob) => knobs[knob] !== undefined)
        .map((knob) => KNOBS[knob].label[language])
        .join(', '),
      method: t(`sweep.methods.${method}`),
      when: format.moment(startedAt),
    });
}
