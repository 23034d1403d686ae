import type * as catalogue from '../../src/replies/catalogue';
import { loadReason, loadReplies } from '../../src/replies/catalogue';

jest.mock('../../translations/replies/de.json', () => {
  throw new Error('Loading chunk de failed');
});

jest.mock('../../translations/lost/de.json', () => {
  throw new Error('Loading chunk lost-de failed');
});

test('a reason whose words do not arrive says that the mail was lost, and no more', async () => {
  expect(await loadReason('de', 'mailbox_full')).toEqual({ reason: 'lost' });
  expect(await loadReason('fr', 'mailbox_full')).toMatchObject({ reason: 'mailbox_full' });
});

describe('replies whose file does not arrive', () => {
  it('come in English, and say so', async () => {
    const words = await loadReplies('de');
    expect(words.language).toBe('en');
    expect(words.greeting).toBe('Hello {name},');
  });

  it('do not keep the other languages from arriving', async () => {
    expect((await loadReplies('fr')).language).toBe('fr');
  });

  it('are not there where English does not arrive either', async () => {
    jest.resetModules();
    jest.doMock('../../translations/replies/en.json', () => {
      throw new Error('Loading chunk en failed');
    });
    const { loadReplies: load } = jest.requireActual<typeof catalogue>(
      '../../src/replies/catalogue',
    );
    await expect(load('de')).rejects.toThrow('Loading chunk en failed');
  });
});
