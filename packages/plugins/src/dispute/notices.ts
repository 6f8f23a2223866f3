/** Words of the notices that the dispute chart sends: shown in the case and to whoever holds the role. */
import type { CodeItem, Text } from '@fengqiao/core';

const texts: { [code: string]: [zh: string, en: string] } = {
  routesTold: ['请告知当事人其他途径及期限', 'tell the parties the other routes and their limits'],
  mediationEnded: [
    '调解已终结，已告知其他途径及期限',
    'the mediation has ended; other routes and their limits are told',
  ],
  reportToCourt: ['调解结果须报告委派（委托）法院', 'the result is reported to the court that handed the case over'],
  declined: ['移交的案件未予受理', 'the case that was handed over was not accepted'],
  feedback: ['办结情况须反馈移送单位', 'the body that handed the case over is told how it ended'],
  policeCertificate: ['协议已生效，可以应申请出具证明', 'the agreement is in force; a certificate may be asked for'],
  policeReportDue: ['有激化为治安、刑事案件的可能，须立即报告公安机关', 'the police must be told at once'],
  policeReported: ['已报告公安机关', 'the police have been told'],
  redSet: ['已定为红色预警', 'the level is red'],
  raised: ['预警等级已调高，须启动相应预案', 'the level was raised: its plan must start'],
  raiseProposed: ['预案两次逾期未启动，建议调高等级', 'the plan was late twice: a raise is proposed'],
  statusRed: ['红色事项进展已报告', 'status of a red dispute was reported'],
  termExpired: ['期限届满', 'a time limit is over'],
  escalated: ['已提级', 'one rung up'],
  visitUnsatisfied: ['回访不满意，重新处理', 'the visit was unsatisfied: it is handled again'],
  writtenAnswerDue: ['回访不满意，须书面答复并告知途径', 'unsatisfied: a written answer with the routes is due'],
  endCaseOffered: [
    '逾期未选定调处方式，可以终结办理并告知途径',
    'no channel was chosen in time: the case may be ended with the routes told',
  ],
  terminateOffered: ['期限届满，可以延期或者终止调解', 'the limit is over: extend it or terminate'],
  departure: ['当事人退出，须书面通知', 'a party left: it is told in writing'],
  replaceMediator: ['当事人不接受调解员，须更换', 'a party does not accept the mediator: replace'],
  conflictDeclared: ['调解员声明有应当回避的情形', 'a mediator declared a conflict'],
  otherChannel: [
    '已多次调解未成，可以建议其他调处方式',
    'several sessions came to nothing: another channel may be offered',
  ],
  sessionScheduled: ['已约定调解', 'a session is scheduled'],
  sessionCancelled: ['调解已取消', 'the session is cancelled'],
  textReady: ['协议文本待签署', 'the text waits for signatures'],
  supplementAsked: ['须补正材料', 'a supplement is asked for'],
  courtEnquiry: ['法院询问', 'an enquiry of the court'],
  leaveAsked: ['申请撤回司法确认申请', 'leave to withdraw the application is asked'],
  confirmationDismissed: ['司法确认申请被驳回', 'the application for confirmation was dismissed'],
  overdue: ['义务逾期未履行，须督促', 'an obligation is overdue: urge'],
  urged: ['请履行协议义务', 'perform the agreement'],
  objectionDecided: ['异议已作出裁定', 'the objection is decided'],
  restorationAsked: ['申请顺延期限，转送法院', 'restoration of a limit is asked of the court'],
  guided: ['已引导其他途径', 'another route or help was shown'],
  complaint: ['投诉调解员', 'a complaint of a mediator'],
  assigned: ['已指定您承办', 'you are assigned'],
  fileReturned: ['卷宗退回，缺少材料', 'the file is returned: papers are missing'],
  merged: ['已并入原案办理', 'merged into the original case'],
  partiesProposed: [
    '并入的登记中有未列入的当事人，请核对是否追加',
    'the duplicate named parties that may have to be added',
  ],
  succession: ['当事人由承继人承继', 'a successor takes the place of a party'],
  shamSuspected: ['发现虚假调解嫌疑', 'sham mediation is suspected'],
};

export const notices: { [notice: string]: Text } = Object.fromEntries(
  Object.entries(texts).map(([code, [zh, en]]) => [code, { zh, en }]),
);

const list = (items: { [code: string]: [zh: string, en: string] }): CodeItem[] =>
  Object.entries(items).map(([code, [zh, en]]) => ({ code, zh, en }));
/** Codes that the ledger shows and the domain does not list. */
export const ledgerCodes: { [codes: string]: CodeItem[] } = {
  plans: list({
    'plan.blue': ['蓝色预案', 'blue plan'],
    'plan.yellow': ['黄色预案', 'yellow plan'],
    'plan.red': ['红色预案', 'red plan'],
  }),
  performance: list({
    none: ['无义务', 'none'],
    not_due: ['未到期', 'not due'],
    overdue: ['逾期未履行', 'overdue'],
    performed: ['已履行', 'performed'],
    replaced: ['被替代', 'replaced'],
    ended: ['已终结', 'ended'],
  }),
  visitState: list({
    none: ['未回访', 'none'],
    reached: ['已回访', 'reached'],
    very_satisfied: ['非常满意', 'very satisfied'],
    satisfied: ['满意', 'satisfied'],
    basically: ['基本满意', 'basically satisfied'],
    no_answer: ['未评价', 'no answer'],
    unsatisfied: ['不满意', 'unsatisfied'],
    waived: ['免予回访', 'waived'],
  }),
};
