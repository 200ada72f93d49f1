import { memoryJournal } from '@lienthong/core';
import { describe, expect, it } from 'vitest';
import type { Place } from './bench.js';
import { brokenPlaces } from './broken-places.js';
import { brokenStores } from './broken-stores.js';
import { runCase } from './case.js';
import { contractCases } from './cases.js';
import { deviates } from './store-contract.js';

/** Long enough for any case in memory but the largest, short enough to wait for a store that hangs. */
const PATIENCE_MS = 2_000;

const fails = async (id: string, because: RegExp, place: () => Promise<Place>): Promise<void> => {
  const found = contractCases.find((one) => one.id === id);
  if (found === undefined) throw new Error(`no case ${id}`);
  const patience = id === 'E10' ? (found.patience ?? 0) : PATIENCE_MS;
  await expect(runCase(place, { ...found, patience })).rejects.toThrow(because);
};

describe('the contract of a journal finds every store that is broken on purpose', () => {
  for (const { breaks, does, because, how } of brokenStores) {
    it(`${breaks} finds one that ${does}`, () =>
      fails(breaks, because, async () => ({ open: async (clock) => how(memoryJournal({ clock })) })));
  }
  for (const { breaks, does, because, place } of brokenPlaces) {
    it(`${breaks} finds one that ${does}`, () => fails(breaks, because, place));
  }

  it('has such a store for every case', () => {
    const controlled = new Set([...brokenStores, ...brokenPlaces].map(({ breaks }) => breaks));
    expect(contractCases.map(({ id }) => id).filter((id) => !controlled.has(id))).toEqual([]);
  });

  it('names every case once', () => {
    const all = contractCases.map(({ id }) => id);
    expect(new Set(all).size).toBe(all.length);
  });

  it('lets a deviation stand that is one, and fails one that is none any more', async () => {
    const first = contractCases.find(({ id }) => id === 'A6');
    const numbersFrom1 = brokenStores.find(({ breaks }) => breaks === 'A6');
    if (first === undefined || numbersFrom1 === undefined) throw new Error('no case A6');
    const honest = async (): Promise<Place> => ({ open: async (clock) => memoryJournal({ clock }) });
    const broken = async (): Promise<Place> => ({ open: async (clock) => numbersFrom1.how(memoryJournal({ clock })) });
    await deviates(broken, first);
    await expect(deviates(honest, first)).rejects.toThrow('take it off the list');
  });
});
