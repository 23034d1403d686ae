import { resolve } from 'node:path';
import react from '@vitejs/plugin-react';
import { defineConfig } from 'vite';
import { lighterLibraries } from './scripts/lib/lighter-libraries.ts';
import { wordsInTwoParts } from './scripts/lib/words-in-two-parts.ts';

const root = import.meta.dirname;

/** Every state of the panel with its real components, as light as in the app: served by the sandbox at /gallery. */
export default defineConfig({
  root: resolve(root, 'sandbox/gallery'),
  base: './',
  publicDir: false,
  plugins: [wordsInTwoParts(), lighterLibraries(), react()],
  build: {
    outDir: resolve(root, 'dist-gallery'),
    emptyOutDir: true,
    target: 'es2022',
    chunkSizeWarningLimit: 1000,
  },
});
