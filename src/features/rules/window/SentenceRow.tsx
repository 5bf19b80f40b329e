import { ActionIcon, Menu, Switch } from '@mantine/core';
import { IconArrowDown, IconArrowUp, IconDots, IconPencil, IconTrash } from '@tabler/icons-react';
import { useCallback, useState, type ReactNode } from 'react';
import { useTexts } from '../../../renderer/locales/use-texts';
import type { Dataset } from '../../../shared/contract/dataset';
import type { Run } from '../../../shared/contract/run-life';
import type { MembersSince } from '../contract/members-since';
import { useSayRule } from '../../../renderer/components/rules/use-rule-text';
import { Picker } from './Blank';
import { NameField } from './BlankFields';
import type { BlankName } from './blanks';
import { Conflicts } from './Conflicts';
import { EffectOf } from './EffectOf';
import { MembersLine } from './MembersLine';
import { rowOfRule } from './rule-row';
import { RuleSentence } from './RuleSentence';
import { isUnfinished, type Sentence } from './sentences';
import type { Book } from './use-book';
import classes from './Rules.module.css';

/** What of a sentence is open: a blank, or the field of its name. */
export type OpenPart = BlankName | 'name';

/** A sentence of the book: whether it counts, what it says, and beside it what it does. */
export function SentenceRow({
  dataset,
  run,
  book,
  sentence,
  name,
  since,
  open,
  onOpen,
}: {
  dataset: Dataset;
  run: Run | null;
  book: Book;
  sentence: Sentence;
  /** What it is called in sentences about it. */
  name: string;
  since: MembersSince | undefined;
  open: OpenPart | null;
  onOpen: (rule: string, part: OpenPart | null) => void;
}): ReactNode {
  const t = useTexts();
  const say = useSayRule(book.data);
  const { id, on } = sentence;
  // Said as it was when it came into sight: a day that is whole by now would change its blanks under who types.
  const [form] = useState(() => book.fieldsOf(sentence).form);
  const fields = book.fieldsOf(sentence, form);
  const day = fields.form === 'not-before' ? 'day' : 'days';
  const close = useCallback(() => onOpen(id, null), [id, onOpen]);
  const set = (changes: Record<string, unknown>): void => book.replace(book.sentenceOf({ ...fields, ...changes }));
  const members = sentence.profiles?.members;
  return (
    <li id={rowOfRule(id)} className={classes.rule} tabIndex={-1} data-off={!on || undefined} aria-label={name}>
      <Switch aria-label={t('rules.on', { name })} checked={on} onChange={() => set({ on: !on })} />
      <div className={classes.says}>
        <RuleSentence
          dataset={dataset}
          fields={fields}
          titles={book.titles}
          onTitles={book.addTitles}
          open={open === 'name' ? null : open === 'day' || open === 'days' ? day : open}
          onOpen={(part) => onOpen(id, part)}
          set={set}
        />
        {book.clash === id && <p className={classes.waits}>{t('rules.changedElsewhere')}</p>}
        {members !== undefined && (
          <MembersLine
            data={book.data}
            members={members}
            since={since}
            onTake={(taken) => set({ profiles: { ...sentence.profiles, members: taken } })}
          />
        )}
        <Conflicts of={[id]} book={book} />
      </div>
      <div className={classes.does}>
        {isUnfinished(sentence) ? (
          <p className={classes.waits}>{t('rules.unfinished')}</p>
        ) : (
          <EffectOf rule={sentence} run={run} />
        )}
      </div>
      <Menu position="bottom-end" withinPortal>
        <Picker
          label={t('rules.name')}
          isOpen={open === 'name'}
          onClose={close}
          target={
            <Menu.Target>
              <ActionIcon size={36} variant="subtle" color="gray" aria-label={t('rules.more', { name })}>
                <IconDots size={18} aria-hidden />
              </ActionIcon>
            </Menu.Target>
          }
          fields={() => (
            <NameField
              value={fields.name}
              said={isUnfinished(sentence) ? '' : say(sentence, book.titles)}
              onChange={(named) => set({ name: named })}
            />
          )}
        />
        <Menu.Dropdown>
          <Menu.Item leftSection={<IconArrowUp size={15} aria-hidden />} onClick={() => book.move(id, -1)}>
            {t('rules.up')}
          </Menu.Item>
          <Menu.Item leftSection={<IconArrowDown size={15} aria-hidden />} onClick={() => book.move(id, 1)}>
            {t('rules.down')}
          </Menu.Item>
          <Menu.Item
            leftSection={<IconPencil size={15} aria-hidden />}
            // Once the menu has given back the focus.
            onClick={() => window.setTimeout(() => onOpen(id, 'name'), 200)}
          >
            {t('rules.rename')}
          </Menu.Item>
          <Menu.Item leftSection={<IconTrash size={15} aria-hidden />} onClick={() => book.remove(id)}>
            {t('rules.remove')}
          </Menu.Item>
        </Menu.Dropdown>
      </Menu>
    </li>
  );
}
