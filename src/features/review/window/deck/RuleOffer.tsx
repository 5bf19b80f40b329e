import { Anchor, Button, Group, Text } from '@mantine/core';
import type { ReactNode } from 'react';
import { Link } from 'wouter';
import { RuleWords } from '../../../../renderer/components/rules/RuleWords';
import { TitleCover } from '../../../../renderer/components/titles/TitleCover';
import { useKeys } from '../../../../renderer/components/use-keys';
import { useTexts } from '../../../../renderer/locales/use-texts';
import type { Rule } from '../../../../shared/contract/rules';
import type { NewRule } from '../../../rules/window/public';
import type { OddTitle } from './card-content';
import { namedTitle } from './rule-for';
import classes from './Card.module.css';

/** In place of the keys: the sentence of the rule that would change it. Enter keeps it, Escape leads back to the keys. */
export function RuleOffer({
  odd,
  rule,
  onKeep,
  onLater,
  onClose,
}: {
  /** The title that it is about; undefined for a reason without one. */
  odd: OddTitle | undefined;
  /** Null where no rule changes it by itself. */
  rule: NewRule | null;
  onKeep: () => void;
  /** Needs a rule, and gets none now. */
  onLater: () => void;
  onClose: () => void;
}): ReactNode {
  const t = useTexts();
  useKeys([['Escape', onClose]]);
  return (
    <footer className={classes.rule} aria-label={t('deck.rule')}>
      {rule !== null && odd !== undefined ? (
        <>
          <TitleCover item={odd.item} title={odd.title ?? odd.item} />
          <Text className={classes.sentence}>
            <RuleWords rule={{ ...rule, id: 'new', name: '-', on: true } as Rule} titles={namedTitle(odd)} />
          </Text>
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
        {rule !== null && (
          <Button size="md" autoFocus onClick={onKeep}>
            {t('deck.keepRule')}
          </Button>
        )}
        <Button size="md" variant={rule === null ? 'filled' : 'subtle'} autoFocus={rule === null} onClick={onLater}>
          {t('deck.later')}
        </Button>
      </Group>
    </footer>
  );
}
