// Checks licences and known vulnerabilities of all packages in the lock file; needs no installed package.
import { lockedPackages } from '../package/shipped.mjs';
import { SetupFailure } from '../setup/say.mjs';
import { knownAdvisories } from './advisories.mjs';
import { licenceProblems } from './licences.mjs';

const say = (text) => console.log(`audit: ${text}`);

/** Exits with status 1 if something has to be fixed or could not be determined. */
export async function audit() {
  const packages = lockedPackages();
  const problems = licenceProblems(packages);
  say(`licences of ${Object.keys(packages).length} packages: ${problems.length === 0 ? 'all allowed' : 'NOT ALLOWED'}`);
  for (const problem of problems) say(`  ${problem}`);
  if (!(await vulnerabilitiesAreGood()) || problems.length > 0) process.exitCode = 1;
}

async function vulnerabilitiesAreGood() {
  let advisories;
  try {
    advisories = await knownAdvisories();
  } catch (error) {
    if (!(error instanceof SetupFailure)) throw error;
    say(error.message);
    return false;
  }
  const refused = advisories.filter(({ refuses }) => refuses);
  const waiting = advisories.length - refused.length;
  say(`known vulnerabilities: ${refused.length} to deal with, ${waiting} in tools that can wait`);
  for (const { text, refuses } of advisories) say(`  ${refuses ? 'DEAL WITH' : 'can wait'}: ${text}`);
  return refused.length === 0;
}
