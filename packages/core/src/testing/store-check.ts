/** What a check of a store is, and what checks share. */
import assert from 'node:assert/strict';
import type { CommitResult, Store } from '../engine/store-port.ts';

/** A store with what the checks need beside the port. */
export interface TestedStore {
  store: Store;
  setReference(district: string, number: number): Promise<void>;
  linkedTo(district: string, subject: string): Promise<{ subject: string; kind: string }[]>;
  personal(district: string, refs: string[]): Promise<Map<string, string>>;
}
export interface StoreCheck {
  name: string;
  /** Works in a district of its own: checks may share a store. */
  run(tested: TestedStore, district: string): Promise<void>;
}

/** The results of commits, without what makes them differ from run to run. */
export const verdicts = (results: readonly CommitResult[]): string[] => results.map((result) => result.ok);
/** Loads one subject that must be there. */
export const loaded = async (store: Store, district: string, id: string) => {
  const [subject] = await store.load(district, [id]);
  assert.ok(subject, 'the subject is there');
  return subject;
};
