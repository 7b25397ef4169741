import { fileURLToPath } from 'node:url'
import react from '@vitejs/plugin-react'
import { defineConfig } from 'vite'

const pageAt = (path: string): string => fileURLToPath(new URL(`web/${path}`, import.meta.url))

/** The page, and the one to try the API: built from web/ to dist/web, which `chancery serve` gives out beside the API. */
export default defineConfig({
  root: 'web',
  plugins: [react()],
  build: {
    outDir: '../dist/web',
    emptyOutDir: true,
    // The content security policy allows files of this server only: no data: addresses, no inline script.
    assetsInlineLimit: 0,
    modulePreload: { polyfill: false },
    chunkSizeWarningLimit: 1800,
    rolldownOptions: { input: [pageAt('index.html'), pageAt('api/index.html')] },
  },
  server: {
    host: '127.0.0.1',
    proxy: { '/api': 'http://127.0.0.1:3210' },
  },
})
