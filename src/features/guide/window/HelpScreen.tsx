import { Anchor, Button, List } from '@mantine/core';
import type { ReactNode } from 'react';
import { BackLink } from '../../../renderer/components/BackLink';
import { useTexts } from '../../../renderer/locales/use-texts';
import { Link, useLocation, useParams } from 'wouter';
import { GUIDE_PAGES, type GuidePage } from '../../../shared/guide/guide';
import { partOfPlace } from '../../../renderer/components/place';
import { Screen } from '../../../renderer/components/Screen';
import { Section } from '../../../renderer/components/Section';
import { setTour } from '../../../renderer/stores/preferences';
import { Glossary } from './Glossary';
import { Page } from './Page';

const isPage = (name: string): name is GuidePage => (GUIDE_PAGES as readonly string[]).includes(name);

/** Help: the list of guide pages, one page, or the glossary. */
export function HelpScreen(): ReactNode {
  const t = useTexts();
  const { page, part } = useParams<{ page?: string; part?: string }>();
  const wanted = part === undefined ? null : partOfPlace(part);
  if (page === undefined) return <Contents />;
  if (page === 'glossary')
    return (
      <Screen title={t('help.glossary')} subtitle={<Back />}>
        <Glossary term={wanted} />
      </Screen>
    );
  if (!isPage(page))
    return (
      <Screen title={t('help.missing')} subtitle={<Back />}>
        {null}
      </Screen>
    );
  return (
    <Screen title={t(`help.pages.${page}`)} subtitle={<Back />}>
      <Page key={page} page={page} part={wanted} />
    </Screen>
  );
}

function Back(): ReactNode {
  const t = useTexts();
  return <BackLink to="/help">{t('help.all')}</BackLink>;
}

function Contents(): ReactNode {
  const t = useTexts();
  const [, go] = useLocation();
  return (
    <Screen title={t('shell.screen.help')} subtitle={t('help.lead')}>
      <Section title={t('help.guide')} description={t('help.guideHelp')}>
        <List type="ordered" spacing="xs" withPadding style={{ columns: '2 22rem' }}>
          {GUIDE_PAGES.map((page) => (
            <List.Item key={page}>
              <Anchor component={Link} href={`/help/${page}`}>
                {t(`help.pages.${page}`)}
              </Anchor>
            </List.Item>
          ))}
        </List>
      </Section>
      <Section title={t('tour.title')} description={t('tour.help')}>
        <Button
          variant="default"
          onClick={() => {
            setTour('open');
            go('/week/open');
          }}
        >
          {t('tour.take')}
        </Button>
      </Section>
      <Section title={t('help.glossary')} description={t('help.glossaryHelp')}>
        <Glossary term={null} />
      </Section>
    </Screen>
  );
}
