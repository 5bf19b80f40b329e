import { RUN_INPUT } from '../../../cli/common-inputs';
import { defineCommand } from '../../../cli/command';
import { formatTable } from '../../../cli/layout';
import { PROFILE_INPUT, PROFILE_KEY_INPUT, profileOfRun } from '../../../cli/profile';
import { count, decimals } from '../../../cli/words';
import { MOST_NEIGHBOURS } from '../../../shared/limits';

export default defineCommand({
  name: 'neighbours',
  group: 'Look at profiles, titles and lists',
  summary: 'List the profiles that are most similar to one, in a run',
  inputs: {
    run: RUN_INPUT,
    profile: PROFILE_INPUT,
    count: { kind: 'integer', value: 'N', minimum: 1, maximum: MOST_NEIGHBOURS, default: 10, help: 'how many' },
    key: PROFILE_KEY_INPUT,
  },
  examples: ['neighbours --run rrt9psbyug --profile 196'],
  async run(context, { run, profile: typed, count: wanted, key }) {
    const profile = await profileOfRun(context, run, typed, key);
    const neighbours = await (await context.client()).profiles.neighbours({ runId: run, profile, count: wanted });
    const attributes = neighbours[0]?.attributes.map(({ name }) => name) ?? [];
    return {
      json: { neighbours },
      text: (terminal) =>
        neighbours.length === 0
          ? 'No profile is near: the model of this run has no latent space, or no other profile has a history.'
          : formatTable(
              terminal,
              [
                { title: 'profile' },
                { title: 'similarity', align: 'right' },
                { title: 'titles in common', align: 'right' },
                ...attributes.map((title) => ({ title, shrinkTo: 6 })),
              ],
              neighbours.map((other) => [
                other.profile,
                decimals(other.similarity, 3),
                `${count(other.shared)} of ${count(other.watched)}`,
                ...other.attributes.map(({ value, same }) => `${same ? '= ' : ''}${value ?? '–'}`),
              ]),
            ),
    };
  },
});
