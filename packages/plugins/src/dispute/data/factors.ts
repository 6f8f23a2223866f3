/** Levels of warning and the factors that propose one (`warningRules` of the code lists); routes and claims. */
import { coded, date, instant, int, label, oneOf, text, titled, yes } from '@fengqiao/core';
import { z } from 'zod';
import * as codes from '../../domain/index.ts';

export const levels = ['unrated', 'blue', 'yellow', 'red'] as const;
export const levelTexts = {
  unrated: ['未定级', 'unrated'],
  blue: ['蓝色', 'blue'],
  yellow: ['黄色', 'yellow'],
  red: ['红色', 'red'],
} as const;
/** A field that holds a level. */
export const level = (zh: string, en: string) => oneOf(levelTexts, zh, en);

export const factorFields = {
  involvedPersons: int('涉及人数', 'persons involved', 0, 1_000_000).optional(),
  violenceRisk: oneOf(
    {
      none: ['无', 'none'],
      verbal_threat: ['言语威胁', 'verbal threat'],
      minor_physical: ['轻微肢体冲突', 'minor physical'],
      injury_or_weapon: ['伤害或持械', 'injury or weapon'],
    },
    '暴力风险',
    'risk of violence',
  ).optional(),
  selfHarmRisk: oneOf(
    { none: ['无', 'none'], hinted: ['有暗示', 'hinted'], explicit: ['明确表示', 'explicit'] },
    '自伤自杀风险',
    'risk of self-harm',
  ).optional(),
  gatheringRisk: oneOf(
    {
      none: ['无', 'none'],
      possible: ['可能', 'possible'],
      planned_or_occurring: ['已计划或发生', 'planned or occurring'],
    },
    '聚集风险',
    'risk of gathering',
  ).optional(),
  amountCny: titled(z.number().min(0).max(1e12), '涉及金额（元）', 'amount (yuan)').optional(),
  specialGroups: titled(
    z
      .array(
        z
          .enum([
            'minor',
            'elderly',
            'disabled',
            'dv_victim',
            'severe_mental_disorder',
            'migrant_wage',
            'hardship',
            'community_correction',
            'pregnant',
          ])
          .meta({
            labels: {
              minor: { zh: '未成年人', en: 'minor' },
              elderly: { zh: '老年人', en: 'elderly' },
              disabled: { zh: '残疾人', en: 'disabled' },
              dv_victim: { zh: '家庭暴力受害人', en: 'victim of domestic violence' },
              severe_mental_disorder: { zh: '严重精神障碍患者', en: 'severe mental disorder' },
              migrant_wage: { zh: '农民工欠薪', en: 'migrant workers unpaid' },
              hardship: { zh: '困难家庭', en: 'hardship' },
              community_correction: { zh: '社区矫正对象', en: 'community correction' },
              pregnant: { zh: '孕产妇', en: 'pregnant' },
            },
          }),
      )
      .max(9),
    '特殊群体',
    'special groups',
  ).optional(),
  priorMediationFailures: int('此前调解失败次数', 'earlier failed mediations', 0, 1000).optional(),
  policeCalls90d: int('近90日报警次数', 'police calls in 90 days', 0, 1000).optional(),
  petitions: int('同一事项信访次数', 'petitions on the matter', 0, 1000).optional(),
  skipLevelPetitionPlanned: yes('拟越级上访', 'skip-level petition planned').optional(),
  publicity: oneOf(
    {
      none: ['无', 'none'],
      local_online: ['本地网络', 'local online'],
      trending_or_media: ['热点或媒体', 'trending or media'],
    },
    '舆情',
    'publicity',
  ).optional(),
  durationDays: int('持续时间（日）', 'duration in days', 0, 100_000).optional(),
  crossArea: yes('跨区域或跨行业', 'across areas or trades').optional(),
  livelihoodImpact: yes('影响基本生活', 'touches livelihood').optional(),
  sensitivePeriod: yes('重要时间节点', 'sensitive period').optional(),
  deathInvolved: yes('涉及死亡', 'death involved').optional(),
  suspectedCrime: yes('涉嫌犯罪', 'suspected crime').optional(),
  safetyHazard: yes('现实安全隐患', 'safety hazard').optional(),
};
export const factors = titled(z.object(factorFields), '研判指标', 'factors');
export const claim = z.object({
  id: label('编号', 'id', 1, 20, { auto: 'id' }),
  text: text('诉求内容', 'claim', 2, 1000),
});
export const route = z.object({
  route: coded('procedures', codes.procedures, '途径', 'route'),
  authority: label('有权处理的机关', 'authority', 2, 100),
  limit: label('期限', 'limit', 1, 100),
  dueDate: date('届满日', 'due on').optional(),
});
export const handover = z.object({
  unit: label('接收单位', 'receiving unit', 2, 100),
  at: instant('移交时间', 'handed over at'),
});
