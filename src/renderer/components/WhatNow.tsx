/** "What can I do?" of an error: the part of the guide about it, opened where the error is, so that no dialog and no place is lost. */
import { Anchor, Box, Button, Skeleton } from '@mantine/core';
import { useDisclosure } from '@mantine/hooks';
import { IconChevronDown, IconChevronUp } from '@tabler/icons-react';
import { useId, type ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { Link } from 'wouter';
import type { ErrorCode } from '../../shared/errors';
import { Markdown } from './guide/Markdown';
import { anchorOf, sectionOf } from './guide/sections';
import { useGuidePage } from './guide/use-guide-page';

export function WhatNow({ code }: { code: ErrorCode | 'lost' }): ReactNode {
  const { t } = useTranslation();
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

/** @param title the heading of the error in the guide's page about trouble */
function Advice({ title }: { title: string }): ReactNode {
  const { t } = useTranslation();
  const { data: markdown } = useGuidePage('trouble');
  // Part of the program, so it is there at once; an error about it would only say the same again.
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
