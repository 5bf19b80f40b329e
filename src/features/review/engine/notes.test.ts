import { expect, it } from 'vitest';
import { temporaryWorkspace } from '../../../../tests/support/finished-run';
import { adoptNotes, noteOf, NOTES } from '../../../engine/kept/notes';
import { historyOf } from '../../../engine/kept/store';
import { importExchange } from './exchange';

const DATA = 'a'.repeat(64);
/** So many that copying them all for each one would never end. */
const MANY = 20_000;

it(
  'takes as many notes as a bundle or an exchange may bring, and keeps the replaced ones among the versions',
  { tags: ['thorough'] },
  async () => {
    const workspace = await temporaryWorkspace();
    const notes = Array.from({ length: MANY }, (_, at) => ({ profile: `p${at}`, text: 'ours', changedAt: null }));
    expect(await adoptNotes(workspace, DATA, notes)).toEqual({ taken: MANY, kept: 0 });
    const theirs = notes.map((note) => ({ ...note, text: 'theirs', changedAt: '2026-01-01T00:00:00.000Z' }));
    const exchange = {
      format: 'shelfwise-kept',
      formatVersion: 1,
      fingerprint: DATA,
      notes: theirs,
      decisions: [],
    } as const;
    const { conflicts } = await importExchange(
      workspace,
      DATA,
      { ...exchange, decisions: [] },
      { isKnown: () => true, theirs: theirs.map(({ profile }) => profile), save: true },
    );
    expect(conflicts).toHaveLength(MANY);
    const last = `p${MANY - 1}`;
    expect(await noteOf(workspace, DATA, last)).toMatchObject({ text: 'theirs', revision: 2 });
    const { versions } = await historyOf(NOTES, { workspace, fingerprint: DATA, key: last });
    expect(versions.map(({ text }) => text)).toEqual(['theirs', 'ours']);
  },
);
