import { Paper, Text } from '@mantine/core';
import type { ReactNode } from 'react';
import { useTexts } from '../../../renderer/locales/use-texts';
import type { AttributeDescription, Dataset } from '../../../shared/contract/dataset';
import { Details } from '../../../renderer/components/Details';
import { Hash } from '../../../renderer/components/Hash';
import { useDays } from '../../../renderer/components/labels/use-days';
import { useLabels } from '../../../renderer/components/labels/use-labels';
import { KeyValue } from '../../../renderer/components/KeyValue';
import { useFormat } from '../../../renderer/locales/format';
import classes from './Data.module.css';

/** The data set in numbers, and what identifies it. */
export function DatasetFacts({ dataset }: { dataset: Dataset }): ReactNode {
  const t = useTexts();
  const format = useFormat();
  const labels = useLabels(dataset.fingerprint);
  const names = (attributes: readonly AttributeDescription[]): string =>
    attributes.map(({ name }) => labels.attribute(name)).join(', ');
  const { day, zone } = useDays(dataset.fingerprint);
  const { period } = dataset;
  const mean = dataset.profiles === 0 ? 0 : dataset.interactions / dataset.profiles;
  return (
    <>
      <div className={classes.figures}>
        <Figure label={t('data.profiles')} value={format.count(dataset.profiles)} />
        <Figure label={t('data.titles')} value={format.count(dataset.items)} />
        <Figure
          label={t('data.viewings')}
          value={format.count(dataset.interactions)}
          note={t('data.perProfile', { mean: format.score(mean, 1) })}
        />
        <Figure
          label={t('data.period')}
          value={period === null ? '–' : day(period.from)}
          note={
            period === null
              ? t('data.noPeriod')
              : `${t('data.periodText', { from: '', to: day(period.to) }).trim()} (${zone})`
          }
        />
      </div>
      <KeyValue
        columns={2}
        facts={[
          [t('data.attributes'), names(dataset.profileAttributes)],
          [t('data.titleAttributes'), names(dataset.itemAttributes)],
          [t('data.layout'), t(`data.layouts.${dataset.layout}`)],
          [t('data.submission'), dataset.submissionProfiles === null ? null : format.count(dataset.submissionProfiles)],
          [t('data.importedAt'), format.moment(dataset.importedAt)],
          [t('pseudonyms.ids'), t(dataset.pseudonyms === undefined ? 'pseudonyms.ofFiles' : 'pseudonyms.replaced')],
        ]}
      />
      <Details>
        <KeyValue facts={[[t('data.fingerprint'), <Hash key="hash" value={dataset.fingerprint} />]]} />
      </Details>
    </>
  );
}

/** One figure of the data set: label, value and an optional note. */
export function Figure({ label, value, note }: { label: string; value: string; note?: string }): ReactNode {
  return (
    <Paper withBorder px="md" py="sm">
      <Text size="xs" c="dimmed">
        {label}
      </Text>
      <Text size="xl" fw={600} lh={1.3}>
        {value}
      </Text>
      {note !== undefined && (
        <Text size="xs" c="dimmed">
          {note}
        </Text>
      )}
    </Paper>
  );
}
