import { Anchor, Stack } from '@mantine/core';
import type { ReactNode } from 'react';
import { Link } from 'wouter';
import { KeyValue } from '../../../renderer/components/KeyValue';
import { RulesLine } from '../../../renderer/components/rules/RulesLine';
import { Section } from '../../../renderer/components/Section';
import { useNameApart } from '../../../renderer/components/use-name-apart';
import { useTexts } from '../../../renderer/locales/use-texts';
import type { RulesOfScreen } from '../../../renderer/stores/use-counting-rules';
import type { RefreshBase } from '../../refresh/contract/refresh';
import { UnattendedSwitch } from '../../refresh/window/public';
import { checkName } from '../../review/words/public';
import classes from './Week.module.css';

/** What the next week begins with, what would hold its lists back, and whether they may leave without an approval. */
export function WeekSettings({ base, rules }: { base: RefreshBase; rules: RulesOfScreen }): ReactNode {
  const t = useTexts();
  const nameApart = useNameApart();
  return (
    <Section title={t('week.settings')}>
      <div className={classes.settings}>
        <KeyValue
          facts={[
            [
              t('refresh.begins'),
              <Anchor key="run" component={Link} href={`/runs/${base.run.runId}`} size="sm">
                {nameApart(base.run)}
              </Anchor>,
            ],
            [t('refresh.whyThis'), t(`refresh.why.${base.why}`)],
            [t('refresh.addsTo'), base.data.name],
            [
              t('refresh.stopsIf'),
              base.stops.length === 0
                ? t('refresh.noStops')
                : base.stops.map((check) => checkName(t, check)).join(' · '),
            ],
          ]}
        />
        <Stack gap="sm" align="flex-start">
          <RulesLine rules={rules} />
          <UnattendedSwitch />
        </Stack>
      </div>
    </Section>
  );
}
