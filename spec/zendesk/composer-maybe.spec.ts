/** @jest-environment jsdom */
import fc from 'fast-check';
import { createComposer } from '../../src/zendesk/composer';
import type { Put } from '../../src/zendesk/composer-check';
import { createFakeClock } from '../support/fake-clock';
import { createFakeZaf, type FakeZaf, type FakeZafOptions } from '../support/fake-zaf';
import { runs } from '../support/runs';

/** Zendesk was asked to write, and what the composer shows then leaves it open whether it has. */

const expected = { ticketId: 35436, requesterId: 20978, channel: 'email' };
const reply = {
  html: '<p>Hello Jane,</p><p>please sign in with the new password again.</p>',
  text: 'Hello Jane,\nplease sign in with the new password again.',
  unresolved: [],
};

type Meanwhile = (zaf: FakeZaf) => void;

/** `meanwhile`: happens once the editor has been given the reply. */
async function asked(meanwhile: Meanwhile, options: FakeZafOptions = {}) {
  const clock = createFakeClock(0);
  const client = createFakeZaf(options);
  const composer = createComposer(client, clock);
  const done = async <T>(work: Promise<T>): Promise<T> => {
    await clock.advance(60_000);
    expect(clock.pending()).toBe(0);
    return work;
  };
  const { rewrite } = client.composer;
  client.composer.rewrite = (html) => {
    void Promise.resolve().then(() => {
      meanwhile(client);
    });
    return rewrite(html);
  };
  const put = await done(composer.insert(reply, expected));
  client.composer.rewrite = rewrite;
  const { receipt } = put;
  if (!receipt) throw new Error('Nothing is known of it.');
  return {
    client,
    composer,
    done,
    editor: client.composer,
    result: put.result,
    async read(of = receipt) {
      const draft = await done(composer.readDraft([of]));
      return draft.ok ? draft.value.holdings[0] : undefined;
    },
    takeOut: (of: NonNullable<Put['receipt']>) => done(composer.takeOut(of)),
  };
}

const maybe = (why: string) => ({ ok: false, failure: { kind: 'may-be-in-composer', why } });

const joe = { id: 8, name: 'Joe' };

describe('it is found by a later reading, and taken out, where', () => {
  it.each<[string, string, Meanwhile, Meanwhile]>([
    [
      'the requester changed in that instant',
      'requester-changed',
      (zaf) => {
        zaf.setPath('ticket.requester', joe);
      },
      () => undefined,
    ],
    [
      'the channel changed and came back',
      'channel-changed',
      (zaf) => {
        zaf.composer.channel = 'whatsapp';
      },
      (zaf) => {
        zaf.composer.channel = 'email';
      },
    ],
    [
      'it was an internal note for a moment',
      'internal-note-selected',
      (zaf) => {
        zaf.composer.type = 'internalNote';
      },
      (zaf) => {
        zaf.composer.type = 'publicReply';
      },
    ],
    [
      'the number of the ticket could not be read',
      'ticket-changed',
      (zaf) => {
        zaf.setPath('ticket.id', 1);
      },
      (zaf) => {
        zaf.setPath('ticket.id', 35436);
      },
    ],
    [
      'Zendesk said nothing any more',
      'zendesk',
      (zaf) => {
        zaf.behave('get', { kind: 'silent' });
      },
      (zaf) => {
        zaf.behave('get', { kind: 'normal' });
      },
    ],
    [
      'what Zendesk said could not be looked at',
      'zendesk',
      (zaf) => {
        zaf.composer.paths = () => {
          throw new Error('oops');
        };
      },
      (zaf) => {
        const { draft } = zaf.composer;
        Object.assign(zaf.composer, {
          paths: () => ({ ...emailPaths, 'comment.text': zaf.composer.draft }),
          draft,
        });
      },
    ],
    [
      'the editor was slow',
      'not-in-composer',
      (zaf) => {
        zaf.composer.draft = '<p>So</p>';
      },
      (zaf) => {
        zaf.composer.draft = `<p>So</p>${reply.html}`;
      },
    ],
  ])('%s', async (_, why, meanwhile, afterwards) => {
    const { result, read, takeOut, client, editor } = await asked(meanwhile, {
      draft: '<p>So</p>',
    });
    expect(result).toEqual(maybe(why));
    afterwards(client);
    const found = await read();
    expect(found?.holding).toBe('unchanged');
    expect(await takeOut(found!.receipt)).toEqual({ ok: true, value: undefined });
    expect(editor.draft).toBe('<p>So</p>');
  });
});

const emailPaths = {
  'comment.type': 'publicReply',
  'comment.useRichText': true,
  'ticket.editor.targetChannel': { name: 'email' },
  'ticket.editor.capabilities.richText': true,
};

it.each<[string, string]>([
  ['all of it', reply.html],
  ['a part of it', `<p>All that</p>${reply.html}<p>in ten minutes</p>`],
])(
  'where the editor put it in the place of what was selected, %s, taking it out gives that back',
  async (_, left) => {
    const draft = '<p>All that I <b>typed</b></p><p>in ten minutes</p>';
    const { result, read, takeOut, editor } = await asked(
      ({ composer }) => {
        composer.draft = left;
      },
      { draft },
    );
    expect(result).toEqual(maybe('draft-changed'));
    const found = await read();
    expect(found?.holding).toBe('unchanged');
    expect(await takeOut(found!.receipt)).toEqual({ ok: true, value: undefined });
    expect(editor.draft).toBe(draft);
  },
);

it('typed beside, it is found and cannot be taken out: that would take what was typed', async () => {
  const { result, read, takeOut, editor } = await asked(
    ({ composer }) => {
      composer.draft = `<p>One moment</p>${composer.draft}<p>Best</p>`;
    },
    { draft: '<p>So</p>' },
  );
  expect(result).toEqual(maybe('draft-changed'));
  const found = await read();
  expect(found?.holding).toBe('whole');
  const { draft } = editor;
  expect(await takeOut(found!.receipt)).toMatchObject({ failure: { kind: 'draft-changed' } });
  expect(editor.draft).toBe(draft);
});

it('a later reading of the same composer without it ends the doubt, and one of another does not', async () => {
  const { read, editor } = await asked(({ composer }) => {
    composer.channel = 'whatsapp';
  });
  editor.draft = '<p>Something else</p>';
  expect((await read())?.holding).toBe('unknown');
  editor.channel = 'email';
  expect((await read())?.holding).toBe('gone');
});

it('an error before Zendesk was asked leaves nothing to look for', async () => {
  const client = createFakeZaf({ paths: { 'ticket.requester': joe } });
  const put = await createComposer(client, createFakeClock(0)).insert(reply, expected);
  expect(put).toEqual({
    result: { ok: false, failure: { kind: 'requester-changed' } },
    receipt: undefined,
  });
});

describe('a macro applied whole', () => {
  async function applied(macro: string, preview: string, meanwhile: Meanwhile = () => undefined) {
    const clock = createFakeClock(0);
    const client = createFakeZaf({ macros: { 5: macro }, draft: '<p>So</p>' });
    const usual = client.composer.invoke;
    client.composer.invoke = (action, args) => {
      const done = usual(action, args);
      meanwhile(client);
      return done;
    };
    const composer = createComposer(client, clock);
    const applying = composer.applyMacro(5, { html: preview }, expected);
    await clock.advance(60_000);
    const { result, receipt } = await applying;
    const read = async () => {
      const reading = composer.readDraft([receipt!]);
      await clock.advance(60_000);
      const draft = await reading;
      return draft.ok ? draft.value.holdings[0]?.holding : undefined;
    };
    return { result, receipt, read, editor: client.composer };
  }

  it.each([
    ['the words of its preview', '<p>Hello <b>Jane</b></p>', '<div>Hello Jane</div>', false],
    ['other words', '<p>Your account is disabled.</p>', '<p>Hello Jane</p>', true],
    ['more words', '<p>Hello Jane. Your account is disabled.</p>', '<p>Hello Jane</p>', true],
    ['a picture', '<p>Hello Jane<img src="x.png"></p>', '<p>Hello Jane</p>', true],
  ])('writes %s, and that is said', async (_, macro, preview, otherWords) => {
    const { result, receipt } = await applied(macro, preview);
    expect(result).toEqual({ ok: true, value: { format: 'rich', otherWords } });
    // Whose the other words are nobody knows: they are not taken out.
    const after = otherWords ? undefined : `<p>So</p>${macro}`;
    expect(receipt).toMatchObject({ before: '<p>So</p>', after, isGuess: otherWords });
  });

  it('and not read back is not gone by a draft that holds other words than its preview', async () => {
    const { result, read, editor } = await applied(
      '<p>Disabled.</p>',
      '<p>Hello Jane</p>',
      (zaf) => {
        zaf.setPath('ticket.requester', joe);
      },
    );
    expect(result).toEqual(maybe('requester-changed'));
    expect(await read()).toBe('unknown');
    editor.draft = '<p>So</p>';
    expect(await read()).toBe('gone');
  });
});

/** What an engineer does to a draft, each with a word that is found again. */
const edits = fc.array(
  fc.oneof(
    fc.record({ kind: fc.constant('type' as const), at: fc.nat(200), word: fc.nat(99) }),
    fc.record({ kind: fc.constant('mark' as const), at: fc.nat(200), word: fc.nat(99) }),
    fc.record({ kind: fc.constant('rewrite' as const), at: fc.nat(3), word: fc.nat(99) }),
  ),
  { maxLength: 3 },
);

function edited(draft: string, { kind, at, word }: { kind: string; at: number; word: number }) {
  if (kind === 'rewrite') return draft.replaceAll('p>', ['div>', 'p>\n', 'h4>', 'p> '][at] ?? 'p>');
  const places = [...draft.matchAll(/(?<=[>\w])(?=[<\w])/g)].map(({ index }) => index);
  const place = places[at % Math.max(1, places.length)] ?? 0;
  const isInTag = draft.lastIndexOf('<', place - 1) > draft.lastIndexOf('>', place - 1);
  if (isInTag) return draft;
  const added = kind === 'type' ? `typed${String(word)}` : '<u>&#8203;</u><hr>';
  return draft.slice(0, place) + added + draft.slice(place);
}

it('whatever was done to the draft, taking a reply out takes nothing that is not its own', async () => {
  const seen = { taken: 0, refused: 0 };
  await fc.assert(
    fc.asyncProperty(edits, edits, fc.boolean(), async (during, after, change) => {
      const { read, takeOut, editor } = await asked(
        (zaf) => {
          zaf.composer.draft = during.reduce(edited, zaf.composer.draft);
          if (change) zaf.setPath('ticket.requester', joe);
        },
        { draft: '<p>So</p>' },
      );
      editor.draft = after.reduce(edited, editor.draft);
      const before = editor.draft;
      const found = await read();
      const taken = await takeOut(found!.receipt);
      const typed = before.match(/typed\d+|<hr>|<h4>/g) ?? [];
      expect(taken.ok || editor.draft === before).toBe(true);
      // Where it is known what inserting left, what was typed before that was read belongs to it.
      expect(editor.draft.match(/typed\d+|<hr>|<h4>/g) ?? []).toEqual(typed);
      seen[taken.ok ? 'taken' : 'refused'] += 1;
    }),
    { numRuns: runs(100, 2_000) },
  );
  expect(seen.taken).toBeGreaterThan(5);
  expect(seen.refused).toBeGreaterThan(5);
});
