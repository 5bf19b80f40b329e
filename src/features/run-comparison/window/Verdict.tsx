import { Group, Text } from '@mantine/core';
import type { ReactNode } from 'react';
import { hasLists, type Run } from '../../../shared/contract/run-life';
import { UseRun } from '../../../renderer/actions/UseRun';
import { Section } from '../../../renderer/components/Section';
import { useNameApart } from '../../../renderer/components/use-name-apart';
import { useFormat } from '../../../renderer/locales/format';
import { useTexts } from '../../../renderer/locales/use-texts';
import { useRuns } from '../../../renderer/stores/engine-data';
import { useInUse } from '../../../renderer/stores/use-in-use';
import type { RunComparison } from '../contract/run-comparison';

/** The answer first: which run to use, why, and the button that does it. */
export function Verdict({ comparison: { runs, verdict, comparable } }: { comparison: RunComparison }): ReactNode {
  const t = useTexts();
  const format = useFormat();
  const { data: now = [] } = useRuns();
  const inUse = useInUse();
  const nameApart = useNameApart();
  if (comparable !== 'yes') return null;
  if (verdict === null) return <Section title={t('compareRuns.verdict.title')}>{t('compareRuns.verdict.few')}</Section>;
  const run = (id: string): Run => runs.find(({ runId }) => runId === id)!;
  const name = (id: string): string => t('compareRuns.verdict.name', { name: nameApart(run(id)) });
  const names = (ids: readonly string[]): string => ids.map(name).join(', ');
  const { kind, use, best, level, profiles } = verdict;
  // Its marks as they are now: all the runs compared are measured again before the comparison tells of them.
  const used = now.find(({ runId }) => runId === use) ?? run(use);
  return (
    <Section
      title={t('compareRuns.verdict.title')}
      actions={used.status === 'finished' && hasLists(used) && <UseRun run={used} name={nameApart(used)} isMain />}
    >
      <Group gap="xs">
        <Text fw={600}>
          {t(`compareRuns.verdict.${kind}`, {
            use: name(use),
            best: name(best),
            level: names(level),
            others: names(runs.map(({ runId }) => runId).filter((runId) => runId !== use)),
            seconds: format.duration(used.seconds),
            bestSeconds: format.duration(run(best).seconds),
          })}
        </Text>
        {used.marks.chosenAt !== undefined && inUse(used) === 'chosen' && (
          <Text size="sm" c="dimmed">
            {t('runs.inUseSince', { moment: format.moment(used.marks.chosenAt) })}
          </Text>
        )}
      </Group>
      <Text size="sm" c="dimmed">
        {t('compareRuns.verdict.basis', { count: profiles })} {t('runs.useHelp')}
      </Text>
    </Section>
  );
}
