import { Anchor, Button, Group, Text } from '@mantine/core';
import type { ReactNode } from 'react';
import { Link } from 'wouter';
import { RuleWords } from '../../../../renderer/components/rules/RuleWords';
import { TitleCover } from '../../../../renderer/components/titles/TitleCover';
import { useKeys } from '../../../../renderer/components/use-keys';
import { useTexts } from '../../../../renderer/locales/use-texts';
import type { Rule } from '../../../../shared/contract/rules';
import type { OddTitle } from './card-content';
import type { OfferedRules } from './use-offered-rules';
import classes from './Card.module.css';

/** In place of the keys: the sentences of the rules that would change it. Enter keeps them, Escape leads back to the keys. */
export function RuleOffer({
  odd,
  offer: { rules, titles, isReady },
  onKeep,
  onLater,
  onClose,
}: {
  /** The title that it is about; undefined for a reason without one. */
  odd: OddTitle | undefined;
  offer: OfferedRules;
  onKeep: () => void;
  /** Needs a rule, and gets none now. */
  onLater: () => void;
  onClose: () => void;
}): ReactNode {
  const t = useTexts();
  useKeys([['Escape', onClose]]);
  return (
    <footer className={classes.rule} aria-label={t('deck.rule')}>
      {!isReady ? (
        <Text className={classes.sentence}>{t('common.loading')}</Text>
      ) : rules.length > 0 && odd !== undefined ? (
        <>
          <TitleCover item={odd.item} title={odd.title ?? odd.item} />
          <div className={classes.sentence}>
            {rules.map((rule, index) => (
              <Text inherit key={index}>
                <RuleWords rule={{ ...rule, id: 'new', name: '-', on: true } as Rule} titles={titles} />
              </Text>
            ))}
          </div>
        </>
      ) : (
        <Text className={classes.sentence}>
          {t('deck.noRule')}{' '}
          <Anchor component={Link} href="/rules" underline="always">
            {t('deck.toRules')}
          </Anchor>
        </Text>
      )}
      <Group gap="xs" wrap="nowrap">
        {isReady && rules.length > 0 && (
          <Button size="md" autoFocus onClick={onKeep}>
            {rules.length === 1 ? t('deck.keepRule') : t('deck.keepRules', { count: rules.length })}
          </Button>
        )}
        {isReady && (
          <Button
            size="md"
            variant={rules.length === 0 ? 'filled' : 'subtle'}
            autoFocus={rules.length === 0}
            onClick={onLater}
          >
            {t('deck.later')}
          </Button>
        )}
      </Group>
    </footer>
  );
}
