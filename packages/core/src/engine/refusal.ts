/** One shape of refusal for charts, engine, pages and API (design §12). */
import type { Json } from '../language/expressions.ts';
import type { Text } from '../language/text.ts';

/** Codes of refusals, in the order of the gates. The closed list; `docs/errors.md` is compared with it by a test. */
export const REFUSALS = {
  SIGNED_OUT: { status: 401, zh: '请先登录', en: 'sign in first' },
  UNKNOWN_SUBJECT: { status: 404, zh: '没有找到该事项', en: 'no such subject' },
  UNKNOWN_EVENT: { status: 404, zh: '没有这个办理事项', en: 'no such event' },
  ROLE_NOT_ALLOWED: { status: 403, zh: '您的岗位不能办理此事项', en: 'your post may not do this' },
  INVALID_PAYLOAD: { status: 422, zh: '填写内容有误', en: 'the form has errors' },
  WRONG_STATE: { status: 409, zh: '当前环节不能办理此事项', en: 'this cannot be done at this stage' },
  RULE_FAILED: { status: 409, zh: '条件未满足', en: 'a condition is not met' },
  BLOCKED_BY: { status: 409, zh: '须先完成其他环节', en: 'another step must be done first' },
  TERM_PASSED: { status: 409, zh: '期限已过', en: 'the time limit has passed' },
  DUPLICATE: { status: 409, zh: '该编号已被使用', en: 'this number is taken' },
  CONFLICT: { status: 409, zh: '内容已被他人修改', en: 'somebody else has changed this' },
  EVENT_ID_REUSED: { status: 409, zh: '该表单已提交过其他内容', en: 'this form was already sent with other content' },
  CAPABILITY_MISSING: { status: 503, zh: '所需的信息服务暂不可用', en: 'a source of facts is not available' },
  VERSION_NOT_HERE: { status: 503, zh: '本机没有该版本的流程', en: 'this host does not have that version' },
  EVENT_UNWRITABLE: { status: 500, zh: '该事项无法保存', en: 'the event cannot be written' },
  BUSY: { status: 503, zh: '系统繁忙，请稍后重试', en: 'busy, try again' },
  UNAVAILABLE: { status: 503, zh: '数据库暂不可用，请稍后重试', en: 'the database is not available, try again' },
  CHAIN_TOO_DEEP: { status: 500, zh: '反应链过长', en: 'the chain of reactions is too deep' },
} as const satisfies Record<string, Text & { status: number }>;
export type RefusalCode = keyof typeof REFUSALS;

export interface Cure extends Text {
  event?: string;
  who?: string[];
}
export interface Reason {
  code: RefusalCode;
  /** Name of the guard (`everyConsented`) or id of the rule. */
  rule?: string;
  /** Ids of the rules of law (`R-PM-02`). */
  law?: string[];
  basis?: string;
  plugin?: string;
  /** Dotted path of the field. */
  path?: string;
  /** Place in a sitting, from 0, with its event. */
  step?: number;
  event?: string;
  text: Text;
  /** What exactly is missing, derived from the condition. */
  unmet?: Text[];
  cure?: Cure[];
  found?: Json;
}
export interface Refusal {
  ok: false;
  status: number;
  code: RefusalCode;
  reasons: Reason[];
}
export const refusal = (code: RefusalCode, reasons: Reason[] = []): Refusal => ({
  ok: false,
  status: REFUSALS[code].status,
  code,
  reasons: reasons.length ? reasons : [{ code, text: { zh: REFUSALS[code].zh, en: REFUSALS[code].en } }],
});
