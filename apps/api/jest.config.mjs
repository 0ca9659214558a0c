import base from '../../jest.base.mjs';

// One PostgreSQL per run; every spec file clones its own database from a template (test/database.ts).
export default {
  ...base,
  globalSetup: '<rootDir>/test/global-setup.mjs',
  globalTeardown: '<rootDir>/test/global-teardown.mjs',
  testTimeout: 30_000,
  maxWorkers: 2,
};
