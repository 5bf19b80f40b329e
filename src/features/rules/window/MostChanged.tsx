import { Accordion } from '@mantine/core';
import type { ReactNode } from 'react';
import { useTexts } from '../../../renderer/locales/use-texts';
import type { RuledProfile } from '../../../shared/contract/rule-answers';
import { BothLists } from './BothLists';

/** Folded lists of profiles, each before and after a change. */
export function MostChanged({
  lists,
  ...others
}: { lists: readonly RuledProfile[] } & Omit<Parameters<typeof BothLists>[0], 'of'>): ReactNode {
  const t = useTexts();
  return (
    <Accordion variant="contained" chevronPosition="left">
      {lists.map((one) => (
        <Accordion.Item key={one.profile} value={one.profile}>
          <Accordion.Control>
            {t('rules.sharedOf', { profile: one.profile, shared: one.shared, all: one.before.length })}
          </Accordion.Control>
          <Accordion.Panel>
            <BothLists of={one} {...others} />
          </Accordion.Panel>
        </Accordion.Item>
      ))}
    </Accordion>
  );
}
