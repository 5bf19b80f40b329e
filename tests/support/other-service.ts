import * as path from 'node:path';
import type { MappingFile } from '../../src/shared/contract/dataset';
import { temporaryFolder } from './finished-run';
import { writeTables } from './small-folder';

/** A folder of another service, read by a mapping. */
export async function otherService(): Promise<{ folder: string; mapping: MappingFile }> {
  const folder = path.join(await temporaryFolder(), 'service');
  await writeTables(folder, {
    'events.csv': ['who,what', 'a,1', 'a,2', 'b,2', 'b,3'],
    'who.csv': ['who,region,likes,level', 'a,11,K1|K2,5', 'b,26,K2,7'],
    'what.csv': ['what,title,kind', '1,One,K1', '2,Two,film', '3,Three,film'],
  });
  const mapping: MappingFile = {
    events: { file: 'events.csv', profile: 'who', item: 'what' },
    profiles: {
      file: 'who.csv',
      profile: 'who',
      attributes: [
        { name: 'region', kind: 'categorical', columns: ['region'] },
        { name: 'likes', kind: 'set', columns: ['likes'] },
        'level',
      ],
    },
    items: { file: 'what.csv', item: 'what', title: 'title', attributes: ['kind'] },
  };
  return { folder, mapping };
}
