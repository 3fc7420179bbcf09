import type { Caller } from './station.ts';

/** The journal head as a receipt's slip shows it: what a cashier types who has no scanner. */
export async function headOnSlip(caller: Pick<Caller, 'ask'>, label: string): Promise<string> {
  const { rows } = await caller.ask('slip', { document: { kind: 'receipt', label } });
  const head = rows.map((row) => /^Journal head +(.+)$/.exec(row)?.[1]).find((found) => found !== undefined);
  if (head === undefined) throw new Error(`the slip of ${label} shows no journal head`);
  return head;
}
