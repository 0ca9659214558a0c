/** Debian's browser, or the one that CHROMIUM names, kept from talking to anybody but the product. */
export const chromium = {
  executablePath: process.env['CHROMIUM'] || '/usr/bin/chromium',
  args: [
    '--no-sandbox',
    '--disable-dev-shm-usage',
    '--disable-gpu',
    '--disable-quic',
    '--no-first-run',
    '--disable-background-networking',
    '--disable-component-update',
    '--disable-sync',
  ],
};

/** A reader in Vietnam, without motion: a scan in the middle of a fade measures colours that nobody reads. */
export const reader = { locale: 'vi-VN', timezoneId: 'Asia/Ho_Chi_Minh', reducedMotion: 'reduce' } as const;
