import { Text } from '@mantine/core';
import type { ReactNode } from 'react';
import { CoverStrip } from '../../../renderer/components/titles/CoverStrip';
import { Section } from '../../../renderer/components/Section';
import { useFormat } from '../../../renderer/locales/format';
import { useTexts } from '../../../renderer/locales/use-texts';
import type { ChangedLists } from '../contract/changes';
import classes from './Changes.module.css';

type Reason = ChangedLists['reasons'][number];
/** A cause as people tell it: titles that are new and titles that are gone are two. */
const CAUSES = ['new', 'gone', 'watched', 'rules', 'tuning', 'viewings', 'other-model', 'model'] as const;

interface Cause {
  readonly cause: (typeof CAUSES)[number];
  readonly places: number;
  readonly byChance: number;
  readonly titles: Reason['titles']['came'];
}

/** Why titles moved, most first: places by cause, with covers, and of them the share that training again alone would move. */
export function Causes({ changes }: { changes: ChangedLists }): ReactNode {
  const t = useTexts();
  const format = useFormat();
  const { came } = changes;
  const causes = changes.reasons
    .flatMap((reason) => causesOf(reason, changes.isSameData))
    .toSorted((left, right) => right.places - left.places);
  const byChance = causes.reduce((sum, one) => sum + one.byChance, 0);
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
      <ul className={classes.causes}>
        {causes.map(({ cause, places, byChance: own, titles }) => (
          <li key={cause}>
            <Text>
              <b className={classes.figure}>{format.count(places)}</b> <b>{t(`changes.cause.${cause}`)}</b>
            </Text>
            <Text size="xs" c="dimmed">
              {own > 0 ? t('changes.chance.ofThese', { count: own }) : t(`changes.causeHelp.${cause}`)}
            </Text>
            <CoverStrip titles={titles} label={t(`changes.cause.${cause}`)} />
          </li>
        ))}
      </ul>
    </Section>
  );
}

function causesOf({ reason, came, went, byChance, titles }: Reason, isSameData: boolean): Cause[] {
  const into = (cause: Cause['cause']): Cause => ({ cause, places: came, byChance, titles: titles.came });
  const out = (cause: Cause['cause']): Cause => ({ cause, places: went, byChance: 0, titles: titles.went });
  const all =
    reason === 'catalogue'
      ? [into('new'), out('gone')]
      : reason === 'watched'
        ? [out(reason)]
        : [reason === 'model' ? into(isSameData ? 'other-model' : 'model') : came > 0 ? into(reason) : out(reason)];
  return all.filter(({ places }) => places > 0);
}
