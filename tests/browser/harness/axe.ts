/** Accessibility, as far as a program can tell: axe-core's rules, run inside the page. */
import { readFileSync } from "node:fs";
import { createRequire } from "node:module";
import type { RunOptions, default as Axe } from "axe-core";
import type { Page } from "playwright-core";

const SOURCE = readFileSync(createRequire(import.meta.url).resolve("axe-core/axe.min.js"), "utf8");

const OPTIONS: RunOptions = {
  runOnly: { type: "tag", values: ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"] },
  // Off by default, as it is new in WCAG 2.2: things to press must be large enough for a finger.
  rules: { "target-size": { enabled: true } },
  resultTypes: ["violations"],
  // It would fetch style sheets by itself.
  preload: false,
};

export interface Violation {
  readonly rule: string;
  readonly impact: "serious" | "critical";
  readonly help: string;
  /** A CSS selector and the reason for each element in question. */
  readonly nodes: readonly { readonly target: string; readonly summary: string }[];
}

/** What is serious or critical on the page as it is now. */
export async function axeViolations(page: Page): Promise<readonly Violation[]> {
  // The debugging protocol evaluates this, which a content security policy does not apply to, unlike to a script tag.
  await page.evaluate(SOURCE);
  const { violations } = await page.evaluate(
    (options) => (globalThis as unknown as { axe: typeof Axe }).axe.run(document, options),
    OPTIONS,
  );
  return violations.flatMap(({ id, impact, help, nodes }) =>
    impact === "serious" || impact === "critical"
      ? [{
          rule: id,
          impact,
          help,
          nodes: nodes.map((node) => ({ target: node.target.join(" "), summary: node.failureSummary ?? "" })),
        }]
      : [],
  );
}

/** Throws what axe finds serious or critical. */
export async function expectAccessible(page: Page): Promise<void> {
  const violations = await axeViolations(page);
  if (violations.length > 0) {
    const lines = violations.flatMap(({ rule, impact, help, nodes }) => [
      `  ${impact}: ${help} (${rule})`,
      ...nodes.map(({ target, summary }) => `    ${target}: ${summary.replaceAll(/\s+/g, " ")}`),
    ]);
    throw new Error(`${page.url()} is not accessible:\n${lines.join("\n")}`);
  }
}
