import { findChromium } from '../../scripts/lib/chromium';

const only = (there: string) => (path: string) => Promise.resolve(path === there);

describe('findChromium', () => {
  it.each(['/usr/bin/chromium', '/opt/bin/google-chrome-stable'])(
    'finds %s on the PATH',
    async (path) => {
      expect(await findChromium({ PATH: '/usr/bin:/opt/bin' }, only(path))).toBe(path);
    },
  );

  it('finds the usual place on a Mac', async () => {
    const chrome = '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome';
    expect(await findChromium({ PATH: '/usr/bin' }, only(chrome))).toBe(chrome);
  });

  it('takes the one it is told to take', async () => {
    const env = { CHROME_PATH: '/my/chrome', PATH: '/usr/bin' };
    expect(await findChromium(env, () => Promise.resolve(true))).toBe('/my/chrome');
  });

  it('takes no other one in place of the one it was told to take', async () => {
    const env = { CHROME_PATH: '/my/chrome', PATH: '/usr/bin' };
    expect(await findChromium(env, only('/usr/bin/chromium'))).toBeUndefined();
  });

  it('finds none where there is none', async () => {
    expect(await findChromium({}, () => Promise.resolve(false))).toBeUndefined();
  });
});
