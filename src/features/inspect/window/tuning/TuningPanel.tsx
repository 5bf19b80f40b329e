import { CloseButton, Divider, Group, Kbd, NumberInput, SegmentedControl, Stack, Text, Title } from '@mantine/core';
import { useState, type ReactNode } from 'react';
import { useTexts } from '../../../../renderer/locales/use-texts';
import type { RunRecord } from '../../../../shared/contract/run';
import { tunedKeys, type Tuning } from '../../../../shared/contract/tuning';
import { MOST_NEIGHBOURS } from '../../../../shared/limits';
import { Details } from '../../../../renderer/components/Details';
import { ReasonedButton } from '../../../../renderer/components/ReasonedButton';
import { useFormat } from '../../../../renderer/locales/format';
import { useAdvanced } from './advanced';
import { Directions } from './Directions';
import { EffectOfTuning } from './EffectOfTuning';
import { IntoNewRun } from './IntoNewRun';
import { KeptTunings } from './KeptTunings';
import { HELP, Knob } from './Knob';
import { reasonNoCondition, reasonNoLatent } from './tunable';
import type { EffectGroup } from './use-effect-group';
import { changeTuning, nextMask, resetTuning } from './tuning-store';
import type { MeasuredEffect } from './use-tuning-effect';
import classes from '../../../../renderer/components/panes.module.css';

const KNOBS = 'tuning';

/** Focuses the first slider, once the drawer is drawn. */
export const focusTuning = (): void =>
  // The sliders stand in sight; to scroll to them while the page is still laid out would move the covers.
  void requestAnimationFrame(() =>
    document.querySelector<HTMLElement>(`#${KNOBS} [role='slider']`)?.focus({ preventScroll: true }),
  );

/** Gives the focus to the button that opens the drawer, once the one in hand has gone with it. */
export const leaveTuning = (): void =>
  void requestAnimationFrame(() => {
    if (document.activeElement === document.body)
      document.querySelector<HTMLElement>('[aria-keyshortcuts="t"]')?.focus();
  });

/**
 * The sliders first, then what can be done with them; at the foot, what the one in hand does. Each change updates the
 * list at once; Reset returns to the list as trained. @param group the profiles that the open one is compared with;
 * null if unknown
 */
export function TuningPanel({
  run,
  tuning,
  group,
  effect,
  onClose,
}: {
  run: RunRecord;
  tuning: Tuning;
  group: EffectGroup | null;
  effect: MeasuredEffect;
  onClose: () => void;
}): ReactNode {
  const t = useTexts();
  const [help, setHelp] = useState<string | null>(null);
  const tellHelp = ({ target }: { target: EventTarget }): void =>
    setHelp((target instanceof Element && target.closest<HTMLElement>('[data-help]')?.dataset['help']) || null);
  const isAdvanced = useAdvanced(({ isOpen }) => isOpen);
  const showsAdvanced = isAdvanced || tuning.watched !== undefined || tuning.directions.length > 0;
  const noLatent = reasonNoLatent(run);
  const noCondition = reasonNoCondition(run);
  const model = t(`common.models.${run.model}`);
  return (
    <section className={classes.pane} aria-label={t('compare.tuning')}>
      <Group justify="space-between" wrap="nowrap" className={classes.paneHead}>
        <Title order={2}>{t('compare.tuning')}</Title>
        <Group gap="xs" wrap="nowrap">
          <ReasonedButton
            size="compact-sm"
            variant="default"
            onClick={resetTuning}
            reason={tunedKeys(tuning).length === 0 ? t('compare.resetWhy') : null}
          >
            {t('compare.reset')}
          </ReasonedButton>
          <CloseButton aria-label={t('compare.tuneClose')} onClick={onClose} />
        </Group>
      </Group>
      <div
        id={KNOBS}
        className={classes.scroll}
        tabIndex={0}
        role="group"
        aria-label={t('compare.tuning')}
        onFocus={tellHelp}
        onMouseOver={tellHelp}
      >
        <Stack gap="lg" p="md">
          <HiddenShare tuning={tuning} />
          {noCondition === null ? (
            <Condition tuning={tuning} />
          ) : (
            <Text size="sm" c="dimmed">
              {t(`compare.${noCondition}`, { model })}
            </Text>
          )}
          {noLatent === null && <NeighbourShare tuning={tuning} />}
          {/* What a saved tuning asks for is in sight. */}
          <Details
            title={t('compare.advanced')}
            isOpen={showsAdvanced}
            // Opened by a tuning, it is not the user's choice.
            onToggle={(isOpen) => isOpen !== showsAdvanced && useAdvanced.setState({ isOpen })}
          >
            <Stack gap="lg">
              {noLatent === null && <NeighbourCount tuning={tuning} />}
              <Watched tuning={tuning} />
              {noLatent === null && <Directions runId={run.runId} directions={tuning.directions} />}
            </Stack>
          </Details>
          <Divider />
          <KeptTunings run={run} tuning={tuning} />
          <EffectOfTuning tuning={tuning} group={group} measured={effect} />
          <IntoNewRun run={run} tuning={tuning} />
        </Stack>
      </div>
      <Text id={HELP} size="xs" c="dimmed" className={classes.help}>
        {help ?? t('compare.help.start')}
      </Text>
    </section>
  );
}

function HiddenShare({ tuning: { hidden, mask } }: { tuning: Tuning }): ReactNode {
  const t = useTexts();
  const format = useFormat();
  return (
    <div data-help={t('compare.help.hidden')}>
      <Knob
        label={t('compare.hiddenShare')}
        value={hidden}
        onChange={(value) => changeTuning({ hidden: value })}
        range={{ min: 0, max: 1, step: 0.05 }}
        format={(value) => format.percent(value, 0)}
      />
      <Group gap="xs" mt="md">
        <ReasonedButton
          size="compact-sm"
          variant="default"
          rightSection={<Kbd size="sm">M</Kbd>}
          reason={hidden === 0 ? t('compare.nextMaskWhy') : null}
          onClick={nextMask}
        >
          {t('compare.nextMask')}
        </ReasonedButton>
        {hidden > 0 && (
          <Text size="xs" c="dimmed">
            {t('compare.mask', { mask })}
          </Text>
        )}
      </Group>
    </div>
  );
}

function Condition({ tuning: { condition } }: { tuning: Tuning }): ReactNode {
  const t = useTexts();
  const format = useFormat();
  return (
    <div data-help={t('compare.help.condition')}>
      <Knob
        label={t('compare.condition')}
        value={condition}
        onChange={(value) => changeTuning({ condition: value })}
        range={{ min: 0, max: 2, step: 0.1 }}
        format={(value) => format.score(value, 1)}
        marks={[
          { value: 0, label: t('compare.conditionMarks.none') },
          { value: 1, label: t('compare.conditionMarks.trained') },
          { value: 2, label: t('compare.conditionMarks.twice') },
        ]}
      />
    </div>
  );
}

function NeighbourShare({ tuning: { neighbours } }: { tuning: Tuning }): ReactNode {
  const t = useTexts();
  const format = useFormat();
  return (
    <div data-help={t('compare.help.neighbours')}>
      <Knob
        label={t('compare.neighbourShare')}
        value={neighbours.share}
        onChange={(share) => changeTuning({ neighbours: { ...neighbours, share } })}
        range={{ min: 0, max: 1, step: 0.05 }}
        format={(value) => format.percent(value, 0)}
      />
    </div>
  );
}

function NeighbourCount({ tuning: { neighbours } }: { tuning: Tuning }): ReactNode {
  const t = useTexts();
  return (
    <div data-help={t('compare.help.neighbours')}>
      <NumberInput
        size="xs"
        styles={{ wrapper: { maxWidth: 150 } }}
        label={t('compare.neighbourCount')}
        min={1}
        max={MOST_NEIGHBOURS}
        allowDecimal={false}
        clampBehavior="strict"
        value={neighbours.count}
        onChange={(count) => {
          if (typeof count === 'number' && count >= 1) changeTuning({ neighbours: { ...neighbours, count } });
        }}
      />
    </div>
  );
}

function Watched({ tuning }: { tuning: Tuning }): ReactNode {
  const t = useTexts();
  return (
    <div data-help={t('compare.help.watched')}>
      <Text size="sm" fw={600} mb="2xs">
        {t('compare.watchedMode')}
      </Text>
      <SegmentedControl
        fullWidth
        size="xs"
        aria-label={t('compare.watchedMode')}
        value={tuning.watched ?? 'default'}
        onChange={(value) => changeTuning({ watched: value === 'exclude' || value === 'include' ? value : undefined })}
        data={[
          { value: 'default', label: t('compare.watchedDefault') },
          { value: 'exclude', label: t('compare.watchedExclude') },
          { value: 'include', label: t('compare.watchedInclude') },
        ]}
      />
    </div>
  );
}
