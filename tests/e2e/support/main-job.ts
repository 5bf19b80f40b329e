/** The main job in steps, which mouse and keyboard each do in their own way. */
export interface MainJob {
  openFolder(folder: string): Promise<void>;
  trainQuick(): Promise<void>;
  /** Opens the profile in this row of the list, counted from 1, and answers its ID. */
  openProfile(row: number): Promise<string>;
  hideHalfOfTheHistory(): Promise<void>;
  resetTuning(): Promise<void>;
  nextProfile(): Promise<void>;
  exportSubmission(folder: string, name: string): Promise<void>;
}
