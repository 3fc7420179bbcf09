import { utilityProcess } from 'electron';
import { type Child, embeddedEnvironment, OWN_LEDGER, readyFrom } from '#main/start/childProcess';

const STOP_MS = 8_000;

/** Starts the embedded ledger in a utility process, which ends with the app however the app ends. */
export function startLedgerChild(program: string, flags: readonly string[], say: (line: string) => void): Child {
  const child = utilityProcess.fork(program, [...flags], {
    stdio: 'pipe',
    serviceName: 'counterfoil-ledger',
    env: embeddedEnvironment(process.env),
  });
  const ended = new Promise<void>((resolve) => child.once('exit', () => resolve()));
  return {
    ready: readyFrom({ stdout: child.stdout, stderr: child.stderr, ended }, OWN_LEDGER, say),
    async stop() {
      child.kill();
      await Promise.race([ended, new Promise((resolve) => setTimeout(resolve, STOP_MS).unref())]);
    },
  };
}
