/**
 * Only the newest question counts. One is under way at a time; of later ones only the last waits. A dragged slider thus
 * neither queues questions nor gets answers out of order.
 */
export interface Latest<Question> {
  ask: (question: Question) => void;
  /** Stops all reports. */
  close: () => void;
}

interface LatestOptions<Question, Answer> {
  call: (question: Question) => Promise<Answer>;
  /** Called in the order of the questions; `newest` is false if a newer question already waits. */
  onAnswer: (answer: Answer, question: Question, newest: boolean) => void;
  /** Called for the newest question only. */
  onError: (error: unknown, question: Question) => void;
  /** Schedules a question: on the next animation frame in the window. Returns a function that cancels it. */
  schedule: (act: () => void) => () => void;
}

export function createLatest<Question, Answer>(options: LatestOptions<Question, Answer>): Latest<Question> {
  const { call, onAnswer, onError, schedule } = options;
  let waiting: { question: Question } | null = null;
  let underWay = false;
  let closed = false;
  let unschedule: (() => void) | null = null;

  const send = (): void => {
    unschedule = null;
    if (waiting === null || underWay || closed) return;
    const { question } = waiting;
    waiting = null;
    underWay = true;
    call(question)
      .then(
        (answer) => {
          if (!closed) onAnswer(answer, question, waiting === null);
        },
        (thrown: unknown) => {
          if (!closed && waiting === null) onError(thrown, question);
        },
      )
      .finally(() => {
        underWay = false;
        send();
      });
  };

  return {
    ask: (question) => {
      waiting = { question };
      if (!underWay) unschedule ??= schedule(send);
    },
    close: () => {
      closed = true;
      unschedule?.();
    },
  };
}

export const onNextFrame = (act: () => void): (() => void) => {
  const frame = requestAnimationFrame(act);
  return () => cancelAnimationFrame(frame);
};
