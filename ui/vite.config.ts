import { fileURLToPath } from 'node:url'
import vue from '@vitejs/plugin-vue'
import { defineConfig } from 'vitest/config'

export default defineConfig({
  plugins: [vue()],
  base: './',
  resolve: { alias: { '@': fileURLToPath(new URL('./src', import.meta.url)) } },
  define: {
    __VUE_I18N_FULL_INSTALL__: false,
    __VUE_I18N_LEGACY_API__: false,
    __INTLIFY_PROD_DEVTOOLS__: false,
  },
  build: {
    // Windows 10 machines without updates carry Chromium 109; WebKitGTK 2.44 equals Safari 17.4.
    target: ['chrome109', 'safari16.4'],
    cssTarget: ['chrome109', 'safari16.4'],
    assetsInlineLimit: 0,
    // One page for each window of the shell.
    rollupOptions: { input: { index: 'index.html', resident: 'resident.html' } },
    chunkSizeWarningLimit: 800,
  },
  server: { host: '127.0.0.1', port: 5183, strictPort: true },
  preview: { host: '127.0.0.1', port: 5184, strictPort: true },
  test: {
    environment: 'happy-dom',
    include: ['src/**/*.test.ts'],
    restoreMocks: true,
  },
})
