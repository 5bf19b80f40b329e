/** A curator's steps, which mouse and keyboard each do in their own way. */
export interface Hands {
  /** From the welcome screen: picks a folder, looks at its contents, and has it read. */
  openFolder(folder: string): Promise<void>;
  /** From the welcome screen. */
  openSample(): Promise<void>;
  /** From Data. */
  trainQuick(): Promise<void>;
  /** From Train, once the run has ended: opens its scores. */
  seeRun(name: string): Promise<void>;
  /** Opens the profile in this row of the list, counted from 1, and returns its ID. */
  openProfile(row: number): Promise<string>;
  /** What the open profile watched in the hold-out. */
  seeHits(): Promise<void>;
  /** Why the first title of the list is in it. */
  askWhy(): Promise<void>;
  hideHalfOfTheHistory(): Promise<void>;
  resetTuning(): Promise<void>;
  /** Writes a note on the open profile and saves it. */
  writeNote(text: string): Promise<void>;
  nextProfile(): Promise<void>;
  markReviewed(): Promise<void>;
  /** From Profiles: filters by profiles with a note, and saves the filter. */
  saveSegment(name: string): Promise<void>;
  /** Opens the only title that has this text in its name. */
  findTitle(text: string): Promise<void>;
  /** From an open title: what it takes for it to reach as many profiles as are proposed, and the first of it as a rule. */
  makeRuleOfAudience(): Promise<void>;
  /** From any screen: a campaign with this title at the top, seen with its effect and added to the rules. */
  writeRule(title: string): Promise<void>;
  /** Decides about the first two children of the deck; returns their IDs. */
  reviewTwo(): Promise<readonly [string, string]>;
  /** From Review: decides at once about all lists that are like the one on top, and takes it back. */
  decideAlike(): Promise<void>;
  compareRuns(names: readonly string[]): Promise<void>;
  /** From two runs beside each other: what changed in their lists. */
  seeWhatChanged(): Promise<void>;
  /** From What changed: decides in one pass about all lists that changed, and takes it back. */
  decideChanged(): Promise<void>;
  /** From any screen: opens the page of a saved segment. */
  openSegment(name: string): Promise<void>;
  /** From the screen of a run: its report, with what changed since the first of the other runs. */
  reportSince(): Promise<void>;
  /** From What changed: takes the later run's lists as they were exported first. */
  takeExported(): Promise<void>;
  /** From the screen of a run. */
  verify(): Promise<void>;
  /** Into another folder than the dialog's first, under another name than proposed. */
  exportSubmission(folder: string, name: string): Promise<void>;
  /** To the last export's folder, under the proposed name. */
  exportAgain(): Promise<void>;
}
