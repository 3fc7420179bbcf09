import { dirname } from 'node:path';
import { app, dialog } from 'electron';
import { tellDebug } from '#main/program';
import { troubleInWords } from '#main/trouble';
import { startShell } from './shell.ts';

startShell(dirname(import.meta.dirname), process.argv.slice(app.isPackaged ? 1 : 2)).catch((error: unknown) => {
  tellDebug(error);
  dialog.showErrorBox(
    'Counterfoil',
    `The station cannot start. ${troubleInWords(error, { said: { place: '--data' } })}`,
  );
  app.exit(1);
});
