import { Stack, Text } from '@mantine/core';
import { useState, type ReactNode } from 'react';
import { useTexts } from '../../../renderer/locales/use-texts';
import { GLOSSARY, type Term, TERMS } from '../../../shared/guide/glossary';
import { SearchField } from '../../../renderer/components/SearchField';
import { termId, TermList } from '../../../renderer/components/TermList';
import { useShowPart } from '../../../renderer/components/use-show-part';

const isTerm = (name: string): name is Term => (TERMS as readonly string[]).includes(name);

const matches = (term: Term, text: string): boolean =>
  Object.values(GLOSSARY[term].name).some((name) => name.toLowerCase().includes(text.trim().toLowerCase()));

/** All terms, or those that contain the search text in either language. */
export function Glossary({ term }: { term: string | null }): ReactNode {
  const t = useTexts();
  const [text, setText] = useState('');
  useShowPart(term !== null && isTerm(term) ? termId(term) : null);
  const found = TERMS.filter((one) => matches(one, text));
  return (
    <Stack gap="sm" maw={760}>
      <SearchField
        w={280}
        aria-label={t('help.find')}
        placeholder={t('help.find')}
        value={text}
        onText={setText}
        clearLabel={t('help.clearFind')}
      />
      <div role="status">{found.length === 0 && <Text c="dimmed">{t('help.noTerm')}</Text>}</div>
      <TermList terms={found} />
    </Stack>
  );
}
