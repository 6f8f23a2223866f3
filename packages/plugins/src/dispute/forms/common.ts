/** Fields that several forms of the dispute chart share (`dispute.md` §7). */
import { file, label, oneOf, refer, refers, text, titled } from '@fengqiao/core';
import { z } from 'zod';

export const how = (zh: string, en: string) =>
  oneOf({ oral: ['口头', 'oral'], written: ['书面', 'written'], online: ['线上', 'online'] }, zh, en);
export const reason = (minimum = 5) => text('理由', 'reason', minimum, 1000);
export const theParty = refer('party', '当事人', 'party');
/** Filled by the system from the state that was shown, checked again at commit. */
export const members = (zh: string, en: string) => refers('party', zh, en).optional();
export const proof = titled(
  z.union([
    file('文件', 'file'),
    z.string().min(2).max(300).meta({ title: '凭据说明', en: 'description of the proof', personal: true }),
  ]),
  '凭据',
  'proof',
);
export const signature = titled(
  z.object({
    party: refer('party', '签名的当事人', 'party').optional(),
    name: text('签名人', 'signed by', 2, 50).optional(),
    kind: oneOf(
      {
        signature: ['签名', 'signature'],
        seal: ['盖章', 'seal'],
        fingerprint: ['指印', 'fingerprint'],
        eSignature: ['电子签名', 'e-signature'],
        refused: ['拒绝签名', 'refused to sign'],
      },
      '方式',
      'kind',
    ),
  }),
  '签名',
  'signature',
);
export const signatures = titled(z.array(signature).max(120), '签名', 'signatures');
export const caseNo = label('案号', 'case number', 2, 80);
export const documentNo = label('文书号', 'document number', 2, 80);
