import { useDocumentTitle } from '@mantine/hooks';
import type { ReactNode } from 'react';
import type { Run } from '../../../shared/contract/run-life';
import { ErrorNotice } from '../../../renderer/components/ErrorNotice';
import type { CameFrom } from '../../../renderer/components/origin';
import { Query } from '../../../renderer/components/Query';
import { UndecidedLine } from '../../../renderer/components/UndecidedLine';
import { countGroups, useChildWords } from '../../../renderer/components/use-child-words';
import { useKeys } from '../../../renderer/components/use-keys';
import { type RuleOfTitle, useRuleOfTitle } from '../../rules/window/public';
import { CompareHeader } from './CompareHeader';
import { ListForm } from './ListForm';
import { ShelfForm } from './shelf/ShelfForm';
import { nextMask } from './tuning/tuning-store';
import { useOpenChild } from './use-open-child';
import classes from '../../../renderer/components/panes.module.css';

/** One profile under one run: who it is, and its list as a shelf or as a list. */
export function CompareOf(asked: { run: Run; data: string; profile: string; from: CameFrom }): ReactNode {
  const { run, data, from } = asked;
  const child = useOpenChild(asked);
  const words = useChildWords(data).whole(child.profile, child.opened.data);
  useDocumentTitle(`${words.join(' · ')} · Shelfwise`);
  const ruleOfTitle = useRuleOfTitle(data);
  const makeRule = (kind: RuleOfTitle, item: string | undefined): void => {
    const found = child.answer.list?.items.find((one) => one.item === item);
    if (found !== undefined) void ruleOfTitle(kind, found);
  };
  const why = (): void => {
    const { explained, answer, explain } = child;
    const item = focusedItem();
    // Without a focused title, explains the first, or closes the explanation.
    const wanted =
      item === undefined && explained === null
        ? (answer.list?.items[0]?.item ?? null)
        : explained === item
          ? null
          : (item ?? null);
    explain(wanted);
  };
  useKeys([
    ['P', () => makeRule('pin', focusedItem()), { usePhysicalKeys: true }],
    ['B', () => makeRule('boost', focusedItem()), { usePhysicalKeys: true }],
    ['H', () => makeRule('hide', focusedItem()), { usePhysicalKeys: true }],
    ['M', nextMask, { usePhysicalKeys: true }],
    ['Y', why, { usePhysicalKeys: true }],
    ['L', child.changeForm, { usePhysicalKeys: true }],
    ['T', () => child.toggleMode('tune'), { usePhysicalKeys: true }],
    // One key closes one drawer.
    ['Escape', () => (child.explained === null && child.missing === null ? child.closeMode() : child.explain(null))],
  ]);
  const Form = child.form === 'shelf' ? ShelfForm : ListForm;
  return (
    <div className={classes.screen} data-form={child.form} data-profile={child.profile}>
      <CompareHeader child={child} words={words} />
      {from.band}
      <UndecidedLine run={run} />
      {child.answer.error !== null && <ErrorNotice error={child.answer.error} />}
      <Query of={child.opened} lines={10}>
        {({ attributes, history }) => (
          <Form
            child={child}
            attributes={attributes}
            history={history}
            watchedGroups={countGroups(history)}
            onRule={(kind, { item }) => makeRule(kind, item)}
          />
        )}
      </Query>
    </div>
  );
}

/** The title of the row or the cover that has the focus. */
const focusedItem = (): string | undefined =>
  document.activeElement?.closest<HTMLElement>('[data-item]')?.dataset['item'];
