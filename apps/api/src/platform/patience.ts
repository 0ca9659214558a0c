import { AsyncLocalStorage } from 'node:async_hooks';

const inJob = new AsyncLocalStorage<true>();

/** Runs a job: whatever it does on the database, each statement has a job's time. */
export const patiently = <T>(job: () => Promise<T>): Promise<T> => inJob.run(true, job);

/** Whether a job is running here, and not a request. */
export const isPatient = (): boolean => inJob.getStore() ?? false;
