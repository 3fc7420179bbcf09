import { randomUUID } from 'node:crypto';
import { contract, type Input, isCallName, type OfficeCommand, type OfficeName, type Output } from '#contract/contract';
import type { StationKey } from '#db/ledger/stations';
import { Refusal } from '#domain/refusal';
import { officeCall } from '#main/ledger/office/officeCall';
import type { TestContext } from './ledger.ts';

/** A person at a station's screen, for office work, with the answers unwrapped. */
export type OfficePerson = {
  ask<N extends OfficeName>(name: N, input: Input<N>, yes?: Yes): Promise<Output<N>>;
  /** A command with a fresh id. */
  tell<N extends OfficeCommand>(name: N, input: Omit<Input<N>, 'commandId'>, yes?: Yes): Promise<Output<N>>;
  /** The code of a call that must be refused. */
  refused(name: string, input: object, yes?: Yes): Promise<string>;
};

/** A second person's yes to a mark, as a station sends it. */
export type Yes = { id: string; approver: string; mark: string; ageMs: number };

export const yesOf = (approver: string, mark: string, over: Partial<Yes> = {}): Yes => ({
  ...{ id: randomUUID(), approver, mark, ageMs: 5_000 },
  ...over,
});

const isCommand = (name: string) => isCallName(name) && contract[name].kind === 'command';

/** Sits somebody down at a station's screen. */
export function atTheOffice(context: TestContext, station: StationKey, person: string): OfficePerson {
  const call = (name: string, input: object, yes?: Yes) =>
    officeCall(context, station, {
      ...{ call: name, person, approval: yes ?? null },
      input: { ...input, ...(yes ? { approval: yes.id } : {}) },
    });
  return {
    ask: (name, input, yes) => call(name, input, yes) as never,
    tell: (name, input, yes) => call(name, { commandId: randomUUID(), ...input }, yes) as never,
    async refused(name, input, yes) {
      try {
        await call(name, isCommand(name) ? { commandId: randomUUID(), ...input } : input, yes);
      } catch (error) {
        if (error instanceof Refusal) return error.code;
        throw error;
      }
      throw new Error(`${name} was not refused`);
    },
  };
}
