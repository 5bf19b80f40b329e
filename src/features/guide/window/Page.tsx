import { Anchor } from '@mantine/core';
import type { ReactNode } from 'react';
import { useTexts } from '../../../renderer/locales/use-texts';
import { Link } from 'wouter';
import { GUIDE_PAGES, type GuidePage } from '../../../shared/guide/guide';
import { useGuidePage } from '../../../renderer/components/guide/use-guide-page';
import { headingId, Markdown } from '../../../renderer/components/guide/Markdown';
import { blocksOf } from '../../../renderer/components/guide/sections';
import { Query } from '../../../renderer/components/Query';
import { useShowPart } from '../../../renderer/components/use-show-part';

/** A page of the guide, scrolled to the requested part, with a link to the next page. */
export function Page({ page, part }: { page: GuidePage; part: string | null }): ReactNode {
  const t = useTexts();
  const text = useGuidePage(page);
  useShowPart(part === null || text.data === undefined ? null : headingId(part));
  const next = GUIDE_PAGES[GUIDE_PAGES.indexOf(page) + 1];
  return (
    <>
      <Query of={text} lines={12}>
        {(markdown) => <Markdown blocks={blocksOf(markdown)} />}
      </Query>
      {next !== undefined && (
        <Anchor component={Link} href={`/help/${next}`}>
          {t('help.next', { title: t(`help.pages.${next}`) })}
        </Anchor>
      )}
    </>
  );
}
