import { dirname } from 'node:path';
import { app, dialog } from 'electron';
import { startShell } from './shell.ts';

startShell(dirname(import.meta.dirname), process.argv.slice(app.isPackaged ? 1 : 2)).catch((error: unknown) => {
  dialog.showErrorBox('Counterfoil', `The station cannot start: ${error instanceof Error ? error.message : error}`);
  app.exit(1);
});
