import { Box, Text } from '@mantine/core';
import { keepPreviousData, useQuery } from '@tanstack/react-query';
import type { ReactNode } from 'react';
import { useTexts } from '../../../renderer/locales/use-texts';
import { LIST_LENGTH } from '../../../shared/limits';
import type { RulesChoice } from '../../../shared/contract/rules';
import type { AppliedTuning } from '../../../shared/contract/applied-tuning';
import type { RunRecord } from '../../../shared/contract/run';
import type { ExportFormat } from '../../../shared/values/export-formats';
import { FirstOf } from '../../../renderer/components/FirstOf';
import { NewTitleBadge } from '../../../renderer/components/NewTitleBadge';
import { Query } from '../../../renderer/components/Query';
import { Section } from '../../../renderer/components/Section';
import { CoverStrip } from '../../../renderer/components/titles/CoverStrip';
import { TitleRow } from '../../../renderer/components/titles/TitleRow';
import { useEngine } from '../../../renderer/connection/engine-context';
import classes from './Export.module.css';
import rows from '../../../renderer/components/titles/TitleRow.module.css';

/** Number of titles shown by name. */
const NEW_SHOWN = 6;

/** The first lines of the file as they will be written. */
export function Preview({
  run,
  format,
  raw,
  choice,
  tuning,
}: {
  run: RunRecord;
  format: ExportFormat;
  raw: boolean;
  choice: { rules?: RulesChoice };
  tuning: AppliedTuning | null;
}): ReactNode {
  const t = useTexts();
  const { queries } = useEngine();
  const preview = useQuery(
    queries.runs.previewExport.queryOptions({
      input: { runId: run.runId, format, raw, ...choice, ...(tuning !== null && { tuning }) },
      placeholderData: keepPreviousData,
    }),
  );
  return (
    <Section title={t('exporting.preview')} description={t('exporting.previewHelp')}>
      <Query of={preview}>
        {({ lines, profiles, first, newTitles }) => (
          <>
            <Text size="sm" mb="sm">
              {t('exporting.holds', { profiles, length: LIST_LENGTH })}
            </Text>
            {first !== null && (
              <Box mb="sm">
                <Text size="sm" c="dimmed" mb="2xs">
                  {t('exporting.firstList', { profile: first.profile })}
                </Text>
                <CoverStrip titles={first.titles} label={t('exporting.firstList', { profile: first.profile })} />
              </Box>
            )}
            <NewTitlesOf titles={newTitles} />
            <pre className={classes.lines} tabIndex={0}>
              {lines.map((line, place) => (
                <span key={place}>{`${line}\n`}</span>
              ))}
            </pre>
          </>
        )}
      </Query>
    </Section>
  );
}

/** Names new titles, because the lines of the file hold only IDs. */
function NewTitlesOf({
  titles,
}: {
  titles: readonly { item: string; title: string | null; lists: number }[];
}): ReactNode {
  const t = useTexts();
  if (titles.length === 0) return null;
  return (
    <Box mb="sm">
      <NewTitleBadge />
      <FirstOf all={titles} most={NEW_SHOWN} counted="titles">
        {(shown) => (
          <ul className={`${rows.rows} ${rows.flush}`}>
            {shown.map(({ item, title, lists }) => (
              <TitleRow
                key={item}
                item={item}
                title={title}
                facts={[{ text: item }, { text: t('exporting.inLists', { count: lists }) }]}
              />
            ))}
          </ul>
        )}
      </FirstOf>
    </Box>
  );
}
