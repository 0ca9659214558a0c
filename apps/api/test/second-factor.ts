import { factors } from '@hat-nhan/contracts';
import { Secret, TOTP } from 'otpauth';
import type { World } from './api.js';
import type { Browser } from './browser.js';

/** Sets up an app with codes in this browser; gives the code that it shows so many half minutes from now. */
export async function addTotp(world: World, browser: Browser): Promise<(steps: number) => string> {
  const { secret } = await browser.call(factors.beginTotp, {});
  const totp = new TOTP({ secret: Secret.fromBase32(secret) });
  const codeAt = (steps: number) => totp.generate({ timestamp: world.clock.now().getTime() + steps * 30_000 });
  await browser.call(factors.confirmTotp, { code: codeAt(-1) });
  return codeAt;
}
