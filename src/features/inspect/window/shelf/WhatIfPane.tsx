import { Button, CloseButton, Group, Stack, Text, Title } from '@mantine/core';
import { useEffect, useRef, type ReactNode } from 'react';
import type { ProfileView } from '../../../../shared/contract/recommendation';
import { useTexts } from '../../../../renderer/locales/use-texts';
import { AttributeFields } from '../AttributesBar';
import { AddTitle } from '../tuning/AddTitle';
import { resetTuning } from '../tuning/tuning-store';
import type { OpenChild } from '../use-open-child';
import classes from '../../../../renderer/components/panes.module.css';
import own from './WhatIfPane.module.css';

/** What the list would be if the child were another: its attributes, and what it watched. Nothing of it is kept. */
export function WhatIfPane({
  child: { run, data, tuning, history, closeMode },
  attributes,
}: {
  child: Pick<OpenChild, 'run' | 'data' | 'tuning' | 'history' | 'closeMode'>;
  attributes: ProfileView['attributes'];
}): ReactNode {
  const t = useTexts();
  const pane = useRef<HTMLElement>(null);
  // From where Tab leads to the first field; a field itself would take the keys.
  useEffect(() => pane.current?.focus({ preventScroll: true }), []);
  const title = t('shelf.whatif.title');
  return (
    <section ref={pane} className={classes.pane} aria-label={title} tabIndex={-1}>
      <Group justify="space-between" wrap="nowrap" className={classes.paneHead}>
        <Title order={2}>{title}</Title>
        <CloseButton aria-label={t('shelf.whatif.close')} onClick={closeMode} />
      </Group>
      <div className={classes.scroll} tabIndex={0} role="group" aria-label={title}>
        <Stack gap="sm" p="md">
          <div className={own.fields}>
            <AttributeFields data={data} run={run} attributes={attributes} tuned={tuning.attributes} isColumn />
          </div>
          <div>
            <Text size="sm" fw={600}>
              {t('shelf.watched')}
            </Text>
            {history.length > 0 && <Text size="sm">{t('shelf.whatif.takeOut')}</Text>}
            <Text size="xs" c="dimmed" role="status">
              {tuning.removed.length > 0 && t('shelf.whatif.out', { count: tuning.removed.length })}
            </Text>
          </div>
          <AddTitle data={data} history={history} added={tuning.added} />
          <Group>
            <Button
              variant="default"
              onClick={() => {
                resetTuning();
                closeMode();
              }}
            >
              {t('shelf.whatif.back')}
            </Button>
          </Group>
          <Text size="xs" c="dimmed">
            {t('shelf.whatif.note')}
          </Text>
        </Stack>
      </div>
    </section>
  );
}
