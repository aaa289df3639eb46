/** 0001: the chain holds the programs of target/deploy. */
import { execute } from "../execute.ts";
import { type Plan, plan } from "../plan.ts";
import { PROGRAMS, type Program } from "../programs.ts";
import { type Context, type Step, type Task } from "../step.ts";

/** The step, for these programs. */
export function programsStep(programs: readonly Program[] = PROGRAMS): Step {
  return {
    id: "0001-programs",
    look: async (context) => {
      const plans = await Promise.all(programs.map((program) => plan(context.rpc, program, context.authority.address)));
      return plans.filter(({ action }) => action !== "nothing").map((each) => task(context, each));
    },
  };
}

function task({ rpc, authority, say }: Context, todo: Plan): Task {
  const { program, action, artefact, extension, rent } = todo;
  const growth = extension > 0 ? `, extend by ${extension} bytes` : "";
  let tenth = 0;
  const progress = (done: number, total: number) => {
    const reached = Math.floor((10 * done) / total);
    if (reached > tenth) {
      tenth = reached;
      say(`  ${program.name}: ${done} of ${total} bytes written`);
    }
  };
  return {
    what: `${action} ${program.name} ${program.address}, ${artefact.length} bytes${growth}`,
    lamports: rent,
    apply: async () => {
      await execute(rpc, authority, todo, progress);
      return [];
    },
  };
}
