import { Box, Table, Text } from '@mantine/core';
import type { ReactNode } from 'react';
import { useTexts } from '../../../renderer/locales/use-texts';
import type { Run } from '../../../shared/contract/run-life';
import type { RunComparison, RunDifference } from '../contract/run-comparison';
import { KNOBS, type KnobName } from '../../../shared/recipe/table';
import { isReadBy } from '../../../shared/recipe/tried-knobs';
import { Details } from '../../../renderer/components/Details';
import { Hash } from '../../../renderer/components/Hash';
import { KeyValue } from '../../../renderer/components/KeyValue';
import { Section } from '../../../renderer/components/Section';
import { propertyName, propertyText } from '../../../shared/words/property-text';
import { useFormat } from '../../../renderer/locales/format';
import { usePreferences } from '../../../renderer/stores/preferences';
import { RunColumns } from './RunColumns';
import { rulesByLetter } from './rules-by-letter';

const PARTS = ['recipe', 'data', 'rules', 'environment'] as const;

/** Recipe, data, rules, computer and program of the runs: only what differs. */
export function DifferenceTables({ comparison }: { comparison: RunComparison }): ReactNode {
  const t = useTexts();
  const { runs } = comparison;
  const shown = (part: (typeof PARTS)[number]): RunDifference[] =>
    comparison[part].filter(({ name }) => runs.some((run) => isRead(name, run)));
  const parts = PARTS.filter((part) => shown(part).length > 0);
  if (parts.length === 0)
    return (
      <Section title={t('compareRuns.differences')}>
        <Text size="sm" c="dimmed">
          {t('compareRuns.noDifferences')}
        </Text>
      </Section>
    );
  return parts.map((part) => (
    <Section key={part} title={t(`compareRuns.${part}`)} flush>
      <DifferenceTable runs={runs} differences={shown(part)} />
      {part === 'rules' && <RuleHashes differences={shown(part)} />}
    </Section>
  ));
}

function DifferenceTable({
  runs,
  differences,
}: {
  runs: readonly Run[];
  differences: readonly RunDifference[];
}): ReactNode {
  const t = useTexts();
  const wording = { t, format: useFormat() };
  const language = usePreferences((state) => state.language);
  const letters = rulesByLetter(differences);
  return (
    <RunColumns of={t('runs.setting')} runs={runs}>
      {differences.map(({ name, values }) => {
        const texts = values.map((value, place) => {
          if (!isRead(name, runs[place]!)) return '–';
          const letter = letters.get(String(value));
          return letter === undefined
            ? propertyText(name, value, wording, language)
            : t('compareRuns.rulesOf', { letter });
        });
        return (
          <Table.Tr key={name}>
            <Table.Th scope="row" fw={400}>
              {propertyName(name, wording, language)}
            </Table.Th>
            {texts.map((text, place) => (
              <Table.Td key={runs[place]!.runId} fw={text === texts[0] ? 400 : 600}>
                {text}
              </Table.Td>
            ))}
          </Table.Tr>
        );
      })}
    </RunColumns>
  );
}

/** Which rules the letters stand for. */
function RuleHashes({ differences }: { differences: readonly RunDifference[] }): ReactNode {
  const t = useTexts();
  const letters = rulesByLetter(differences);
  if (letters.size === 0) return null;
  return (
    <Box px="md" pb="sm">
      <Details>
        <KeyValue
          facts={Array.from(letters, ([hash, letter]) => [
            t('compareRuns.rulesOf', { letter }),
            <Hash key={letter} value={hash} />,
          ])}
        />
      </Details>
    </Box>
  );
}

/** Whether a setting affects a run: its model or a companion model has to have it. */
const isRead = (name: string, { recipe }: Run): boolean =>
  !Object.hasOwn(KNOBS, name) || isReadBy(recipe, name as KnobName);
