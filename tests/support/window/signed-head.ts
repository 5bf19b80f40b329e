import type { SignedHead } from '../../../src/shared/contract/audit';

/** The head of an audit log, as the engine answers it. */
export const SIGNED_HEAD: SignedHead = {
  text: [
    'shelfwise/0123456789abcdef/fedcba9876543210',
    '3',
    'CsUYapGGPo4dkMgIAUqom/Xajj7h2fB2MPA3j2jxq2I=',
    '',
    '— shelfwise/0123456789abcdef/fedcba9876543210 Az3grlgtzPICa5OS8npVmf1Myq/5IZniMp+ZJurmRDeOoRDe4URYN7u5/Zhcyv2q1gGzGku9nTo+zyWE+xeMcTOAYQ8=',
    '',
  ].join('\n'),
  size: 3,
  key: 'kept',
};
