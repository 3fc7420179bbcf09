import type { Plan } from './plan.ts';

/**
 * Makes a failing plan small: takes away ever smaller parts of its steps as long as it goes on failing. Each step has a
 * chance of its own, so the others stay what they were.
 * @param fails runs a plan and says whether it fails
 * @param triesMax how many plans are run at most
 */
export async function shrunk(plan: Plan, fails: (plan: Plan) => Promise<boolean>, triesMax: number): Promise<Plan> {
  let small = plan;
  let tries = 0;
  for (let part = Math.ceil(plan.steps.length / 2); part >= 1; part = part === 1 ? 0 : Math.ceil(part / 2)) {
    for (let from = 0; from < small.steps.length && tries < triesMax; ) {
      const without = { ...small, steps: small.steps.filter((_, place) => place < from || place >= from + part) };
      tries += 1;
      if (await fails(without)) small = without;
      else from += part;
    }
  }
  return small;
}
