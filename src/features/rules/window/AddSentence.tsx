import { Button, Group, Menu, Text } from '@mantine/core';
import { IconChevronDown } from '@tabler/icons-react';
import type { ReactNode } from 'react';
import { useTexts } from '../../../renderer/locales/use-texts';
import type { Dataset } from '../../../shared/contract/dataset';
import { SENTENCE_FORMS, type SentenceForm } from '../../../shared/contract/unfinished-rules';
import { ageAttribute } from '../../../shared/values/known-attributes';
import type { BlankName } from './blanks';
import { begun } from './rule-fields';
import { freeId } from './sentences';
import type { Book } from './use-book';

/** What most curators begin with; a menu has the other forms. */
const FIRST: readonly SentenceForm[] = ['pin', 'hide', 'at-most', 'age', 'expire'];

/** The blank that opens as a sentence begins. */
const FIRST_BLANK: Partial<Record<SentenceForm, BlankName>> = { 'at-most': 'count', 'new-titles': 'count' };

/** Beginnings of sentences: each puts one into the book, with its first blank open. */
export function AddSentence({
  dataset,
  book,
  isFirst,
  onBegun,
}: {
  dataset: Dataset;
  book: Book;
  /** Whether there is no sentence yet. */
  isFirst: boolean;
  onBegun: (rule: string, part: BlankName | null) => void;
}): ReactNode {
  const t = useTexts();
  const begin = (form: SentenceForm): void => {
    const id = freeId(book.sentences, form);
    book.add(book.sentenceOf(begun(id, form, ageAttribute(dataset.profileAttributes)?.name)));
    onBegun(id, form === 'in-order' ? null : (FIRST_BLANK[form] ?? 'titles'));
  };
  return (
    <Group gap="xs" role="group" aria-label={t('rules.add')}>
      <Text size="sm" c="dimmed">
        {t(isFirst ? 'rules.beginWith' : 'rules.add')}
      </Text>
      {FIRST.map((form) => (
        <Button key={form} variant="default" onClick={() => begin(form)}>
          {t(`rules.begin.${form}`)}
        </Button>
      ))}
      <Menu position="bottom-start" withinPortal>
        <Menu.Target>
          <Button variant="subtle" rightSection={<IconChevronDown size={14} aria-hidden />}>
            {t('rules.beginOther')}
          </Button>
        </Menu.Target>
        <Menu.Dropdown>
          {SENTENCE_FORMS.filter((form) => !FIRST.includes(form)).map((form) => (
            <Menu.Item key={form} onClick={() => window.setTimeout(() => begin(form), 200)}>
              {t(`rules.begin.${form}`)}
            </Menu.Item>
          ))}
        </Menu.Dropdown>
      </Menu>
    </Group>
  );
}
