import { Button, Group } from '@mantine/core';
import { useCallback, useState, type ReactNode } from 'react';
import { useTexts } from '../../../renderer/locales/use-texts';
import type { KeptRules } from '../../../shared/contract/rule-answers';
import type { Dataset } from '../../../shared/contract/dataset';
import { hasLists } from '../../../shared/contract/run-life';
import { today } from '../../../shared/values/day';
import { ErrorNotice } from '../../../renderer/components/ErrorNotice';
import { OfferedRules } from '../../../renderer/components/rules/OfferedRules';
import { Screen } from '../../../renderer/components/Screen';
import { useShowPart } from '../../../renderer/components/use-show-part';
import { VersionsPopover } from '../../../renderer/components/VersionsPopover';
import { useActiveRun } from '../../../renderer/stores/engine-data';
import { AddSentence } from './AddSentence';
import { ApprovalLine } from './ApprovalLine';
import { BookActions } from './BookActions';
import { Calendar } from './Calendar';
import { CostInWords } from './EffectOf';
import { OneChild } from './OneChild';
import { rowOfRule } from './rule-row';
import { RuleComparison } from './RuleComparison';
import { RuleFiles } from './RuleFiles';
import { RuleVersions } from './RuleVersions';
import { type OpenBlank, Sentences } from './Sentences';
import type { OpenPart } from './SentenceRow';
import { rulesIn } from './sentences';
import { useBook } from './use-book';
import { useEffectOf } from './use-effect-of';
import classes from './Rules.module.css';

/** The rules of a data set as sentences that save themselves, and what they do to the lists of the open run. */
export function RuleBook({
  dataset,
  saved,
  part,
}: {
  dataset: Dataset;
  saved: KeptRules;
  /** What one came to see: the first rule that could not be kept, as `unmet`, or the rule of that ID. */
  part?: string | undefined;
}): ReactNode {
  const t = useTexts();
  const data = dataset.fingerprint;
  const book = useBook(data, saved);
  const active = useActiveRun();
  const run = active !== null && hasLists(active) && active.dataset.fingerprint === data ? active : null;
  const rules = rulesIn(book.sentences);
  const on = rules.filter((rule) => rule.on);
  const together = useEffectOf(run, on.length === 0 ? null : on, today());
  const { effect } = together;
  const unmet = part === 'unmet' ? effect?.rules.find(({ broken }) => broken > 0)?.rule : part;
  useShowPart(unmet === undefined ? null : rowOfRule(unmet));
  const [open, setOpen] = useState<OpenBlank | null>(null);
  const openPart = useCallback(
    (rule: string, opened: OpenPart | null) => setOpen(opened === null ? null : { rule, part: opened }),
    [],
  );
  /** The earlier revision compared with the saved rules. */
  const [compared, setCompared] = useState<number | null>(null);
  const count = on.length;
  const isEmpty = book.sentences.length === 0;
  const title =
    effect !== undefined
      ? t('rules.changeLists', { count, changed: effect.changed, all: effect.profiles })
      : isEmpty
        ? t('rules.none')
        : t('rules.onNow', { count });
  return (
    <Screen
      title={title}
      subtitle={
        <span data-tour="rules" data-stale={!together.isNow || undefined} className={classes.lead}>
          {effect !== undefined ? (
            <CostInWords cost={effect.cost} isTogether />
          ) : (
            t(run === null ? 'rules.noRun' : isEmpty ? 'rules.noneHelp' : 'rules.lead')
          )}
        </span>
      }
      actions={<BookActions book={book} />}
    >
      <OfferedRules data={data} />
      {run !== null && <ApprovalLine run={run} />}
      {book.error !== null && (
        <ErrorNotice title={t('rules.notSaved')} error={book.error} onRetry={book.retry}>
          <Button size="compact-sm" variant="default" onClick={book.giveUp}>
            {t('rules.giveUp')}
          </Button>
        </ErrorNotice>
      )}
      {book.steps.error !== null && <ErrorNotice title={t('versions.undoFailed')} error={book.steps.error} />}
      <Calendar book={book} onOpen={openPart} />
      <div className={classes.columns} data-alone={effect === undefined || undefined}>
        <div className={classes.main}>
          {!isEmpty && <Sentences dataset={dataset} run={run} book={book} open={open} onOpen={openPart} />}
          <AddSentence dataset={dataset} book={book} isFirst={isEmpty} onBegun={openPart} />
          <Group gap="xs" align="flex-start">
            <VersionsPopover size="named" name={t('rules.history')}>
              {(close) => (
                <RuleVersions
                  data={data}
                  onRestored={(now) => {
                    void book.show(now);
                    close();
                  }}
                  onCompare={(earlier) => {
                    setCompared(earlier);
                    close();
                  }}
                />
              )}
            </VersionsPopover>
            <RuleFiles data={data} set={saved.set} titles={book.titles} onRead={book.take} />
          </Group>
        </div>
        {effect !== undefined && <OneChild data={data} most={effect.most} rules={count} />}
      </div>
      <RuleComparison data={data} earlier={compared} present={saved.revision} onClose={() => setCompared(null)} />
    </Screen>
  );
}
