// Checks licences and known vulnerabilities of all packages in the lock files; needs no installed package.
import { lockedPackages, packagesOfMutation } from '../package/shipped.mjs';
import { SetupFailure } from '../setup/say.mjs';
import { knownAdvisories } from './advisories.mjs';
import { licenceProblems } from './licences.mjs';

const say = (text) => console.log(`audit: ${text}`);

/** Exits with status 1 if something has to be fixed or could not be determined. */
export async function audit() {
  const sets = [lockedPackages(), packagesOfMutation()];
  const problems = sets.flatMap(licenceProblems);
  const count = sets.reduce((sum, packages) => sum + Object.keys(packages).length, 0);
  say(`licences of ${count} packages: ${problems.length === 0 ? 'all allowed' : 'NOT ALLOWED'}`);
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
