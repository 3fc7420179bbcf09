import { join } from 'node:path';
import react from '@vitejs/plugin-react';
import { defineConfig } from 'vite';

/** The page, for both hosts: no inline script, no inline style, no data: address, so that the strictest policy holds. */
export default defineConfig({
  root: import.meta.dirname,
  base: './',
  plugins: [react()],
  build: {
    outDir: '../dist/page',
    emptyOutDir: true,
    assetsInlineLimit: 0,
    modulePreload: { polyfill: false },
    target: 'chrome130',
    // The cashier's page, and the payer's display beside it.
    rolldownOptions: { input: ['index.html', 'customer.html'].map((file) => join(import.meta.dirname, file)) },
    reportCompressedSize: true,
  },
});
