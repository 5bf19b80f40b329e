import { Alert, Button, Group, Modal, Stack, Text } from '@mantine/core';
import type { ReactNode } from 'react';
import { useTexts } from '../../../renderer/locales/use-texts';
import { useLast } from '../../../renderer/components/use-last';
import type { BundleContents } from '../../../shared/contract/bundle';
import { KeyValue } from '../../../renderer/components/KeyValue';
import { useModelName } from '../../../renderer/components/use-model-name';
import { useFormat } from '../../../renderer/locales/format';
import { useBundleQuestion, type OpenQuestion } from '../../../renderer/stores/bundle-question';

/** Shows what is in a bundle before it is opened. Pressing only Enter or Escape does not count as consent. */
export function BundleDialog(): ReactNode {
  const t = useTexts();
  const open = useBundleQuestion((state) => state.open);
  const shown = useLast(open);
  return (
    <Modal
      opened={open !== null}
      onClose={() => open?.answer(false)}
      title={t('bundles.question')}
      size="lg"
      closeButtonProps={{ 'aria-label': t('common.close') }}
    >
      {shown !== null && <Question {...shown} />}
    </Modal>
  );
}

function Question({ contents, answer }: OpenQuestion): ReactNode {
  const t = useTexts();
  return (
    <Stack gap="md">
      <Text size="sm">{t('bundles.lead')}</Text>
      <Facts contents={contents} />
      {contents.here === 'without-data' && <Text size="sm">{t('bundles.completes')}</Text>}
      <Alert color="brick" variant="light">
        {t('bundles.trust')}
      </Alert>
      <Group justify="flex-end" gap="xs">
        <Button variant="default" data-autofocus onClick={() => answer(false)}>
          {t('common.cancel')}
        </Button>
        <Button onClick={() => answer(true)}>{t('bundles.open')}</Button>
      </Group>
    </Stack>
  );
}

function Facts({ contents }: { contents: BundleContents }): ReactNode {
  const t = useTexts();
  const format = useFormat();
  const modelName = useModelName();
  const { profiles, items, dataset, withData, dataHere, holds } = contents;
  const whereData = withData ? 'dataInIt' : dataHere ? 'dataHere' : 'dataMissing';
  return (
    <KeyValue
      facts={[
        [t('bundles.file'), contents.file],
        [t('bundles.run'), `${contents.name} (${contents.runId})`],
        [t('runs.model'), modelName(contents.model)],
        [
          t('bundles.trained'),
          t('bundles.trainedWith', { when: format.moment(contents.trainedAt), version: contents.version }),
        ],
        [t('bundles.data'), t(`bundles.${whereData}`, { name: dataset.name })],
        [
          t('bundles.profiles'),
          profiles === null ? null : t('bundles.profilesInIt', { number: format.count(profiles) }),
        ],
        [t('bundles.titles'), items === null ? null : format.count(items)],
        [t('bundles.rules'), holds.rules === 0 ? null : t('bundles.rulesInIt', { count: holds.rules })],
        [t('bundles.approved'), holds.approved ? t('bundles.approvedInIt') : null],
        [t('bundles.notes'), holds.notes === 0 ? null : t('bundles.notesInIt', { count: holds.notes })],
        [t('bundles.maps'), holds.maps.length === 0 ? null : t('bundles.mapsInIt')],
        [
          t('bundles.size'),
          t('bundles.sizeUnpacked', {
            packed: format.bytes(contents.bytes),
            unpacked: format.bytes(contents.unpackedBytes),
          }),
        ],
      ]}
    />
  );
}
