import type { DemoThread } from '../types.js';
import { architectureThreads } from './architecture.js';
import { dataThreads } from './data.js';
import { infrastructureThreads } from './infrastructure.js';
import { investmentThreads } from './investment.js';
import { leasingThreads } from './leasing.js';
import { octoberDayThreads } from './october-day.js';
import { onlineServiceThreads } from './online-services.js';
import { programmeThreads } from './programme.js';
import { securityThreads } from './security.js';
import { serviceDeskThreads } from './service-desk.js';
import { switchedOffThreads } from './switched-off.js';
import { workforceThreads } from './workforce.js';

/** Every demo thread; the loader writes them in the order of their dates. */
export const threads: readonly DemoThread[] = [
  ...leasingThreads,
  ...dataThreads,
  ...onlineServiceThreads,
  ...serviceDeskThreads,
  ...securityThreads,
  ...investmentThreads,
  ...workforceThreads,
  ...architectureThreads,
  ...infrastructureThreads,
  ...programmeThreads,
  ...octoberDayThreads,
  ...switchedOffThreads,
];
