/** All views, with what makes their forms and drawings. */
export { drawDiagram, flowList, stepsOf } from './diagram/index.ts';
export { formModel } from './forms/build.ts';
export { envelopeSchema } from './forms/envelope.ts';
export * from './model.ts';
export { STRINGS } from './strings.ts';
export { casePage } from './views/case.tsx';
export { deadlinesPage } from './views/deadlines.tsx';
export { deskPage, deskSubjectPage } from './views/desk.tsx';
export { eventsPage } from './views/events.tsx';
export { flowPage } from './views/flow.tsx';
export { ledgerPage } from './views/ledger.tsx';
export { membersPage } from './views/members.tsx';
export { signInPage } from './views/sign-in.tsx';
export { adminPage, helpPage, prefsPage } from './views/simple.tsx';
export { stepPage } from './views/step.tsx';
export { tasksPage } from './views/tasks.tsx';
export { conflictPage, errorPage } from './views/trouble.tsx';
