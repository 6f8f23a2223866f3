/** The pages that the host fills: one place where their names are known. */
export { drawDiagram, flowList, stepsOf } from '../pages/diagram/index.ts';
export { casePage } from '../pages/views/case.tsx';
export { deadlinesPage } from '../pages/views/deadlines.tsx';
export { deskPage, deskSubjectPage } from '../pages/views/desk.tsx';
export { eventsPage } from '../pages/views/events.tsx';
export { flowPage } from '../pages/views/flow.tsx';
export { ledgerPage } from '../pages/views/ledger.tsx';
export { membersPage } from '../pages/views/members.tsx';
export { signInPage } from '../pages/views/sign-in.tsx';
export { helpPage, prefsPage } from '../pages/views/simple.tsx';
export { stepPage } from '../pages/views/step.tsx';
export { tasksPage } from '../pages/views/tasks.tsx';
export { conflictPage, errorPage } from '../pages/views/trouble.tsx';
