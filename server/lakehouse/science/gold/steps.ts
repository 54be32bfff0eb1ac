import { customerStep } from './customer-step.ts';
import { demandStep } from './demand-step.ts';
import { pricesStep } from './prices-step.ts';
import { rulesStep } from './rules-step.ts';
import type { ScienceStep } from './science-step.ts';

/** What our own statistics make of a lake, in the order it is made: a step may read the tables of the ones before. */
export const SCIENCE_STEPS: readonly ScienceStep[] = [demandStep, pricesStep, rulesStep, customerStep];
