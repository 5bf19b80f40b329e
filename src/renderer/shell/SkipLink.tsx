/** The first stop of the keyboard on the page: past bars and rail to the list of the screen, or to its top where it has none. */
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { useOpenList } from '../stores/open-list';

export function SkipLink(): ReactNode {
  const { t } = useTranslation();
  const enterList = useOpenList((state) => state.enter);
  return (
    <a
      href="#content"
      className="shelfwise-skip"
      onClick={(event) => {
        event.preventDefault();
        if (enterList === null) document.querySelector<HTMLElement>('#content')?.focus();
        else enterList();
      }}
    >
      {t(enterList === null ? 'shell.skip' : 'shell.skipToList')}
    </a>
  );
}
