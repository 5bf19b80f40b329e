import { Anchor, Table, Text } from '@mantine/core';
import type { ReactNode } from 'react';
import { Link } from 'wouter';
import { KNOBS } from '../../../shared/recipe/table';
import { Section } from '../../../renderer/components/Section';
import { useKnobValue } from '../../../renderer/components/use-knob-value';
import { useEngineText } from '../../../renderer/locales/engine-text';
import { useFormat } from '../../../renderer/locales/format';
import { useTexts } from '../../../renderer/locales/use-texts';
import { usePreferences } from '../../../renderer/stores/preferences';
import type { SweepTrial } from '../contract/sweep';
import { ranked } from './ranked';
import type { Tried } from './use-sweeps';

/** All trials, the best first, each with the way to its model. */
export function TrialsTable({
  trials,
  isHalving,
  tried,
}: {
  trials: readonly SweepTrial[];
  isHalving: boolean;
  tried: readonly Tried[];
}): ReactNode {
  const t = useTexts();
  const format = useFormat();
  const engineText = useEngineText();
  const knobValue = useKnobValue();
  const language = usePreferences((state) => state.language);
  return (
    <Section title={t('sweep.grid')} flush>
      <Table.ScrollContainer minWidth={480} maxHeight={420}>
        <Table horizontalSpacing="md" stickyHeader aria-label={t('sweep.grid')}>
          <Table.Thead>
            <Table.Tr>
              <Table.Th>{t('sweep.trialName')}</Table.Th>
              <Table.Th ta="right">{t('sweep.validation')}</Table.Th>
              <Table.Th>{t('sweep.state')}</Table.Th>
              {isHalving && <Table.Th ta="right">{t('sweep.epochs')}</Table.Th>}
              {tried.map(([knob]) => (
                <Table.Th key={knob}>{KNOBS[knob].label[language]}</Table.Th>
              ))}
            </Table.Tr>
          </Table.Thead>
          <Table.Tbody>
            {ranked(trials).map(({ runId, validation, state, epochs, problem, said, settings }, place) => {
              const name = t('sweep.place', { place: place + 1 });
              return (
                <Table.Tr key={runId}>
                  <Table.Td>
                    {state === 'waiting' && validation === null ? (
                      name
                    ) : (
                      <Anchor component={Link} href={`/runs/${runId}`} size="sm">
                        {name}
                      </Anchor>
                    )}
                  </Table.Td>
                  <Table.Td ta="right">{format.score(validation?.score)}</Table.Td>
                  <Table.Td>
                    {t(`sweep.states.${state}`)}
                    {problem !== null && <Text size="xs">{engineText({ message: problem, said })}</Text>}
                  </Table.Td>
                  {isHalving && <Table.Td ta="right">{epochs === null ? '' : format.count(epochs)}</Table.Td>}
                  {tried.map(([knob]) => (
                    <Table.Td key={knob}>{knobValue(knob, settings[knob])}</Table.Td>
                  ))}
                </Table.Tr>
              );
            })}
          </Table.Tbody>
        </Table>
      </Table.ScrollContainer>
    </Section>
  );
}
