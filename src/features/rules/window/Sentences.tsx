import { Paper } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { Fragment, type ReactNode } from 'react';
import { useEngine } from '../../../renderer/connection/engine-context';
import { useTexts } from '../../../renderer/locales/use-texts';
import { useRuleName } from '../../../renderer/components/rules/use-rule-text';
import type { Dataset } from '../../../shared/contract/dataset';
import type { Run } from '../../../shared/contract/run-life';
import { ruleSetOf } from '../../../shared/contract/rules';
import { Conflicts } from './Conflicts';
import { type OpenPart, SentenceRow } from './SentenceRow';
import { isUnfinished, rulesIn, type Sentence } from './sentences';
import type { Book } from './use-book';
import classes from './Rules.module.css';

export interface OpenBlank {
  readonly rule: string;
  readonly part: OpenPart;
}

/** The sentences in their order: of two pins to one place, the upper one has it. */
export function Sentences({
  dataset,
  run,
  book,
  open,
  onOpen,
}: {
  dataset: Dataset;
  run: Run | null;
  book: Book;
  open: OpenBlank | null;
  onOpen: (rule: string, part: OpenPart | null) => void;
}): ReactNode {
  const t = useTexts();
  const { queries } = useEngine();
  const { sentences, conflicts } = book;
  const ruleName = useRuleName(book.titles, book.data);
  const nameOf = (one: Sentence): string =>
    isUnfinished(one) ? one.name || t(`rules.begin.${one.form}`) : ruleName(one);
  const since = useQuery({
    ...queries.rules.membersSince.queryOptions({ input: { data: book.data, set: ruleSetOf(rulesIn(sentences)) } }),
    enabled: sentences.some(({ profiles }) => profiles?.members !== undefined),
  });
  /** Below the upper of two rules, so that it stands between them. */
  const pairsBelow = (id: string): (readonly string[])[] => {
    const at = (one: string): number => sentences.findIndex((sentence) => sentence.id === one);
    const pairs = conflicts
      .filter(({ rules }) => rules.length === 2)
      .map(({ rules }) => rules.toSorted((left, right) => at(left) - at(right)))
      .filter(([upper]) => upper === id);
    return [...new Map(pairs.map((pair) => [pair.join(' '), pair])).values()];
  };
  return (
    <Paper component="ol" withBorder className={classes.rules} aria-label={t('rules.list')}>
      {sentences.map((sentence) => (
        <Fragment key={sentence.id}>
          <SentenceRow
            dataset={dataset}
            run={run}
            book={book}
            sentence={sentence}
            name={nameOf(sentence)}
            since={since.data?.find(({ rule }) => rule === sentence.id)}
            open={open?.rule === sentence.id ? open.part : null}
            onOpen={onOpen}
          />
          {pairsBelow(sentence.id).map((pair) => (
            <li key={pair.join(' ')} className={classes.between}>
              <Conflicts of={pair} book={book} />
            </li>
          ))}
        </Fragment>
      ))}
    </Paper>
  );
}
