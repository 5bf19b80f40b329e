/** The head of the audit log, as commands print it. */
import type { SignedHead } from '../shared/contract/audit';
import { textsIn } from '../shared/words/texts';
import { blocks } from './layout';

/** The head in lines of its own, so that it can be copied as it is; and what became of the key. */
export const headText = ({ text, size, key }: SignedHead): string => {
  const t = textsIn('en');
  return blocks(
    `${t('audit.head')}. ${t('audit.headLead', { size })}`,
    text.trimEnd(),
    key === 'kept' ? null : t(`audit.keyMade.${key}`),
  );
};
