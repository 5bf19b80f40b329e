import { Text } from '@mantine/core';
import type { ReactNode } from 'react';
import { CoverStrip } from '../../../renderer/components/titles/CoverStrip';
import { Section } from '../../../renderer/components/Section';
import { useFormat } from '../../../renderer/locales/format';
import { useTexts } from '../../../renderer/locales/use-texts';
import type { ChangedLists } from '../contract/changes';
import classes from './Changes.module.css';

type Reason = ChangedLists['reasons'][number];
/** A cause as people tell it, of what came in and of what left. */
const CAUSES = ['new', 'gone', 'watched', 'rules', 'tuning', 'viewings', 'other-model', 'model', 'room'] as const;

interface Cause {
  readonly cause: (typeof CAUSES)[number];
  readonly places: number;
  readonly byChance: number;
  readonly titles: Reason['titles']['came'];
}

/**
 * Why titles moved, most first, with covers: what came in by its cause, and of it the share that training again alone would move; and what left by its
 * cause. Each adds up to the places that have another title.
 */
export function Causes({ changes }: { changes: ChangedLists }): ReactNode {
  const t = useTexts();
  const { came, went, reasons, isSameData } = changes;
  const into = reasons.map(({ reason, came: places, byChance, titles }): Cause => ({
    cause: reason === 'catalogue' ? 'new' : reason === 'model' && isSameData ? 'other-model' : reason,
    places,
    byChance,
    titles: titles.came,
  }));
  const out = reasons
    .filter(({ reason, went: places }) => reason !== 'viewings' && reason !== 'model' && places > 0)
    .map(({ reason, went: places, titles }): Cause => ({
      cause: reason === 'catalogue' ? 'gone' : reason,
      places,
      byChance: 0,
      titles: titles.went,
    }));
  const room = went - out.reduce((sum, { places }) => sum + places, 0);
  const byChance = into.reduce((sum, one) => sum + one.byChance, 0);
  return (
    <Section title={t('changes.why')}>
      <Text size="sm" c="dimmed">
        {t('changes.otherTitles', { count: came })}
      </Text>
      {byChance > 0 && (
        <>
          <div className={classes.stack} aria-hidden>
            <span style={{ flexGrow: came - byChance }} />
            <span data-chance style={{ flexGrow: byChance }} />
          </div>
          <Text size="xs" c="dimmed">
            {t('changes.chance.share', { count: byChance })}
          </Text>
        </>
      )}
      <Places causes={into} />
      {out.length > 0 && (
        <>
          <Text size="sm" c="dimmed" mt="md">
            {t('changes.leftTitles', { count: went })}
          </Text>
          <Places causes={[...out, { cause: 'room', places: room, byChance: 0, titles: [] }]} />
        </>
      )}
    </Section>
  );
}

/** Places by cause, most first. */
function Places({ causes }: { causes: readonly Cause[] }): ReactNode {
  const t = useTexts();
  const format = useFormat();
  const shown = causes.filter(({ places }) => places > 0).toSorted((left, right) => right.places - left.places);
  return (
    <ul className={classes.causes}>
      {shown.map(({ cause, places, byChance, titles }) => (
        <li key={cause}>
          <Text>
            <b className={classes.figure}>{format.count(places)}</b> <b>{t(`changes.cause.${cause}`)}</b>
          </Text>
          <Text size="xs" c="dimmed">
            {byChance > 0 ? t('changes.chance.ofThese', { count: byChance }) : t(`changes.causeHelp.${cause}`)}
          </Text>
          <CoverStrip titles={titles} label={t(`changes.cause.${cause}`)} />
        </li>
      ))}
    </ul>
  );
}
