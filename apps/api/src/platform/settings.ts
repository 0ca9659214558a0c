import type { Clock } from './clock.js';
import type { Config } from './config.js';
import type { Cursors } from './cursor.js';

/** What one running process knows about itself: made once at boot, injected everywhere. */
export abstract class Settings {
  abstract readonly config: Config;
  /** The only base of absolute links. */
  abstract readonly origin: string;
  /** Whether cookies carry Secure and the __Host- prefix. */
  abstract readonly secure: boolean;
  abstract readonly clock: Clock;
  abstract readonly cursors: Cursors;
}
