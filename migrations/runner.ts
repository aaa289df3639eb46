/**
 * Goes through the steps in their order: looks, says what is left to do and what it costs, and does it if it may.
 *
 * It may be interrupted at any point and run again: a step that is done finds nothing to do.
 */
import { record } from "./journal.ts";
import { type Context, type Step, type Task, sol } from "./step.ts";

/** What is left to do, by step. */
export type Left = ReadonlyMap<string, readonly Task[]>;

/** Says what every step would do. Changes nothing. */
export async function dryRun(steps: readonly Step[], context: Context): Promise<Left> {
  const left = new Map<string, readonly Task[]>();
  for (const step of steps) {
    const tasks = await step.look(context);
    describe(step, tasks, context);
    left.set(step.id, tasks);
  }
  const tasks = [...left.values()].flat();
  if (tasks.length > 0) {
    const lamports = tasks.reduce((sum, task) => sum + task.lamports, 0n);
    context.say(`to do: ${tasks.length}; locks ${sol(lamports)} SOL as rent, and fees come on top`);
  }
  return left;
}

/** Does all that is left to do. Returns how many tasks there were. */
export async function apply(steps: readonly Step[], context: Context): Promise<number> {
  const genesis = await context.rpc.getGenesisHash().send();
  let done = 0;
  for (const step of steps) {
    const tasks = await step.look(context);
    describe(step, tasks, context);
    for (const task of tasks) {
      const signatures = await task.apply();
      record(genesis, { at: new Date().toISOString(), step: step.id, what: task.what, signatures });
      context.say(`  done: ${task.what}${signatures.length > 0 ? `, ${signatures.join(", ")}` : ""}`);
      done += 1;
    }
    const [left] = tasks.length > 0 ? await step.look(context) : [];
    if (left) {
      throw new Error(`${step.id} was applied, and the chain still wants: ${left.what}; run it again, and report it if it stays`);
    }
  }
  return done;
}

function describe(step: Step, tasks: readonly Task[], { say }: Context): void {
  say(`${step.id}: ${tasks.length === 0 ? "up to date" : `${tasks.length} to do`}`);
  for (const { what, lamports } of tasks) {
    say(`  ${what}${lamports > 0n ? `, locks ${sol(lamports)} SOL` : ""}`);
  }
}
