import { Skeleton } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { type ReactNode, useRef, useState } from 'react';
import { ErrorNotice } from '../../../../renderer/components/ErrorNotice';
import { useChildWords } from '../../../../renderer/components/use-child-words';
import { useEngine } from '../../../../renderer/connection/engine-context';
import { useTexts } from '../../../../renderer/locales/use-texts';
import type { Dataset } from '../../../../shared/contract/dataset';
import { checkName } from '../../words/check-reason';
import { Card } from './Card';
import { DecideBar } from './DecideBar';
import { leaveToTheLeft } from './leave';
import { RuleOffer } from './RuleOffer';
import type { Step } from './trail';
import { Trail } from './Trail';
import { type AskedDeck, type Others, useDeck } from './use-deck';
import { useOfferedRules } from './use-offered-rules';
import classes from './Deck.module.css';

/**
 * Odd lists one by one: each decision takes the card off at once and shows the next.
 * @param props.empty what is shown once none waits
 */
export function DeckOf({
  dataset,
  asked,
  first,
  placeOf,
  empty,
}: {
  dataset: Dataset;
  asked: AskedDeck;
  /** A child whose card comes first, if it waits. */
  first: string | undefined;
  /** The address of the shelf of a child. */
  placeOf: (profile: string) => string;
  empty: ReactNode;
}): ReactNode {
  const t = useTexts();
  const { queries } = useEngine();
  const data = dataset.fingerprint;
  const { runId, rules } = asked;
  const deck = useDeck(data, asked, first);
  const { row, titles, alike, cause } = deck;
  const words = useChildWords(data);
  const profile = row?.profile ?? null;
  const opened = useQuery({
    ...queries.profiles.open.queryOptions({ input: { data, profile: profile ?? '' } }),
    enabled: profile !== null,
  });
  const stage = useRef<HTMLDivElement>(null);
  /** Whose rules are offered, and of which other lists too. */
  const [offered, setOffered] = useState<{ profile: string; others: Others | null } | null>(null);
  const isOffered = offered !== null && offered.profile === profile;
  const others = isOffered ? offered.others : null;
  const odd = titles[0];
  const offer = useOfferedRules(dataset, { asked, odd, cause: others?.of.isCause === true ? others.of : null });

  const say = (decision: Step['decision'], of: Others | null, withRules = false): void => {
    if (profile === null) return;
    leaveToTheLeft(stage.current);
    setOffered(null);
    deck.decide({
      decision,
      who: words.who(profile, opened.data),
      others: of,
      ...(withRules && { first: offer.keep }),
    });
  };
  const decide = (decision: Step['decision'], of: Others | null): void =>
    decision === 'rule' && profile !== null ? setOffered({ profile, others: of }) : say(decision, of);
  const nameOf = (check: string): string =>
    checkName(t, { id: check, name: row?.reasons.find((one) => one.check === check)?.name ?? null });

  if (deck.error !== null) return <ErrorNotice title={t('checks.failed')} error={deck.error} />;
  return (
    <section className={classes.deck} aria-label={t('deck.card')}>
      <div className={classes.stage} ref={stage}>
        {row !== null ? (
          <>
            {deck.total > 1 && <div className={classes.under} aria-hidden />}
            <Card
              key={row.profile}
              runId={runId}
              data={data}
              rules={rules}
              row={row}
              titles={titles}
              place={placeOf(row.profile)}
            >
              {isOffered ? (
                <RuleOffer
                  odd={odd}
                  offer={offer}
                  onKeep={() => say('rule', others, true)}
                  onLater={() => say('rule', others)}
                  onClose={() => setOffered(null)}
                />
              ) : (
                <DecideBar alike={alike} cause={cause} nameOf={nameOf} onDecide={decide} />
              )}
            </Card>
          </>
        ) : deck.isReady && deck.total === 0 ? (
          empty
        ) : (
          <Skeleton height="100%" radius="md" aria-label={t('common.loading')} />
        )}
      </div>
      <Trail runId={runId} />
    </section>
  );
}
