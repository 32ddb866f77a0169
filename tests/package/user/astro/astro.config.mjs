export default {
  outDir: '../out/astro',
  build: { format: 'file' },
  vite: { optimizeDeps: { exclude: ['kasoti'] } },
};
