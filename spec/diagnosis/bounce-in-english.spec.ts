import { bounceWords } from '../../src/diagnosis/bounce-in-english';

it.each([
  ['550 5.1.1 User unknown', ' user unknown ', ['5.1.1']],
  ['550-5.1.1 User unknown. Try again; later', ' user unknown . try again . later ', ['5.1.1']],
  ['IP:192.0.2.10 is blocked .', ' ip ipaddr is blocked . ', []],
  ['see http://example.com/a?b=550, then (retry)', ' see url then retry ', []],
  ['no-such-user/mailbox --- gone', ' no such user mailbox gone ', []],
  ["can't, cannot", ' ca not can not ', []],
] as const)(
  '%j is read as its words, its ends of sentences and its codes',
  (text, words, codes) => {
    expect(bounceWords(text)).toEqual({ words, codes });
  },
);
