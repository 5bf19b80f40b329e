/** Whether a child is shown as a shelf or as a list. Kept: a curator works by covers or by figures. */
import { create } from 'zustand';
import { persist } from 'zustand/middleware';

interface Form {
  form: 'shelf' | 'list';
}

export const useForm = create<Form>()(
  persist((): Form => ({ form: 'shelf' }), { name: 'shelfwise.child-form', version: 1 }),
);

export const toggleForm = (): void =>
  void useForm.setState(({ form }) => ({ form: form === 'shelf' ? 'list' : 'shelf' }));
