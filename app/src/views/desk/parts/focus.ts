/** Where the keyboard is while forms come, work, and go. */
import { type RefObject, useEffect, useRef } from "react";

type Form = RefObject<HTMLFormElement | null>;

/** The first field, or button, has the focus when the form opens; when it closes, what had it before, or is near it. */
export function useFocusWithin(form: Form): void {
  useEffect(() => {
    const before = document.activeElement;
    const home = form.current?.parentElement;
    form.current?.querySelector<HTMLElement>("input, select, button")?.focus();
    return () => {
      // The button that opened it may be gone, as what it does is done.
      const after = before instanceof HTMLElement && before.isConnected ? before : home?.querySelector<HTMLElement>("a, button");
      after?.focus();
    };
  }, [form]);
}

/** A button that cannot be pressed for a while loses the focus: it comes back to the form's first button. */
export function useFocusBack(form: Form, busy: boolean): void {
  const was = useRef(false);
  useEffect(() => {
    if (was.current && !busy && document.activeElement === document.body) {
      form.current?.querySelector<HTMLElement>("button:not(:disabled)")?.focus();
    }
    was.current = busy;
  }, [form, busy]);
}
