import type { DemoThread } from '../types.js';
import { architectureThreads } from './architecture.js';
import { dataThreads } from './data.js';
import { dataQualityThreads } from './data-quality.js';
import { documentThreads } from './documents.js';
import { earlyThreads } from './early-days.js';
import { cohortGroupThreads } from './group-cohort.js';
import { coordinationGroupThreads } from './group-coordination.js';
import { counterGroupThreads } from './group-counter.js';
import { dongLinhGroupThreads } from './group-dong-linh.js';
import { handoverGroupThreads } from './group-handover.js';
import { requirementsGroupThreads } from './group-requirements.js';
import { supportGroupThreads } from './group-support.js';
import { infrastructureThreads } from './infrastructure.js';
import { investmentThreads } from './investment.js';
import { leasingThreads } from './leasing.js';
import { leasingRunningThreads } from './leasing-running.js';
import { octoberDayThreads } from './october-day.js';
import { onlineServiceThreads } from './online-services.js';
import { programmeThreads } from './programme.js';
import { putAwayThreads } from './put-away.js';
import { putTogetherThreads } from './put-together.js';
import { securityThreads } from './security.js';
import { securityDailyThreads } from './security-daily.js';
import { serviceDeskThreads } from './service-desk.js';
import { switchedOffThreads } from './switched-off.js';
import { thisWeekThreads } from './this-week.js';
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
  ...thisWeekThreads,
  ...earlyThreads,
  ...leasingRunningThreads,
  ...documentThreads,
  ...dataQualityThreads,
  ...securityDailyThreads,
  ...handoverGroupThreads,
  ...counterGroupThreads,
  ...supportGroupThreads,
  ...cohortGroupThreads,
  ...dongLinhGroupThreads,
  ...coordinationGroupThreads,
  ...requirementsGroupThreads,
  ...architectureThreads,
  ...infrastructureThreads,
  ...programmeThreads,
  ...octoberDayThreads,
  ...switchedOffThreads,
  ...putAwayThreads,
  ...putTogetherThreads,
];
