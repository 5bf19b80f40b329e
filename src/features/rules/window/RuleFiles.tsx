import { Alert, Button, Group, Stack, Text } from '@mantine/core';
import { IconFileExport, IconFileImport } from '@tabler/icons-react';
import { useQuery } from '@tanstack/react-query';
import { useState, type ReactNode } from 'react';
import { useTexts } from '../../../renderer/locales/use-texts';
import { canonicalJson } from '../../../shared/values/canonical-json';
import type { CheckedRules } from '../../../shared/contract/rule-answers';
import { mergeRules } from '../contract/merged-rules';
import type { Rule, RuleSet } from '../../../shared/contract/rules';
import type { RuleSetDifference } from '../contract/rule-difference';
import { differenceOfRules } from '../words/rule-difference';
import { RuleWords } from '../../../renderer/components/rules/RuleWords';
import { ErrorNotice } from '../../../renderer/components/ErrorNotice';
import { useEngine, useShell } from '../../../renderer/connection/engine-context';
import { useActiveRun } from '../../../renderer/stores/engine-data';

const JSON_FILE = { name: 'JSON', extensions: ['json'] };

type Answer =
  | {
      kind: 'read';
      given: RuleSet;
      named: CheckedRules['titles'];
      added: number;
      differing: RuleSetDifference['changed'];
    }
  | { kind: 'written'; path: string }
  | { kind: 'failed'; of: 'import' | 'export'; error: unknown };

/** Imports rules from a file and exports them to one. */
export function RuleFiles({
  data,
  set,
  titles,
  onRead,
}: {
  data: string;
  set: RuleSet;
  titles: CheckedRules['titles'];
  onRead: (rules: readonly Rule[]) => void;
}): ReactNode {
  const t = useTexts();
  const { client, queries } = useEngine();
  const shell = useShell();
  const [answer, setAnswer] = useState<Answer | null>(null);
  const active = useActiveRun();
  const run = active !== null && active.dataset.fingerprint === data ? active : null;
  const came = useQuery({
    ...queries.rules.ofRun.queryOptions({ input: { runId: run?.runId ?? '' } }),
    enabled: run !== null,
  });
  const theirs = came.data?.saved ?? null;
  const take = ({ set: given, titles: named }: CheckedRules): void => {
    const merged = mergeRules(set, given, 'saved');
    if (merged.added.length > 0) onRead(merged.set.rules);
    const differing = differenceOfRules(set, given).changed;
    setAnswer({ kind: 'read', given, named, added: merged.added.length, differing });
  };
  const read = async (): Promise<void> => {
    setAnswer(null);
    try {
      const file = await shell.user.pickFile(JSON_FILE);
      if (file === null) return;
      take(await client.rules.readFile({ data, file }));
    } catch (error) {
      setAnswer({ kind: 'failed', of: 'import', error });
    }
  };
  const write = async (): Promise<void> => {
    setAnswer(null);
    try {
      const out = await shell.user.pickSaveFile({ suggestedName: 'rules.json', filter: JSON_FILE });
      if (out === null) return;
      const { path } = await client.rules.saveFile({ data, out });
      setAnswer({ kind: 'written', path });
    } catch (error) {
      setAnswer({ kind: 'failed', of: 'export', error });
    }
  };
  return (
    <Stack gap="xs">
      <Group gap="xs">
        <Button
          size="xs"
          variant="default"
          leftSection={<IconFileImport size={14} aria-hidden />}
          onClick={() => void read()}
        >
          {t('rules.import')}
        </Button>
        <Button
          size="xs"
          variant="default"
          leftSection={<IconFileExport size={14} aria-hidden />}
          onClick={() => void write()}
        >
          {t('rules.export')}
        </Button>
      </Group>
      {run !== null && theirs !== null && canonicalJson(theirs.set) !== canonicalJson(set) && answer === null && (
        <Group gap="xs">
          <Text size="sm">{t('rules.came', { count: theirs.set.rules.length, run: run.name })}</Text>
          <Button size="compact-xs" variant="default" onClick={() => take(theirs)}>
            {t('rules.takeCame')}
          </Button>
        </Group>
      )}
      {answer?.kind === 'failed' && (
        <ErrorNotice
          title={t(answer.of === 'import' ? 'rules.importFailed' : 'rules.exportFailed')}
          error={answer.error}
        />
      )}
      {answer?.kind === 'written' && (
        <Text size="sm" role="status">
          {t('rules.exported', { path: answer.path })}
        </Text>
      )}
      {answer?.kind === 'read' && (
        <Alert variant="light" role="status" py="xs" color={answer.differing.length > 0 ? 'brick' : undefined}>
          {t('rules.imported', { count: answer.added })}
          {answer.differing.length > 0 && (
            <>
              <div>{t('rules.differing', { count: answer.differing.length })}</div>
              {answer.differing.map(({ before, after }) => (
                <Conflict
                  key={after.id}
                  saved={before}
                  given={after}
                  titles={[...titles, ...answer.named]}
                  onTake={() => {
                    onRead(mergeRules(set, answer.given, [after.id]).set.rules);
                    const left = answer.differing.filter((one) => one.after.id !== after.id);
                    setAnswer({ ...answer, differing: left });
                  }}
                />
              ))}
              <Button
                size="compact-xs"
                variant="default"
                mt="2xs"
                onClick={() => {
                  onRead(mergeRules(set, answer.given, 'given').set.rules);
                  setAnswer(null);
                }}
              >
                {t('rules.takeTheirs')}
              </Button>
            </>
          )}
        </Alert>
      )}
    </Stack>
  );
}

/** A rule that differs between both sides: shows both versions to choose from. */
function Conflict({
  saved,
  given,
  titles,
  onTake,
}: {
  saved: Rule;
  given: Rule;
  titles: CheckedRules['titles'];
  onTake: () => void;
}): ReactNode {
  const t = useTexts();
  const words = ({ on }: Rule, text: string): string => (on ? text : t('rules.isOff', { text }));
  return (
    <Group gap="xs" wrap="nowrap" justify="space-between" align="flex-start" mt="2xs">
      <div>
        <Text size="sm" fw={600}>
          {saved.name === given.name ? saved.name : `${saved.name} / ${given.name}`}
        </Text>
        <Text size="sm">
          <RuleWords rule={saved} titles={titles}>
            {(text) => t('rules.conflictHere', { text: words(saved, text) })}
          </RuleWords>
        </Text>
        <Text size="sm">
          <RuleWords rule={given} titles={titles}>
            {(text) => t('rules.conflictFile', { text: words(given, text) })}
          </RuleWords>
        </Text>
      </div>
      <Button
        size="compact-xs"
        variant="default"
        flex="none"
        aria-label={t('rules.takeThisOf', { name: given.name })}
        onClick={onTake}
      >
        {t('rules.takeThis')}
      </Button>
    </Group>
  );
}
