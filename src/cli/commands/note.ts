import { defineCommand } from '../command';
import { DATA_INPUT } from '../common-inputs';
import { resolveData } from '../data';

export const noteCommand = defineCommand({
  name: 'note',
  summary: 'Show the note on a profile, or write it',
  inputs: {
    data: DATA_INPUT,
    profile: { kind: 'text', required: true, value: 'ID', help: 'the profile' },
    text: { kind: 'text', value: 'TEXT', help: 'write this in place of what is there; "" takes it away' },
  },
  examples: ['note --data 3f2a9c10 --profile 196', 'note --data 3f2a9c10 --profile 196 --text "likes trains"'],
  async run(context, { data: typed, profile, text }) {
    const { fingerprint: data } = await resolveData(context, typed);
    const client = await context.client();
    const known = await client.profiles.note({ data, profile });
    const note =
      text === undefined ? known : await client.profiles.setNote({ data, profile, text, revision: known.revision });
    return { json: note, text: () => (note.text === '' ? `There is no note on profile ${profile}.` : note.text) };
  },
});
