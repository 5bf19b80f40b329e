import { Alert, Anchor, Button, Group, Stack, Text } from '@mantine/core';
import { IconAlertTriangle, IconCircleCheck, IconCircleX } from '@tabler/icons-react';
import type { ReactNode } from 'react';
import { Link } from 'wouter';
import { useApprovalText } from '../../../renderer/actions/ApproveDialog';
import { KeptHead } from '../../../renderer/actions/KeptHead';
import { Details } from '../../../renderer/components/Details';
import { Hash } from '../../../renderer/components/Hash';
import { KeyValue } from '../../../renderer/components/KeyValue';
import { NotKept, RuleNames } from '../../../renderer/components/rules/RuleNames';
import { useShell } from '../../../renderer/connection/engine-context';
import { useEngineText } from '../../../renderer/locales/engine-text';
import { useFormat } from '../../../renderer/locales/format';
import { useTexts } from '../../../renderer/locales/use-texts';
import type { Exported as ExportAnswer } from '../contract/calls';
import type { ExportRecord } from '../../../shared/contract/run';
import { type CheckOutcome, exportCheckName, outcomeOfCheck } from '../../../shared/words/export-check';

/** What was written, and what its checks found. */
export function Exported({ record, runId, data }: { record: ExportAnswer; runId: string; data: string }): ReactNode {
  const t = useTexts();
  const format = useFormat();
  const approvalText = useApprovalText();
  const { desktop } = useShell();
  return (
    <Alert
      w="100%"
      variant="light"
      role="status"
      icon={<IconCircleCheck aria-hidden />}
      title={t('exporting.done')}
      styles={{ title: { color: 'var(--mantine-color-anchor)' } }}
    >
      <KeyValue
        facts={[
          [t('exporting.path'), record.path],
          [t('exporting.listLength'), format.count(record.profiles)],
          [t('checks.approval'), record.approval ? approvalText(record.approval) : null],
          [
            t('shell.screen.rules'),
            record.rulesSha256 === undefined || record.rules === undefined ? null : (
              <RuleNames key="rules" of={record.rules} data={data} />
            ),
          ],
        ]}
      />
      {record.rules !== undefined && <NotKept rules={record.rules} data={data} />}
      <Checks of={record} />
      <Details>
        <KeyValue
          facts={[
            [t('exporting.hash'), <Hash key="hash" value={record.sha256} whole />],
            [
              t('rules.hash'),
              record.rulesSha256 === undefined ? null : <Hash key="rules" value={record.rulesSha256} whole />,
            ],
            [
              t('exporting.tuning'),
              record.tuning === undefined ? null : <Hash key="tuning" value={record.tuning.tuningSha256} whole />,
            ],
          ]}
        />
        <KeptHead head={record.head} runId={runId} />
      </Details>
      {desktop !== null && (
        <Button mt="xs" size="xs" variant="default" onClick={() => void desktop.showInFolder({ path: record.path })}>
          {t('common.showInFolder')}
        </Button>
      )}
    </Alert>
  );
}

function Checks({ of }: { of: ExportRecord }): ReactNode {
  const t = useTexts();
  const engineText = useEngineText();
  return (
    <Stack gap="2xs" mt="xs" component="ul" p={0} style={{ listStyle: 'none' }} aria-label={t('exporting.checks')}>
      {of.checks.map((check) => {
        const outcome = outcomeOfCheck(check, of);
        return (
          <Group key={check.check} component="li" gap="sm" wrap="nowrap" align="flex-start">
            <CheckMark outcome={outcome} />
            <Text size="sm" component="span">
              {exportCheckName(check.check, t)}
              <Text span size="sm" c="dimmed">
                {' '}
                {engineText({ message: check.detail, said: check.said })}
              </Text>{' '}
              {outcome === 'warned' && (
                <Anchor component={Link} href="/rules/unmet" size="sm">
                  {t('exporting.seeUnmet')}
                </Anchor>
              )}
            </Text>
          </Group>
        );
      })}
    </Stack>
  );
}

const PICTURES = { passed: IconCircleCheck, warned: IconAlertTriangle, notPassed: IconCircleX } as const;

function CheckMark({ outcome }: { outcome: CheckOutcome }): ReactNode {
  const t = useTexts();
  const Picture = PICTURES[outcome];
  return (
    <Picture
      size={17}
      color={outcome === 'passed' ? 'var(--mantine-color-anchor)' : 'var(--shelfwise-warning)'}
      role="img"
      aria-label={t(`exporting.${outcome}`)}
      style={{ flexShrink: 0 }}
    />
  );
}
