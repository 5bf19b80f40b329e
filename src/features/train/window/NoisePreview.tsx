import { Button, Group, Text } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { useState, type ReactNode } from 'react';
import { useTexts } from '../../../renderer/locales/use-texts';
import { hasLists } from '../../../shared/contract/run-life';
import { NEUTRAL_TUNING } from '../../../shared/contract/tuning';
import type { Dataset } from '../../../shared/contract/dataset';
import { MODEL_ROWS, type ModelName } from '../../../shared/recipe/models';
import { Query } from '../../../renderer/components/Query';
import { Section } from '../../../renderer/components/Section';
import { useEngine } from '../../../renderer/connection/engine-context';
import { useFormat } from '../../../renderer/locales/format';
import { useRunsOfDataset } from '../../../renderer/stores/engine-data';
import { useTrainForm } from '../../../renderer/stores/train-form';
import classes from './Train.module.css';

/** Long enough for a hidden share to be visible. */
const FEWEST_WATCHED = 8;
const MOST_SHOWN = 40;

/** What hiding a share of the history means, shown on a real profile with the engine's own seeded masks. */
export function NoisePreview({ dataset }: { dataset: Dataset }): ReactNode {
  const t = useTexts();
  const fields = useTrainForm((state) => state.fields);
  const run = useRunsOfDataset().find((one) => MODEL_ROWS[one.model].latent && hasLists(one));
  const share = fields['noise.dropout'];
  if (!MODEL_ROWS[fields.model as ModelName].latent || typeof share !== 'number') return null;
  if (run === undefined)
    return (
      <Section title={t('train.noise')}>
        <Text size="sm" c="dimmed">
          {t('train.noiseNeedsRun')}
        </Text>
      </Section>
    );
  return <Preview dataset={dataset} runId={run.runId} share={Math.min(1, Math.max(0, share))} />;
}

function Preview({ dataset, runId, share }: { dataset: Dataset; runId: string; share: number }): ReactNode {
  const t = useTexts();
  const format = useFormat();
  const { client } = useEngine();
  const [{ place, mask }, setWhich] = useState({ place: 0, mask: 0 });
  const preview = useQuery({
    queryKey: ['noise preview', runId, place, mask, share],
    queryFn: async () => {
      const { rows } = await client.profiles.page({
        data: dataset.fingerprint,
        start: place,
        end: place + 1,
        filter: { watched: { from: FEWEST_WATCHED } },
      });
      const profile = rows[0]?.profile;
      if (profile === undefined) return null;
      const [{ history }, { hidden }] = await Promise.all([
        client.profiles.open({ data: dataset.fingerprint, profile }),
        client.lists.show({ runId, profile, tuning: { ...NEUTRAL_TUNING, hidden: share, mask }, count: 1 }),
      ]);
      return { profile, history: history.slice(0, MOST_SHOWN), hidden: new Set(hidden) };
    },
    placeholderData: (before) => before,
  });
  return (
    <Section
      title={t('train.noise')}
      description={
        preview.data && t('train.noiseHelp', { share: format.percent(share, 0), profile: preview.data.profile })
      }
    >
      <Query of={preview} lines={2}>
        {(shown) =>
          shown === null ? null : (
            <>
              <ul className={classes.titles}>
                {shown.history.map(({ item, title }) => (
                  <li key={item} className={classes.title} data-hidden={shown.hidden.has(item) || undefined}>
                    {title ?? item}
                    {shown.hidden.has(item) && (
                      <span className="shelfwise-visually-hidden"> ({t('train.hiddenTitle')})</span>
                    )}
                  </li>
                ))}
              </ul>
              <Group gap="xs" mt="sm">
                <Button size="compact-sm" variant="default" onClick={() => setWhich({ place, mask: mask + 1 })}>
                  {t('train.anotherMask')}
                </Button>
                <Button size="compact-sm" variant="default" onClick={() => setWhich({ place: place + 1, mask })}>
                  {t('train.anotherProfile')}
                </Button>
              </Group>
            </>
          )
        }
      </Query>
    </Section>
  );
}
