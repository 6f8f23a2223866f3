export { machineConfig, NONE, stateValue, toMachine, UNBORN } from './generate.ts';
export { type Oracle, oracleOf, runnable, stepMachine, verifyStep } from './step.ts';
