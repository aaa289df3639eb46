/** The two tables at the end. */
import Table from "cli-table3";
import { fromScaled } from "./actions.ts";
import type { Life } from "./life.ts";
import { type Step, clock, raw } from "./stage.ts";

const PLAIN = { style: { head: [], border: [] } };

export function showShares(lives: readonly Life[]): void {
  const table = new Table({
    head: ["share", "action", "effective", "multiplier", "on mainnet", "supply"],
    ...PLAIN,
  });
  for (const { symbol, action, multiplier, supply } of lives) {
    const held = `${raw(supply.raw)}\n= ${supply.ui} shares`;
    const ratio = `${action.kind} ${action.previousMultiplier} × ${action.ratio.join("/")}`;
    table.push([symbol, ratio, clock(action.effectiveAt), fromScaled(multiplier), action.newMultiplier, held]);
  }
  console.log(table.toString());
}

export function showCosts(steps: readonly Step[]): void {
  const table = new Table({
    head: ["instruction", "times", "least CU", "most CU"],
    colAligns: ["left", "right", "right", "right"],
    ...PLAIN,
  });
  const costs = new Map<string, number[]>();
  for (const { instruction, computeUnits, refused } of steps) {
    const name = refused ? `${instruction}, refused` : instruction;
    costs.set(name, [...(costs.get(name) ?? []), Number(computeUnits)]);
  }
  for (const [name, units] of costs) {
    table.push([name, units.length, Math.min(...units).toLocaleString("en"), Math.max(...units).toLocaleString("en")]);
  }
  console.log(table.toString());
}
