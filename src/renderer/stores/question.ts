/** A question that the window asks in a dialog. */
import { create, type StoreApi, type UseBoundStore } from 'zustand';

export type Question<Asked, Answer> = Asked & { readonly answer: (answer: Answer) => void };

/**
 * @param none the answer to a question that another replaces
 * @returns the store that a dialog shows, and the function that asks
 */
export function makeQuestion<Asked extends object, Answer>(
  none: Answer,
): {
  useQuestion: UseBoundStore<StoreApi<{ open: Question<Asked, Answer> | null }>>;
  ask: (asked: Asked) => Promise<Answer>;
} {
  const useQuestion = create<{ open: Question<Asked, Answer> | null }>()(() => ({ open: null }));
  const ask = (asked: Asked): Promise<Answer> => {
    useQuestion.getState().open?.answer(none);
    return new Promise((resolve) => {
      const answer = (given: Answer): void => {
        useQuestion.setState({ open: null });
        resolve(given);
      };
      useQuestion.setState({ open: { ...asked, answer } });
    });
  };
  return { useQuestion, ask };
}
