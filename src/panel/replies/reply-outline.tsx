import { Stack } from '../parts/layout';
import { Hidden } from '../parts/text';
import { Bone } from '../starting';
import { previewHeight } from './preview-height';

/** The room that a reply, its buttons and its origin will take. */
export function ReplyOutline({ words }: { readonly words: string }) {
  return (
    <Stack $gap={6} aria-busy>
      <Hidden>{words}</Hidden>
      <Bone $height={previewHeight} />
      <Bone $width="75%" $height={32} />
      <Bone $width="90%" $height={16} />
    </Stack>
  );
}
