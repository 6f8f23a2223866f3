/** Reactions run after the commit, as due work of their source; their events have ids that follow from it (design §9). */
import type { Subject } from '../chart/subject.ts';
import type { Composed } from '../compose/composed.ts';
import type { Json } from '../language/expressions.ts';
import type { Act, Actor } from './act.ts';
import type { Resolved } from './effects.ts';
import { derivedId } from './ids.ts';
import { linksOf, withLink } from './links.ts';
import type { Piece } from './piece.ts';
import { type Refusal, refusal } from './refusal.ts';
import type { EngineParts, Submission } from './runner-port.ts';
import type { DuePut } from './store-port.ts';

/** A chain of reactions longer than this is a circle. */
export const DEEPEST = 16;

/** What a reaction is, as due work keeps it. No personal value: references only. */
export interface ReactionWork {
  kind: 'reaction';
  eventId: string;
  plugin: string;
  reaction: string;
  n: number;
  onRefused: Resolved['onRefused'];
  depth: number;
  /** Until when a refused one is tried again. */
  since: string;
  actor: Pick<Actor, 'person' | 'post' | 'role' | 'unit'>;
  effect: { [key: string]: Json };
  values: { [key: string]: Json };
}

/** Due work of the reactions of a piece, in order. */
export function reactionsOf(definition: Composed, piece: Pick<Piece, 'decided' | 'depth' | 'ground'>): DuePut[] {
  return piece.decided.made.flatMap(({ entry, effects }) =>
    effects.map((effect): DuePut => {
      const { person, post, role, unit } = entry.actor;
      const what: ReactionWork = {
        kind: 'reaction',
        eventId: entry.eventId,
        plugin: pluginOf(definition, effect.reaction),
        reaction: effect.reaction,
        n: effect.n,
        onRefused: effect.onRefused,
        depth: piece.depth + 1,
        since: entry.at,
        actor: { person, post, role, unit },
        effect: headOf(effect.do),
        values: effect.values,
      };
      const key = `reaction:${entry.eventId}:${effect.reaction}:${effect.n}`;
      return { key, dueAt: piece.ground.moment.now, token: 1, what: what as unknown as DuePut['what'] };
    }),
  );
}

/** The plugin that a reaction belongs to: ids of plugins stand before a dot; else the chart. */
const pluginOf = (definition: Composed, reaction: string): string =>
  definition.plugins.find((plugin) => reaction.startsWith(`${plugin}.`)) ?? definition.chart;

/** An effect without its operands, which are resolved. */
const headOf = (effect: Resolved['do']): { [key: string]: Json } =>
  Object.fromEntries(Object.entries(effect).filter(([, part]) => typeof part === 'string'));

/**
 * The submissions that a reaction makes: one for `create`, one for each linked subject for `raise`.
 * A refusal where it cannot be made: an effect that this engine does not have, a chain too deep.
 */
export async function submissionsOf(
  parts: EngineParts,
  source: Subject,
  definition: Composed,
  work: ReactionWork,
): Promise<Submission[] | Refusal> {
  if (work.depth > DEEPEST) return refusal('CHAIN_TOO_DEEP');
  const { effect } = work;
  if (typeof effect.create === 'string') {
    const form = parts.district(source.district)?.current(effect.create)?.events[String(effect.event)]?.form;
    if (!form) return refusal('UNKNOWN_EVENT');
    const payload = withLink(form, work.values, source.id, String(effect.link));
    const act = actOf(parts, source, work, effect.create, String(effect.event), payload, '');
    return [{ district: source.district, kind: effect.create, acts: [act] }];
  }
  if (typeof effect.raise !== 'string') return refusal('CAPABILITY_MISSING');
  const targets = await targetsOf(parts, source, definition, String(effect.on));
  return targets.map(({ subject, kind }) => ({
    district: source.district,
    kind,
    subject,
    acts: [actOf(parts, source, work, kind, String(effect.raise), work.values, subject)],
  }));
}

/** Linked subjects: those that the source names by that kind of link, and those that name the source by it. */
async function targetsOf(
  parts: EngineParts,
  source: Subject,
  definition: Composed,
  on: string,
): Promise<{ subject: string; kind: string }[]> {
  const named = linksOf(definition, source).filter((link) => link.kind === on || link.to === on);
  const loaded = await parts.store.load(
    source.district,
    named.map(({ to }) => to),
  );
  const found = new Map(loaded.map((subject) => [subject.id, subject.kind]));
  for (const back of (await parts.linkedTo?.(source.district, source.id)) ?? []) {
    const [other] = await parts.store.load(source.district, [back.subject]);
    const otherDefinition = other && (await parts.district(source.district)?.byConduct(other.conduct));
    if (!other || !otherDefinition) continue;
    const links = linksOf(otherDefinition, other).filter((link) => link.to === source.id);
    if (links.some((link) => link.kind === on) || other.kind === on) found.set(other.id, other.kind);
  }
  return [...found].map(([subject, kind]) => ({ subject, kind }));
}

/** The act of a plugin on behalf of an event: under the post of the person where that may, else by the clock. */
function actOf(
  parts: EngineParts,
  source: Subject,
  work: ReactionWork,
  kind: string,
  type: string,
  payload: { [key: string]: Json },
  target: string,
): Act {
  const eventId = derivedId(work.eventId, work.plugin, work.reaction, work.n, target);
  const definition = parts.district(source.district)?.current(kind);
  const regions = [...Object.values(definition?.regions ?? {}), ...Object.values(definition?.pointRegions ?? {})];
  const by = new Set(regions.flatMap(({ rows }) => rows).flatMap((row) => (row.on === type ? (row.by ?? []) : [])));
  const clock = Object.entries(definition?.roles ?? {}).find(([, role]) => role.part === 'clock')?.[0] ?? 'clock';
  const actor = by.has(work.actor.role)
    ? work.actor
    : { person: 'system', post: 'system', role: clock, unit: work.actor.unit };
  return {
    eventId,
    type,
    payload,
    actor: { ...actor, plugin: work.plugin },
    cause: { eventId: work.eventId, reaction: work.reaction, n: work.n },
  };
}
