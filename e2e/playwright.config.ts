import { defineConfig } from '@playwright/test';
import { chromium, reader } from './chromium.ts';

const { reducedMotion, ...place } = reader;

export default defineConfig({
  testDir: '.',
  testMatch: '**/*.spec.ts',
  outputDir: 'results',
  globalSetup: './global-setup.ts',
  workers: 2,
  fullyParallel: true,
  retries: 0,
  forbidOnly: true,
  timeout: 60_000,
  expect: { timeout: 10_000 },
  reporter: 'list',
  use: {
    ...place,
    browserName: 'chromium',
    launchOptions: chromium,
    viewport: { width: 1366, height: 768 },
    contextOptions: { reducedMotion },
    trace: 'retain-on-failure',
  },
});
