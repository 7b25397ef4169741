import react from '@vitejs/plugin-react'
import { defineConfig } from 'vite'

/** The page: built from web/ to dist/web, which `chancery serve` gives out beside the API. */
export default defineConfig({
  root: 'web',
  plugins: [react()],
  build: {
    outDir: '../dist/web',
    emptyOutDir: true,
    // The content security policy allows files of this server only: no data: addresses, no inline script.
    assetsInlineLimit: 0,
    modulePreload: { polyfill: false },
    chunkSizeWarningLimit: 900,
  },
  server: {
    host: '127.0.0.1',
    proxy: { '/api': 'http://127.0.0.1:3210' },
  },
})
