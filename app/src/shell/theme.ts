/** Dark or light: as the reader's system says, unless the reader says otherwise. */
import { keep, kept } from "../kept.ts";

const KEY = "scrip.theme";

export type Theme = "system" | "light" | "dark";

export function chosenTheme(): Theme {
  const before = kept(KEY);
  return before === "light" || before === "dark" ? before : "system";
}

export function chooseTheme(theme: Theme): void {
  keep(KEY, theme === "system" ? undefined : theme);
  applyTheme();
}

export function applyTheme(): void {
  const theme = chosenTheme();
  if (theme === "system") {
    delete document.documentElement.dataset.theme;
  } else {
    document.documentElement.dataset.theme = theme;
  }
}
