import { useState } from 'react';
import { useSay } from '../live-region';
import { useTools } from '../tools';

/** Copies a text and says whether that worked. */
export function useCopy() {
  const { messages: t, actions } = useTools();
  const say = useSay();
  const [words, setWords] = useState<string>();

  async function copy(text: string): Promise<void> {
    const sentence = (await actions.copy(text)) ? t('reply.copied') : t('reply.not_copied');
    setWords(sentence);
    say(sentence);
  }

  return { copied: words, copy };
}
