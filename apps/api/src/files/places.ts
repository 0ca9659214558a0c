import { join } from 'node:path';
import type { Config } from '../platform/config.js';

/** Where files lie that no other store keeps. */
export const filesFolder = ({ dataDir }: Pick<Config, 'dataDir'>) => join(dataDir, 'files');
/** Where a file is written while it comes and is looked at. */
export const incomingFolder = (config: Pick<Config, 'dataDir'>) => join(filesFolder(config), 'incoming');
