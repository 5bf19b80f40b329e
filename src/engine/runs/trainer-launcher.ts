/** How the engine gets a fresh process that trains: given by its host, because each host forks in its own way. */

export interface TrainerJob {
  workspaceFolder: string;
  runFolder: string;
  /** Variables to set at the trainer's birth; null unsets. */
  environment: Record<string, string | null>;
}

export interface Trainer {
  /** Never rejects. `output` is the last 4 KB of what the process printed. */
  readonly ended: Promise<{ code: number | null; signal: string | null; output: string }>;
  kill(): void;
}

export interface TrainerLauncher {
  launch(job: TrainerJob): Trainer;
}
