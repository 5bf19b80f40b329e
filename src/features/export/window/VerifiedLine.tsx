import { Anchor } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import type { ReactNode } from 'react';
import { Link } from 'wouter';
import { useEngine } from '../../../renderer/connection/engine-context';
import { useFormat } from '../../../renderer/locales/format';
import { useTexts } from '../../../renderer/locales/use-texts';
import type { RunRecord } from '../../../shared/contract/run';
import { originOf } from '../../../shared/values/certificate-origin';

/** Whether the run was verified on this computer, and where that is done. */
export function VerifiedLine({ run: { runId } }: { run: RunRecord }): ReactNode {
  const t = useTexts();
  const format = useFormat();
  const { queries } = useEngine();
  const { data: certificates } = useQuery(queries.runs.certificates.queryOptions({ input: { runId } }));
  if (certificates === undefined) return '–';
  const last = certificates.find((certificate) => originOf(certificate) === 'here');
  return (
    <>
      {last === undefined
        ? t('report.notVerified')
        : t('report.verified', {
            when: format.moment(last.verifiedAt),
            verdict: t(`runs.verdicts.${last.verdict}`),
          })}{' '}
      <Anchor component={Link} href={`/runs/${encodeURIComponent(runId)}`} size="sm" underline="always">
        {t('exporting.goVerify')}
      </Anchor>
    </>
  );
}
