import { cpSync, mkdirSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { openStation } from '#db/station/open';
import { rowsOf } from '#test/support/escposReader';
import { type TcpPrinter, tcpPrinter } from '#test/support/tcpPrinter';
import { checkStation } from './checkStation.ts';
import type { Death } from './deaths.ts';
import { type Lives, quietLife } from './lives.ts';
import { type Oracle, oracleIn } from './oracle.ts';
import type { LifePlan, Said } from './stationAtWork.ts';

/** One station's folder, its printer, and the oracle of all that was meant and answered there, over many lives. */
export type CounterWorld = {
  oracle: Oracle;
  /** Lives until the death, and holds what is on disk then against the oracle. Answers whether it died, or came to its end before. */
  die(death: Extract<Death, { at: 'step' | 'moment' }>): Promise<boolean>;
  /** Lives on in peace: asks everything again, and ends. */
  endInPeace(): Promise<void>;
  close(): Promise<void>;
};

/** What a ledger adds to each life. */
export type AtLedger = Pick<LifePlan, 'hasLedger' | 'drains'>;

/**
 * @param folder a folder of its own, in which `station` is the station's, made by whoever calls
 * @param hasLedger whether the station has a ledger that answers
 */
export async function counterWorld(folder: string, lives: Lives, hasLedger = false): Promise<CounterWorld> {
  const station = join(folder, 'station');
  const oracle = oracleIn(join(folder, 'oracle.jsonl'));
  const printer = await tcpPrinter();
  const usual = () => ({ ...quietLife(station), again: oracle.toAskAgain(), printerPort: printer.port, hasLedger });
  const check = () => checkCopy(folder, oracle, printer);
  return {
    oracle,
    async die(death) {
      const hear = (said: Said) => {
        if (said.says === 'refused to start') oracle.faults.other.push(`it does not start: ${said.why}`);
        oracle.hear(said);
      };
      const plan: LifePlan =
        death.at === 'step'
          ? { ...usual(), commands: [death.command], deathAt: death.step }
          : { ...usual(), commands: death.commands };
      const { by, log } = await lives.live(plan, hear, death.at === 'moment' ? death : undefined);
      if (by !== 'SIGKILL' && by !== 0) oracle.faults.other.push(`a life ended by ${by}: ${log}`);
      check();
      return by === 'SIGKILL';
    },
    async endInPeace() {
      const { by, log } = await lives.live({ ...usual(), drains: hasLedger }, oracle.hear);
      if (by !== 0) oracle.faults.other.push(`the last life ended by ${by}: ${log}`);
      check();
    },
    async close() {
      oracle.close();
      await printer.close();
    },
  };
}

/** Looks at a copy, so that the next life itself finds what the last one left. */
function checkCopy(folder: string, oracle: Oracle, printer: TcpPrinter): void {
  const copy = join(folder, 'copy');
  rmSync(copy, { recursive: true, force: true });
  mkdirSync(copy);
  cpSync(join(folder, 'station'), copy, { recursive: true });
  const db = openStation(join(copy, 'station.db'));
  try {
    checkStation(db, oracle, { rows: rowsOf(printer.events()), slips: printer.slips() });
  } finally {
    db.$client.close();
  }
}
