import { ShelfwiseError } from '../../../shared/errors';
import { say } from '../../../shared/words/sentence';
import { defineCommand } from '../../../cli/command';
import { DATA_INPUT } from '../../../cli/common-inputs';
import { resolveData } from '../../../cli/data';
import { PROFILE_INPUT, PROFILE_KEY_INPUT, profileOfData } from '../../../cli/profile';
import { stepTo, versionTable } from '../../../cli/history';

export default defineCommand({
  name: 'note',
  group: 'Look at profiles, titles and lists',
  summary: 'Show the note on a profile, write it, or step back to what it was',
  inputs: {
    data: DATA_INPUT,
    profile: PROFILE_INPUT,
    text: { kind: 'text', value: 'TEXT', help: 'write this in place of what is there; "-" takes it away' },
    key: PROFILE_KEY_INPUT,
    history: { kind: 'flag', help: 'list what it was before' },
    back: { kind: 'flag', help: 'make it what it was one version before' },
    forward: { kind: 'flag', help: 'undo one --back' },
  },
  examples: [
    'note --data 3f2a9c10 --profile 196',
    'note --data 3f2a9c10 --profile 196 --text "likes trains"',
    'note --data 3f2a9c10 --profile 196 --back',
  ],
  async run(context, { data: typedData, profile: typedProfile, text, history, back, forward, key }) {
    if ([text !== undefined, history, back, forward].filter(Boolean).length > 1)
      throw new ShelfwiseError('usage', say('profile.one-note-option'));
    const { fingerprint: data } = await resolveData(context, typedData);
    const profile = await profileOfData(context, data, typedProfile, key);
    const client = await context.client();
    const told = (note: { text: string }) => ({
      json: note,
      text: () => (note.text === '' ? `There is no note on profile ${profile}.` : note.text),
    });
    if (text !== undefined) {
      const { revision } = await client.profiles.note({ data, profile });
      return told(await client.profiles.setNote({ data, profile, text: text === '-' ? '' : text, revision }));
    }
    if (!history && !back && !forward) return told(await client.profiles.note({ data, profile }));
    const { revision, versions } = await client.profiles.noteHistory({ data, profile });
    if (history)
      return {
        json: { profile, versions },
        text: (terminal) =>
          versions.length === 0
            ? `There never was a note on profile ${profile}.`
            : versionTable(terminal, versions, [
                { title: 'note', shrinkTo: 10, cell: (version) => version.text || '–' },
              ]),
      };
    const { revision: to } = stepTo(versions, back ? 'back' : 'forward');
    return told(await client.profiles.restoreNote({ data, profile, revision, to }));
  },
});
