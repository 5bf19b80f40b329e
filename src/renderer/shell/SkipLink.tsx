import type { ReactNode } from 'react';
import { useTexts } from '../locales/use-texts';
import { reachRegion } from '../components/keep-focus';
import { useOpenList } from '../stores/open-list';

/** The first tab stop of the page: skips bars and rail, to the screen's list or else its top. */
export function SkipLink(): ReactNode {
  const t = useTexts();
  const enterList = useOpenList((state) => state.enter);
  return (
    <a
      href="#content"
      className="shelfwise-skip"
      onClick={(event) => {
        event.preventDefault();
        const content = document.querySelector<HTMLElement>('#content');
        if (enterList !== null) enterList();
        else if (content !== null) reachRegion(content);
      }}
    >
      {t(enterList === null ? 'shell.skip' : 'shell.skipToList')}
    </a>
  );
}
