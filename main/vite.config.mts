import { builtinModules } from 'node:module';
import { dirname, join } from 'node:path';
import { type ConfigEnv, defineConfig, type UserConfig } from 'vite';
import { contract } from '#contract/contract';

/*
 * Everything that runs outside the page, built to dist/: the programs in one go, so that they share their parts; the
 * preload alone, because a sandboxed one must be a single CommonJS file; `verify` alone, because an auditor takes that one
 * file away. `--mode` chooses.
 */

const root = dirname(import.meta.dirname);
const PROGRAMS = {
  start: 'main/start/start.ts',
  'electron/main': 'main/electron/main.ts',
  ledger: 'main/ledger/cli/serve.ts',
  ledgerLoad: 'main/ledger/cli/load.ts',
  ledgerEnrol: 'main/ledger/cli/enrol.ts',
  ledgerReport: 'main/ledger/cli/report.ts',
  ledgerExport: 'main/ledger/cli/export.ts',
  ledgerGl: 'main/ledger/cli/gl.ts',
  sample: 'main/sample/cli.ts',
  export: 'main/export/cli.ts',
  rebuild: 'main/rebuild/cli.ts',
  recover: 'main/recover/cli.ts',
  pdfWorker: 'printing/pdfWorker.ts',
  twinWorker: 'main/twin/twinWorker.ts',
  checkWorker: 'main/check/checkWorker.ts',
};
/** What cannot be bundled: native code, a WebAssembly database with files of its own, the shell itself. */
const EXTERNAL = ['better-sqlite3', 'electron', /^@electric-sql\/pglite/, 'pg-native'];

type Kind = { input: Record<string, string>; format: 'es' | 'cjs'; split: boolean; define: Record<string, string> };

const KINDS: Record<string, Kind> = {
  programs: { input: PROGRAMS, format: 'es', split: true, define: {} },
  preload: {
    input: { 'electron/preload': 'main/electron/preload.ts' },
    format: 'cjs',
    split: false,
    // The allow-list of the preload is the contract's names, without the contract's code.
    define: { CALL_NAMES: JSON.stringify(Object.keys(contract)) },
  },
  verify: { input: { verify: 'main/verify/verify.ts' }, format: 'es', split: false, define: {} },
};

export default defineConfig(({ mode }: ConfigEnv): UserConfig => {
  const kind = KINDS[mode];
  if (!kind) throw new Error(`There is no build ${mode}; choose one of ${Object.keys(KINDS).join(', ')}.`);
  const { input, format, split, define } = kind;
  return {
    root,
    define,
    publicDir: false,
    ssr: { noExternal: true, target: 'node' },
    build: {
      ssr: true,
      target: 'node24',
      outDir: 'dist',
      emptyOutDir: false,
      minify: false,
      sourcemap: false,
      reportCompressedSize: false,
      rolldownOptions: {
        input: Object.fromEntries(Object.entries(input).map(([name, file]) => [name, join(root, file)])),
        external: [...EXTERNAL, ...builtinModules, /^node:/],
        output: {
          format,
          codeSplitting: split,
          entryFileNames: format === 'cjs' ? '[name].cjs' : '[name].js',
          chunkFileNames: 'parts/[name]-[hash].js',
        },
      },
    },
  };
});
