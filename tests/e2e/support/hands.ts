/** What a curator does, in steps that mouse and keyboard each do in their own way. */
export interface Hands {
  /** From the welcome screen: names a folder, looks at what is in it, has it read. */
  openFolder(folder: string): Promise<void>;
  /** From the welcome screen. */
  openSample(): Promise<void>;
  /** From Data. */
  trainQuick(): Promise<void>;
  /** From Train, once the run has ended: goes to what it scores. */
  seeRun(name: string): Promise<void>;
  /** Opens the profile in this row of the list, counted from 1, and answers its ID. */
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
  compareRuns(names: readonly string[]): Promise<void>;
  /** From the screen of a run. */
  verify(): Promise<void>;
  /** Into a folder that is not the one where the dialog begins, under another name than it proposes. */
  exportSubmission(folder: string, name: string): Promise<void>;
  /** Where the last export went, under the name that is proposed. */
  exportAgain(): Promise<void>;
}
