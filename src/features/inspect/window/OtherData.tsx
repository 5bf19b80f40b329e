import { Alert, Text } from '@mantine/core';
import { IconAlertTriangle } from '@tabler/icons-react';
import type { ReactNode } from 'react';
import { useTexts } from '../../../renderer/locales/use-texts';
import { lastPart } from '../../../renderer/actions/use-opening';
import { useDatasets } from '../../../renderer/stores/engine-data';
import type { Dataset } from '../../../shared/contract/dataset';
import type { RunRecord } from '../../../shared/contract/run';

/**
 * That two runs whose lists stand beside each other know other data. Where one only knows more than the other, as after a
 * refresh, what came is told and nothing is warned of.
 */
export function OtherData({ a, b }: { a: RunRecord['dataset']; b: RunRecord['dataset'] }): ReactNode {
  const t = useTexts();
  const { data: datasets } = useDatasets();
  if (a.fingerprint === b.fingerprint || datasets === undefined) return null;
  const of = ({ fingerprint }: RunRecord['dataset']): Dataset | undefined =>
    datasets.find((one) => one.fingerprint === fingerprint);
  const [ofA, ofB] = [of(a), of(b)];
  const came = cameTo(ofA, ofB) ?? cameTo(ofB, ofA);
  if (came !== null)
    return (
      <Text size="xs" c="dimmed" px="md" pb="xs">
        {t('compare.dataCame', {
          run: came.to === ofB ? 'B' : 'A',
          folders: came.folders.map(lastPart).join(', '),
          count: came.viewings,
        })}
      </Text>
    );
  return (
    <Alert
      variant="light"
      color="brick"
      icon={<IconAlertTriangle aria-hidden />}
      title={t('compare.otherDataTitle')}
      styles={{ title: { color: 'var(--mantine-color-text)' } }}
    >
      <Text size="sm" c="var(--mantine-color-text)">
        {t('compare.otherDataBody', { data: a.name })}
      </Text>
    </Alert>
  );
}

interface Came {
  readonly to: Dataset;
  readonly folders: readonly string[];
  readonly viewings: number;
}

/** What one data set has beyond another that it grew from; null if it did not. */
function cameTo(from: Dataset | undefined, to: Dataset | undefined): Came | null {
  if (from === undefined || to === undefined || from.folder !== to.folder) return null;
  const [before = [], after = []] = [from.added, to.added];
  const isGrown = after.length > before.length && before.every(({ folder }, at) => after[at]!.folder === folder);
  if (!isGrown) return null;
  const folders = after.slice(before.length).map(({ folder }) => folder);
  return { to, folders, viewings: to.interactions - from.interactions };
}
