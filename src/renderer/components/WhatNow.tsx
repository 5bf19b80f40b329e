import { Anchor, Box, Button, Skeleton } from '@mantine/core';
import { useDisclosure } from '@mantine/hooks';
import { IconChevronDown, IconChevronUp } from '@tabler/icons-react';
import { useId, type ReactNode } from 'react';
import { useTexts } from '../locales/use-texts';
import { Link } from 'wouter';
import type { ErrorCode } from '../../shared/errors';
import { Markdown } from './guide/Markdown';
import { anchorOf, sectionOf } from './guide/sections';
import { useGuidePage } from './guide/use-guide-page';

/** "What can I do?" below an error: opens the guide's advice in place, so that no dialog and no position is lost. */
export function WhatNow({ code }: { code: ErrorCode | 'lost' }): ReactNode {
  const t = useTexts();
  const [isOpen, { toggle }] = useDisclosure(false);
  const id = useId();
  const Chevron = isOpen ? IconChevronUp : IconChevronDown;
  return (
    <div>
      <Button
        size="compact-sm"
        variant="subtle"
        px="2xs"
        aria-expanded={isOpen}
        aria-controls={id}
        rightSection={<Chevron size={14} aria-hidden />}
        onClick={toggle}
      >
        {t('help.whatNow')}
      </Button>
      <Box id={id} c="var(--mantine-color-text)" fz="sm" pl="2xs">
        {isOpen && <Advice title={t(`common.errors.${code}`)} />}
      </Box>
    </div>
  );
}

/** @param title the error's heading in the guide's page on troubleshooting */
function Advice({ title }: { title: string }): ReactNode {
  const t = useTexts();
  const { data: markdown } = useGuidePage('trouble');
  // The page is part of the program, so it loads at once; an error here would only repeat the first.
  if (markdown === undefined) return <Skeleton height={60} />;
  return (
    <>
      <Markdown blocks={sectionOf(markdown, title)} />
      <Anchor component={Link} href={`/help/trouble/${encodeURIComponent(anchorOf(title))}`} size="sm">
        {t('help.more')}
      </Anchor>
    </>
  );
}
