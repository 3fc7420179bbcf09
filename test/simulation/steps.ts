import type { What } from './plan.ts';
import { aboutReceipts } from './stepsAtCounter.ts';
import { faults } from './stepsOfFaults.ts';
import { officeWork } from './stepsOfOffice.ts';
import type { World } from './world.ts';

/** What each kind of step does. One that finds nothing to do does nothing. */
export const STEPS: Record<What, (world: World) => Promise<void>> = { ...aboutReceipts, ...officeWork, ...faults };
