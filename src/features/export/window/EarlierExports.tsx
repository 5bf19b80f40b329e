import { Alert, Anchor, Button, Group, Table, Text } from '@mantine/core';
import { IconRefresh } from '@tabler/icons-react';
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import type { Translate } from '../../../shared/words/texts';
import type { ReactNode } from 'react';
import { Link } from 'wouter';
import { useTexts } from '../../../renderer/locales/use-texts';
import type { EarlierExport } from '../../../shared/contract/run-life';
import type { RunRecord } from '../../../shared/contract/run';
import { ErrorNotice } from '../../../renderer/components/ErrorNotice';
import { placeOfChanges } from '../../../renderer/components/changes-place';
import { Details } from '../../../renderer/components/Details';
import { KeyValue } from '../../../renderer/components/KeyValue';
import { Hash } from '../../../renderer/components/Hash';
import { RuleNames } from '../../../renderer/components/rules/RuleNames';
import { Section } from '../../../renderer/components/Section';
import { UnseenHeader } from '../../../renderer/components/UnseenHeader';
import { useEngine } from '../../../renderer/connection/engine-context';
import { useFormat } from '../../../renderer/locales/format';
import { useKeyFile } from '../../../renderer/actions/use-key-file';

const COLORS = { same: 'var(--mantine-color-anchor)', changed: 'var(--shelfwise-warning)', missing: 'dimmed' } as const;

/**
 * Earlier exports of this run by any program, whether their files are unchanged, and a button that exports the same
 * bytes again.
 */
export function EarlierExports({ run }: { run: RunRecord }): ReactNode {
  const t = useTexts();
  const { client, queries } = useEngine();
  const cache = useQueryClient();
  const keyFile = useKeyFile();
  const input = { runId: run.runId };
  const { data: exports = [] } = useQuery(queries.runs.exports.queryOptions({ input }));
  const again = useMutation({
    mutationFn: async ({ path, format, sha256, translated }: EarlierExport) => {
      const pseudonymKey = translated === true ? await keyFile('export', run.dataset.name) : undefined;
      if (pseudonymKey === null) return null;
      const record = await client.runs.export({
        ...input,
        out: path,
        format,
        sha256,
        ...(pseudonymKey && { pseudonymKey }),
      });
      for (const queryKey of [queries.runs.exports.key(), queries.runs.lastExport.key()])
        await cache.invalidateQueries({ queryKey });
      return record;
    },
  });
  if (exports.length === 0) return null;
  return (
    <Section title={t('exporting.earlier')} description={t('exporting.earlierHelp')} flush>
      {again.error !== null && <ErrorNotice title={t('exporting.failed')} error={again.error} />}
      {again.data && (
        <Alert role="status" variant="light" mx="md" mb="xs">
          {t('exporting.sameAgain', { path: again.data.path })}
        </Alert>
      )}
      <Table horizontalSpacing="md">
        <Table.Thead>
          <Table.Tr>
            <Table.Th>{t('exporting.when')}</Table.Th>
            <Table.Th>{t('exporting.format')}</Table.Th>
            <Table.Th>{t('exporting.path')}</Table.Th>
            <Table.Th>{t('exporting.file')}</Table.Th>
            <UnseenHeader text={t('exporting.again')} />
          </Table.Tr>
        </Table.Thead>
        <Table.Tbody>
          {exports.map((record) => (
            <ExportLine
              key={`${record.exportedAt} ${record.path}`}
              record={record}
              data={run.dataset.fingerprint}
              beside={comparisonOf(exports, record, run.runId)}
              onAgain={() => again.mutate(record)}
            />
          ))}
        </Table.Tbody>
      </Table>
    </Section>
  );
}

interface Comparison {
  readonly place: string;
  readonly with: 'before' | 'now';
}

/** The comparison of an export with the one before it that had other lists, or of the first with the lists of now. None under a tuning. */
function comparisonOf(exports: readonly EarlierExport[], record: EarlierExport, runId: string): Comparison | null {
  if (record.tuning !== undefined) return null;
  const sideOf = ({ sha256 }: EarlierExport) => ({ runId, exported: sha256 });
  // They come latest first.
  const before = exports
    .slice(exports.indexOf(record) + 1)
    .find((one) => one.tuning === undefined && one.deliveredSha256 !== record.deliveredSha256);
  return before === undefined
    ? { place: placeOfChanges(sideOf(record), { runId }, 'export'), with: 'now' }
    : { place: placeOfChanges(sideOf(before), sideOf(record), 'export'), with: 'before' };
}

function ExportLine({
  record,
  data,
  beside,
  onAgain,
}: {
  record: EarlierExport;
  data: string;
  beside: Comparison | null;
  onAgain: () => void;
}): ReactNode {
  const t = useTexts();
  const format = useFormat();
  return (
    <Table.Tr>
      <Table.Td style={{ whiteSpace: 'nowrap' }}>{format.moment(record.exportedAt)}</Table.Td>
      <Table.Td>
        {t(`exporting.formats.${record.format}`)}
        {record.text === 'raw' && ` · ${t('exporting.rawShort')}`}
        {record.tuning !== undefined && ` · ${tunedText(record.tuning, t)}`}
        {record.rulesSha256 !== undefined && ` · ${t('rules.withRules')}`}
        {record.rules !== undefined && record.rulesSha256 !== undefined && (
          <div>
            <RuleNames of={record.rules} data={data} />
          </div>
        )}
        {record.translated === true && ` · ${t('pseudonyms.originalsShort')}`}
        <Details>
          <KeyValue
            facts={[
              [t('exporting.hash'), <Hash key="hash" value={record.sha256} />],
              [
                t('rules.hash'),
                record.rulesSha256 === undefined ? null : <Hash key="rules" value={record.rulesSha256} />,
              ],
            ]}
          />
        </Details>
      </Table.Td>
      <Table.Td>
        <Text size="sm" miw={180} style={{ wordBreak: 'break-all' }}>
          {record.path}
        </Text>
      </Table.Td>
      <Table.Td style={{ whiteSpace: 'nowrap' }}>
        <Text size="sm" c={COLORS[record.file]}>
          {t(`exporting.fileState.${record.file}`)}
        </Text>
      </Table.Td>
      <Table.Td>
        <Group gap="sm" justify="flex-end">
          {beside !== null && (
            <Anchor component={Link} href={beside.place} size="sm">
              {t(`exporting.compare.${beside.with}`)}
            </Anchor>
          )}
          <Button
            size="compact-xs"
            variant="default"
            leftSection={<IconRefresh size={12} aria-hidden />}
            onClick={onAgain}
          >
            {t('exporting.again')}
          </Button>
        </Group>
      </Table.Td>
    </Table.Tr>
  );
}

/** For example "tuned: louder, girls". */
const tunedText = ({ kept, segment }: NonNullable<EarlierExport['tuning']>, t: Translate): string =>
  t('exporting.tunedWith', {
    what: [kept?.name, segment?.name].filter((name) => name !== undefined).join(', '),
  });
