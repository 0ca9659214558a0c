import { execFileSync } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import { describe, expect, it } from '@jest/globals';

const place = JSON.stringify(fileURLToPath(new URL('../../dist/platform/log.js', import.meta.url)));
/** What the log writes to standard output while `code` runs, line by line. */
const written = (code: string) =>
  execFileSync(process.execPath, [
    '--input-type=module',
    '-e',
    `import { makeLog } from ${place}; const log = makeLog('info'); ${code}`,
  ])
    .toString()
    .trimEnd()
    .split('\n');

describe('the log', () => {
  it('is one line of JSON in UTC an entry, whatever stands in it', () => {
    const lines = written(String.raw`log.info({ route: 'a\r\nb\u2028c' }, 'one\ntwo'); log.debug('nothing')`);
    expect(lines).toHaveLength(1);
    expect(JSON.parse(lines[0]!)).toEqual({
      level: 30,
      time: expect.stringMatching(/^\d{4}-\d\d-\d\dT[\d:.]+Z$/),
      route: 'a\r\nb\u2028c',
      msg: 'one\ntwo',
    });
  });

  it('tells of a failure where it was, never what the driver says of rows and parameters', () => {
    const [line] = written(
      `const err = Object.assign(new Error('Key (address)=(an.tran@example.vn) exists'), { code: '23505', constraint: 'email_address', detail: 'an.tran@example.vn', parameters: ['mật khẩu'] });
       log.error({ err }, 'unforeseen')`,
    );
    expect(line).not.toMatch(/example\.vn|mật khẩu/);
    expect(JSON.parse(line!)).toMatchObject({ err: { name: 'Error', code: '23505', constraint: 'email_address' } });
  });
});
