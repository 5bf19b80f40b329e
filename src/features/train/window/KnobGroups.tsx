import { Accordion, Badge, Button, Group, Text } from '@mantine/core';
import { useState, type ReactNode } from 'react';
import { useTexts } from '../../../renderer/locales/use-texts';
import { presetRecipe } from '../../../shared/recipe/presets';
import { KNOB_GROUPS, type KnobGroup } from '../../../shared/recipe/knob';
import { KNOBS, type KnobName } from '../../../shared/recipe/table';
import { companionReading } from '../../../shared/recipe/tried-knobs';
import { FieldFromKnob } from './FieldFromKnob';
import { Section } from '../../../renderer/components/Section';
import {
  choosePreset,
  fieldProblem,
  knobsOf,
  recipeOf,
  resetField,
  setField,
  useTrainForm,
} from '../../../renderer/stores/train-form';
import { grouped } from '../../../renderer/components/knob-groups';
import classes from './Train.module.css';

/**
 * Every knob of the selected model and its companions, by group; differences from the preset are marked and counted.
 */
export function KnobGroups(): ReactNode {
  const t = useTexts();
  const preset = useTrainForm((state) => state.preset);
  const fields = useTrainForm((state) => state.fields);
  const [open, setOpen] = useState<string[]>([]);
  const knobs = knobsOf(fields);
  const recipe = presetRecipe(preset);
  const differing = knobs.filter((knob) => fields[knob] !== recipe[knob]);
  const allOpen = open.length === KNOB_GROUPS.length;
  return (
    <Section
      title={t('train.settings')}
      description={
        differing.length === 0 ? t('train.settingsHelp') : t('train.differences', { count: differing.length })
      }
      flush
      actions={
        <>
          {differing.length > 0 && (
            <Button size="compact-sm" variant="default" onClick={() => choosePreset(preset)}>
              {t('train.resetAll')}
            </Button>
          )}
          <Button size="compact-sm" variant="subtle" onClick={() => setOpen(allOpen ? [] : [...KNOB_GROUPS])}>
            {t(allOpen ? 'train.closeAll' : 'train.openAll')}
          </Button>
        </>
      }
    >
      <Accordion
        multiple
        value={open}
        onChange={setOpen}
        chevronPosition="left"
        order={3}
        styles={{ item: { borderBottom: 'none', borderTop: '1px solid var(--shelfwise-border)' } }}
      >
        {grouped(knobs).map(({ group, knobs: members }) => (
          <Accordion.Item key={group} value={group}>
            <Accordion.Control>
              <GroupTitle group={group} knobs={members} differing={differing} />
            </Accordion.Control>
            <Accordion.Panel>
              <div className={classes.fields}>
                {members.map((knob) => (
                  <FieldFromKnob
                    key={knob}
                    name={knob}
                    companion={companionReading(recipeOf(fields), knob)}
                    value={fields[knob]}
                    preset={recipe[knob]}
                    problem={fieldProblem(KNOBS[knob], fields[knob])}
                    onChange={(value) => setField(knob, value)}
                    onReset={() => resetField(knob)}
                  />
                ))}
              </div>
            </Accordion.Panel>
          </Accordion.Item>
        ))}
      </Accordion>
    </Section>
  );
}

function GroupTitle({
  group,
  knobs,
  differing,
}: {
  group: KnobGroup;
  knobs: readonly KnobName[];
  differing: readonly KnobName[];
}): ReactNode {
  const t = useTexts();
  const fields = useTrainForm((state) => state.fields);
  const count = knobs.filter((knob) => differing.includes(knob)).length;
  const wrong = knobs.some((knob) => fieldProblem(KNOBS[knob], fields[knob]) !== null);
  return (
    <Group gap="sm" justify="space-between" pr="sm">
      <Text size="sm" fw={600} c={wrong ? 'var(--shelfwise-warning)' : undefined}>
        {t(`train.groups.${group}`)}
      </Text>
      {count > 0 ? (
        <Badge variant="light" radius="sm" styles={{ root: { textTransform: 'none' } }}>
          {t('train.differences', { count })}
        </Badge>
      ) : (
        <Text size="xs" c="dimmed">
          {t('train.noDifferences')}
        </Text>
      )}
    </Group>
  );
}
