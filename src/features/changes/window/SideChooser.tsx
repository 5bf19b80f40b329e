import { Group, NativeSelect } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import type { ReactNode } from 'react';
import { useLocation } from 'wouter';
import type { DeliveryChoice } from '../../../shared/contract/delivery';
import type { ChangesRequest } from '../contract/changes';
import { useEngine } from '../../../renderer/connection/engine-context';
import { useFormat } from '../../../renderer/locales/format';
import { useTexts } from '../../../renderer/locales/use-texts';
import { useRunName } from '../../../renderer/stores/engine-data';
import { type CameFrom, placeOfChanges, placeOfSide, sideOf } from '../../../renderer/components/changes-place';

/** Chooses which lists of both runs are compared: those that an export would have now, or what was exported. */
export function SideChooser({ before, after, from }: ChangesRequest & { from: CameFrom }): ReactNode {
  const [, go] = useLocation();
  return (
    <Group gap="md" align="flex-end">
      <Side of="before" side={before} onChoose={(side) => go(placeOfChanges(side, after, from))} />
      <Side of="after" side={after} onChoose={(side) => go(placeOfChanges(before, side, from))} />
    </Group>
  );
}

function Side({
  of,
  side,
  onChoose,
}: {
  of: 'before' | 'after';
  side: DeliveryChoice;
  onChoose: (side: DeliveryChoice) => void;
}): ReactNode {
  const t = useTexts();
  const format = useFormat();
  const runName = useRunName();
  const { queries } = useEngine();
  const { runId } = side;
  const { data: exports = [] } = useQuery(queries.runs.exports.queryOptions({ input: { runId } }));
  // The same bytes may have been exported more than once.
  const different = exports.filter(({ sha256 }, at) => exports.findIndex((other) => other.sha256 === sha256) === at);
  const value =
    'exported' in side ? (different.find(({ sha256 }) => sha256.startsWith(side.exported))?.sha256 ?? '') : '';
  const { data: runs = [] } = useQuery(queries.runs.list.queryOptions());
  const run = runs.find((one) => one.runId === runId);
  // Runs of one name are told apart by their moments.
  const name =
    run === undefined
      ? runId
      : t('common.trainedAt', { name: runName(run.name), moment: format.moment(run.createdAt) });
  return (
    <NativeSelect
      label={`${t(`changes.side.${of}`)}: ${name}`}
      value={value === '' ? runId : placeOfSide({ runId, exported: value })}
      onChange={({ currentTarget }) => onChoose(sideOf(currentTarget.value))}
      data={[
        { value: runId, label: t('changes.now') },
        ...different.map((one) => ({
          value: placeOfSide({ runId, exported: one.sha256 }),
          label: t('changes.ofExport', {
            moment: format.moment(one.exportedAt),
            format: t(`exporting.formats.${one.format}`),
          }),
        })),
      ]}
    />
  );
}
